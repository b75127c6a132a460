import type { Channel } from '../../src/shared/channel.ts';
import { Rpc } from '../../src/shared/rpc.ts';
import type { HostMethods, PageContent, PageMethods } from '../../src/shared/webviewProtocol.ts';
import { embeddedContent } from './embeddedContent.ts';

/** What a page without a host asks for in vain; `rows` is none of it, as the page does not ask for rows then (see `Page.hosted`). */
const inVain = ['swap', 'rerun', 'cancel', 'retry', 'open', 'save', 'saveChart', 'trouble'] as const;

/**
 * Stands in for the host in a report saved as a file. The page decides by `acquireVsCodeApi`: where the editor does not define it there is no
 * host, so `ready` is answered with the content the file carries, and all else with nothing.
 */
export function standaloneChannel(): Channel {
  const [page, host] = joined();
  const rpc = new Rpc<HostMethods, PageMethods>(host);
  rpc.handle('ready', async () => {
    try {
      return (await embeddedContent(document)) as PageContent;
    } catch (error) {
      // For the console: nobody else can be told.
      reportError(error);
      throw error;
    }
  });
  for (const method of inVain) rpc.handle(method, async () => null);
  return page;
}

/** Two ends of one way within the page. */
function joined(): readonly [Channel, Channel] {
  const listeners: [Listener, Listener] = [() => undefined, () => undefined];
  const end = (own: 0 | 1, other: 0 | 1): Channel => ({
    post: (message) => listeners[other](message),
    onMessage: (listener) => {
      listeners[own] = listener;
      return () => {
        listeners[own] = () => undefined;
      };
    },
  });
  return [end(0, 1), end(1, 0)];
}

type Listener = (message: unknown) => void;
