import type { MessagePort, Transferable, Worker } from 'node:worker_threads';
import type { Channel } from '../shared/channel.ts';

/** A worker, or a worker's way to its parent, as a channel. */
export function portChannel(port: MessagePort | Worker): Channel {
  return {
    post: (message, transfer) => port.postMessage(message, transfer as Transferable[] | undefined),
    onMessage: (listener) => {
      port.on('message', listener);
      return () => port.off('message', listener);
    },
  };
}
