import type { VNode } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Rpc } from '../../src/shared/rpc.ts';
import type { HostMethods, PageContent, PageMethods, PageState, ReportPlace } from '../../src/shared/webviewProtocol.ts';
import { vscodeApi } from '../common/vscodeApi.ts';
import { FailedView } from './failedView.tsx';
import type { AskHost, AskRows } from './pageContext.ts';
import { isPageState } from './pageState.ts';
import { ReportView } from './reportView.tsx';
import type { Shown } from './shown.ts';
import { WorkingView } from './workingView.tsx';

/** A place the host asked the page to go to; `turn` tells a repeated request from an old one. */
export interface Jump {
  readonly place: ReportPlace;
  readonly turn: number;
}

/** The page: asks the host what to show, shows it, and shows what comes after. */
export function App({ rpc, hosted }: { readonly rpc: Rpc<PageMethods, HostMethods>; readonly hosted: boolean }): VNode | null {
  const [content, setContent] = useState<PageContent | null>(null);
  const [jump, setJump] = useState<Jump | null>(null);
  const sameSubject = useRef(false);
  const view = useRef<View>({ key: '', reportId: null });
  useEffect(() => {
    rpc.handle('show', async (next) => {
      setContent(next);
      // The host waits for a preview to be drawn before it sends another.
      if (next.kind === 'working') await new Promise((drawn) => setTimeout(drawn, 0));
      return null;
    });
    rpc.handle('proceed', async (progress) => {
      setContent((last) => (last?.kind === 'working' ? { ...last, ...progress } : last));
      return null;
    });
    rpc.handle('select', async (place) => {
      setJump((last) => ({ place, turn: (last?.turn ?? 0) + 1 }));
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
  const shown = shownOf(content);
  view.current = viewOf(view.current, shown);
  if (content.kind === 'failed') return <FailedView content={content} ask={ask} />;
  if (shown === null) return content.kind === 'working' ? <WorkingView content={content} ask={ask} /> : null;
  return (
    <ReportView
      key={view.current.key}
      content={shown}
      saved={stateFor(shown.reportId, sameSubject)}
      jump={jump}
      onJumped={() => setJump(null)}
      ask={ask}
      rows={rows}
      hosted={hosted}
    />
  );
}

/** The view on the page: that of a preview goes on as the view of its report, so that the reader's place in it lasts. */
interface View {
  readonly key: string;
  /** Null: a preview. */
  readonly reportId: string | null;
}

function viewOf(last: View, shown: Shown | null): View {
  if (shown === null) return { key: '', reportId: null };
  const { reportId } = shown;
  if (last.key !== '' && (last.reportId === null || last.reportId === reportId)) return { ...last, reportId };
  return { key: reportId ?? 'preview', reportId };
}

/** A report, or what is known of it so far; null when there is neither. */
function shownOf(content: PageContent): Shown | null {
  if (content.kind === 'report') return { ...content, working: null };
  if (content.kind !== 'working' || content.preview === null) return null;
  const { report, text } = content.preview;
  return { reportId: null, report, text, select: null, stale: [], working: { ...content, preview: content.preview } };
}

/** The state to open a report with: what is kept; after a change of parameters the same column and tab of the new report. */
function stateFor(reportId: string | null, sameSubject: { current: boolean }): PageState | null {
  const saved = savedState();
  // Nothing is kept of a preview; it opens where the report before it was.
  if (reportId === null) return saved !== null && sameSubject.current ? { ...saved, chunk: null } : null;
  if (saved === null || saved.reportId === reportId || !sameSubject.current) return saved;
  sameSubject.current = false;
  return { ...saved, reportId, chunk: null, range: null };
}

function savedState(): PageState | null {
  const state = vscodeApi().getState();
  return isPageState(state) ? state : null;
}
