import type { Channel } from '../../src/shared/channel.ts';
import { vscodeApi } from './vscodeApi.ts';

/** The way to the host: messages of the webview's window. */
export function rpcChannel(): Channel {
  return {
    post: (message) => vscodeApi().postMessage(message),
    onMessage: (listener) => {
      const receive = (event: MessageEvent<unknown>): void => listener(event.data);
      window.addEventListener('message', receive);
      return () => window.removeEventListener('message', receive);
    },
  };
}
