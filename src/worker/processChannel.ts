import type { ChildProcess } from 'node:child_process';
import type { Channel } from '../shared/channel.ts';

/** A child process as a channel. What is sent to one that is gone is lost: its end is told by its own events. */
export function processChannel(child: ChildProcess): Channel {
  return {
    post: (message) => void child.send(message as object, () => {}),
    onMessage: (listener) => {
      child.on('message', listener);
      return () => child.off('message', listener);
    },
  };
}
