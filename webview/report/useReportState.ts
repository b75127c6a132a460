import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PageState } from '../../src/shared/webviewProtocol.ts';
import { vscodeApi } from '../common/vscodeApi.ts';
import { initialState } from './pageState.ts';
import type { Shown } from './shown.ts';

/** Id in the state of a page that shows no report yet. */
const preview = '';

/** Where the reader is, and how to go elsewhere. */
export interface ReportState {
  readonly state: PageState;
  /** Goes elsewhere, from where the reader is by then. */
  readonly change: (next: (last: PageState) => PageState) => void;
  /** Changes some of it. */
  readonly update: (change: Partial<PageState>) => void;
}

/** Where the reader is in a report, which the editor keeps over a reload; in the report after a preview it goes on where the reader was at work. */
export function useReportState(content: Shown, saved: PageState | null): ReportState {
  const { reportId } = content;
  const [state, setState] = useState<PageState>(() => openingState(content, saved));
  const touched = useRef(false);
  const change = useCallback((next: (last: PageState) => PageState) => {
    touched.current = true;
    setState(next);
  }, []);
  const update = useCallback((part: Partial<PageState>) => change((last) => ({ ...last, ...part })), [change]);
  const shownId = useRef(reportId);
  useLayoutEffect(() => {
    if (shownId.current === reportId || reportId === null) return;
    shownId.current = reportId;
    // A reader who is at work in the preview goes on there; else the report opens as any other.
    const reading = touched.current || document.querySelector('#drift:hover, #drift :focus') !== null;
    setState((last) => (reading ? { ...last, reportId } : initialState({ ...content, reportId }, saved)));
  }, [reportId]);
  useEffect(() => {
    // Of a preview nothing is kept: it would not be there after a reload.
    if (state.reportId !== preview) vscodeApi().setState(state);
  }, [state]);
  return { state, change, update };
}

/** Where the page opens. A preview opens where the report before it was, with its columns in the order in which they come. */
function openingState(content: Shown, saved: PageState | null): PageState {
  const { reportId } = content;
  if (reportId === null) {
    const fresh = { column: null, chunk: null, tab: 'distribution', filter: '' };
    return { ...(saved ?? fresh), reportId: preview, sort: 'arrival' };
  }
  const state = initialState({ ...content, reportId }, saved);
  return state.sort === 'arrival' ? { ...state, sort: 'worst' } : state;
}
