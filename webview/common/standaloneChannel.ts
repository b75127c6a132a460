import type { Channel } from '../../src/shared/channel.ts';
import { errorData } from '../../src/shared/remoteError.ts';
import { embeddedContent } from './embeddedContent.ts';

/**
 * Stands in for the host in a report saved as a file. The page decides by `acquireVsCodeApi`: where the editor does not define it there is no
 * host, so `ready` is answered with the content the file carries, and all else with nothing (what needs a host is not shown, see `Page.hosted`).
 */
export function standaloneChannel(): Channel {
  let receive: (message: unknown) => void = () => undefined;
  const answer = async (id: number, method: string): Promise<void> => {
    const result = method === 'ready' ? await embeddedContent(document) : null;
    receive({ rpc: 'result', id, result });
  };
  return {
    post: (message) => {
      const { rpc, id, method } = message as { rpc: string; id: number; method: string };
      if (rpc !== 'request') return;
      answer(id, method).catch((error: unknown) => {
        receive({ rpc: 'error', id, error: errorData(error) });
        throw error;
      });
    },
    onMessage: (listener) => {
      receive = listener;
      return () => {
        receive = () => undefined;
      };
    },
  };
}
