import type { VNode } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Rpc } from '../../src/shared/rpc.ts';
import type { HostMethods, PageContent, PageMethods, PageState } from '../../src/shared/webviewProtocol.ts';
import { vscodeApi } from '../common/vscodeApi.ts';
import { FailedView } from './failedView.tsx';
import type { AskHost, AskRows } from './pageContext.ts';
import { isPageState } from './pageState.ts';
import { ReportView } from './reportView.tsx';
import { WorkingView } from './workingView.tsx';

/** What the host asked the page to show last, and the selection it asked for; `turn` tells a repeated request from an old one. */
export interface Jump {
  readonly column: string;
  readonly chunk: number | null;
  readonly turn: number;
}

/** The page: asks the host what to show, shows it, and shows what comes after. */
export function App({ rpc, hosted }: { readonly rpc: Rpc<PageMethods, HostMethods>; readonly hosted: boolean }): VNode | null {
  const [content, setContent] = useState<PageContent | null>(null);
  const [jump, setJump] = useState<Jump | null>(null);
  const sameSubject = useRef(false);
  useEffect(() => {
    rpc.handle('show', async (next) => {
      setContent(next);
      return null;
    });
    rpc.handle('select', async ({ column, chunk }) => {
      setJump((last) => ({ column, chunk, turn: (last?.turn ?? 0) + 1 }));
      return null;
    });
    void rpc.request('ready', { state: savedState() }).then(setContent);
  }, [rpc]);
  const ask: AskHost = (method, params) => {
    if (method === 'rerun' || method === 'swap') sameSubject.current = true;
    rpc.request(method, params as never).catch((error: unknown) => {
      void rpc.request('trouble', { what: 'error', detail: `${method}: ${String(error)}` }).catch(() => undefined);
    });
  };
  const rows = useCallback<AskRows>((request) => rpc.request('rows', request), [rpc]);
  if (content === null) return null;
  if (content.kind === 'working') return <WorkingView content={content} ask={ask} />;
  if (content.kind === 'failed') return <FailedView content={content} ask={ask} />;
  return (
    <ReportView
      key={content.reportId}
      content={content}
      saved={stateFor(content.reportId, sameSubject)}
      jump={jump}
      ask={ask}
      rows={rows}
      hosted={hosted}
    />
  );
}

/** The state to open a report with: what is kept; after a change of parameters the same column and tab of the new report. */
function stateFor(reportId: string, sameSubject: { current: boolean }): PageState | null {
  const saved = savedState();
  if (saved === null || saved.reportId === reportId || !sameSubject.current) return saved;
  sameSubject.current = false;
  return { ...saved, reportId, chunk: null, range: null };
}

function savedState(): PageState | null {
  const state = vscodeApi().getState();
  return isPageState(state) ? state : null;
}
