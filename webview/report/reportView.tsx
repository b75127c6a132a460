import type { VNode } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { columnsOf, resultOf } from '../../src/core/report/sectionOf.ts';
import type { PageContent, PageState, Preview, ReportPlace } from '../../src/shared/webviewProtocol.ts';
import type { RowsAsked } from '../column/rowsAsked.ts';
import { usePrinting } from '../common/usePrinting.ts';
import { vscodeApi } from '../common/vscodeApi.ts';
import { useArrivalOrder } from '../filter/arrivalOrder.ts';
import { ComputedSection } from '../sections/computed/computedSection.tsx';
import { ColumnsSection } from '../sections/drift/columnsSection.tsx';
import { DriftSection } from '../sections/drift/driftSection.tsx';
import { EvaluationSections } from '../sections/evaluationSections.tsx';
import { measureId, measureKey } from '../sections/performance/measureKey.ts';
import { SchemaSection } from '../sections/quality/schemaSection.tsx';
import type { Jump } from './app.tsx';
import { type AskHost, type AskRows, chartWords, type Page, PageContext } from './pageContext.ts';
import { initialState } from './pageState.ts';
import { PreviewBanner } from './previewBanner.tsx';
import { ReportHead } from './reportHead.tsx';
import { sectionNumbers } from './sectionNumbers.ts';
import { SkipLinks } from './skipLinks.tsx';
import { StaleBanner } from './staleBanner.tsx';
import { SteadyPart } from './steadyPart.tsx';
import { useStill } from './useStill.ts';

type Working = Extract<PageContent, { kind: 'working' }>;

/** A report, or the preview of one. */
export type Shown = Omit<Extract<PageContent, { kind: 'report' }>, 'kind' | 'reportId'> & {
  /** Null: a preview. */
  readonly reportId: string | null;
  /** The work that the preview is of; null: a report. */
  readonly working: (Working & { readonly preview: Preview }) | null;
};

interface ReportViewProps {
  readonly content: Shown;
  readonly saved: PageState | null;
  readonly jump: Jump | null;
  /** The page went there: the next report does not go there again. */
  readonly onJumped: () => void;
  readonly ask: AskHost;
  readonly rows: AskRows;
  readonly hosted: boolean;
}

/** The report: its finding, and numbered sections. Holds the selection, which the editor keeps over a reload. */
export function ReportView({ content, saved, jump, onJumped, ask, rows, hosted }: ReportViewProps): VNode {
  const { text, stale, reportId, working } = content;
  const printing = usePrinting();
  const [state, setState] = useState<PageState>(() => openingState(content, saved));
  const report = useArrivalOrder(content.report, state.sort === 'arrival');
  const main = useRef<HTMLElement>(null);
  useStill(main, content.report);
  const touched = useRef(false);
  const [computedOpen, setComputedOpen] = useState(false);
  const reveal = useRef<Reveal | null>(null);
  const words = useMemo(() => chartWords(text), [text]);
  const update = useCallback((change: Partial<PageState>) => {
    touched.current = true;
    setState((last) => ({ ...last, ...change }));
  }, []);
  const select = useCallback(
    (column: string, chunk: number | null, show = false) => {
      if (show) reveal.current = { id: 'details', below: null };
      update({ column, chunk });
    },
    [update],
  );
  const goTo = useCallback(
    ({ column, chunk, section, measure }: ReportPlace): boolean => {
      if (section === undefined) {
        const known = columnsOf(report).some(({ name }) => name === column);
        if (known) select(column, chunk, true);
        return known;
      }
      const measures = resultOf(report, 'performance')?.measures ?? null;
      if (measures === null) return false;
      const key = measure === undefined ? null : measureKey({ current: measure });
      const known = key !== null && measures.some((row) => measureKey(row) === key);
      reveal.current = { id: known ? measureId(key) : section, below: section };
      touched.current = true;
      setState((last) => (known ? { ...last, evaluation: { ...last.evaluation, measure: key } } : { ...last }));
      return true;
    },
    [report, select],
  );
  const [rowsAsked, setRowsAsked] = useState<RowsAsked | null>(null);
  const showRows = useCallback(
    (asked: RowsAsked) => {
      setRowsAsked(asked);
      update({ tab: 'rows' });
    },
    [update],
  );
  const showComputed = useCallback(() => {
    reveal.current = { id: 'computed', below: null };
    setComputedOpen(true);
    // Already open: nothing is drawn anew, so go there at once.
    document.getElementById('computed')?.focus();
  }, []);

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
  useEffect(() => {
    if (jump !== null && goTo(jump.place)) onJumped();
  }, [jump, goTo]);
  useEffect(() => {
    if (content.select?.section !== undefined) goTo(content.select);
  }, [content.select]);
  useEffect(() => {
    const element = document.getElementById(reveal.current?.id ?? '');
    // A row that was not in the table is drawn first.
    if (reveal.current === null || element === null) return;
    const { below } = reveal.current;
    reveal.current = null;
    if (below !== null) document.getElementById(below)?.scrollIntoView({ block: 'start' });
    element.scrollIntoView({ block: 'nearest' });
    element.focus({ preventScroll: true });
  });

  const page: Page = {
    report,
    text,
    stale,
    words,
    state,
    hosted: hosted && working === null,
    printing,
    ask,
    rows,
    rowsAsked,
    showRows,
    update,
    select,
    showComputed,
  };
  const numbers = sectionNumbers(page);
  const still = [report, text, stale, working, page.hosted, printing, ask];
  const open = computedOpen || printing;
  return (
    <PageContext.Provider value={page}>
      <div class={working === null ? 'page' : 'page unfinished'} lang={text.locale}>
        <SkipLinks />
        <main ref={main}>
          <SteadyPart page={page} shows={[...still, state.sort === 'arrival']}>
            <ReportHead />
            <PreviewBanner working={working} unordered={state.sort === 'arrival'} />
            <StaleBanner />
            {numbers.schema > 0 && <SchemaSection number={numbers.schema} />}
          </SteadyPart>
          {numbers.drift > 0 && <DriftSection number={numbers.drift} />}
          <SteadyPart page={page} shows={[...still, state.sort === 'arrival', state.column]}>
            {numbers.columns > 0 && <ColumnsSection number={numbers.columns} />}
          </SteadyPart>
          <EvaluationSections numbers={numbers} />
          <SteadyPart page={page} shows={[...still, open]}>
            <ComputedSection number={numbers.computed} open={open} onToggle={() => setComputedOpen(!open)} />
          </SteadyPart>
        </main>
      </div>
    </PageContext.Provider>
  );
}

/** What is to be brought into view and to get the focus once it is drawn, and the section that is brought to the top before. */
interface Reveal {
  readonly id: string;
  readonly below: string | null;
}

/** Id in the state of a page that shows no report yet. */
const preview = '';

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
