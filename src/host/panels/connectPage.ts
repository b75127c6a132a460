import { l10n, type Webview } from 'vscode';
import type { Channel } from '../../shared/channel.ts';
import { type HandlerRun, Rpc } from '../../shared/rpc.ts';
import type { HostMethods, PageMethods } from '../../shared/webviewProtocol.ts';
import { isCancelled } from '../editorFailure.ts';
import type { Log } from '../window/log.ts';
import { errorForPage, errorOfPage, ToldError } from './pageError.ts';
import { checkedParams } from './pageMessages.ts';

type Params<K extends keyof HostMethods> = HostMethods[K]['params'];

/** A page's line, and how its requests are answered: whatever comes from a page is looked at before anything is made of it. */
export interface ConnectedPage {
  readonly rpc: Rpc<HostMethods, PageMethods>;
  /** Answers with what `act` returns. */
  readonly answer: <K extends keyof HostMethods & string>(method: K, act: (params: Params<K>, run: HandlerRun<never>) => unknown) => void;
  /** Answers with nothing, once `act` is done. */
  readonly on: <K extends keyof HostMethods & string>(method: K, act: (params: Params<K>) => Promise<void> | void) => void;
}

/** Opens the line to a page. What fails is written to the log, and told to the page without what is nobody's business there. */
export function connectPage(webview: Webview, log: Log): ConnectedPage {
  const channel: Channel = {
    post: (message) => void webview.postMessage(message),
    onMessage: (listener) => {
      const subscription = webview.onDidReceiveMessage(listener);
      return () => subscription.dispose();
    },
  };
  const rpc = new Rpc<HostMethods, PageMethods>(channel, {
    reviveError: errorOfPage,
    tellError: (error) => {
      if (!isCancelled(error) && !(error instanceof ToldError)) log.error(error);
      return errorForPage(error, l10n.t('That did not work. The log of Driftbook says why.'));
    },
  });
  const answer: ConnectedPage['answer'] = (method, act) =>
    rpc.handle(method, (async (params: unknown, run: HandlerRun<never>) => act(checkedParams(method, params), run)) as never);
  const on: ConnectedPage['on'] = (method, act) =>
    answer(method, async (params) => {
      await act(params);
      return null;
    });
  return { rpc, answer, on };
}
