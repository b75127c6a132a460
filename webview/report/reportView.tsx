import type { VNode } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PageContent, PageState } from '../../src/shared/webviewProtocol.ts';
import { usePrinting } from '../common/usePrinting.ts';
import { vscodeApi } from '../common/vscodeApi.ts';
import type { Jump } from './app.tsx';
import { ColumnsSection } from './columnsSection.tsx';
import { ComputedSection } from './computedSection.tsx';
import { DriftSection } from './driftSection.tsx';
import { type AskHost, type AskRows, chartWords, type Page, PageContext } from './pageContext.ts';
import { initialState } from './pageState.ts';
import { ReportHead } from './reportHead.tsx';
import type { RowsAsked } from './rowsAsked.ts';
import { SchemaSection } from './schemaSection.tsx';
import { SkipLinks } from './skipLinks.tsx';
import { StaleBanner } from './staleBanner.tsx';

interface ReportViewProps {
  readonly content: Extract<PageContent, { kind: 'report' }>;
  readonly saved: PageState | null;
  readonly jump: Jump | null;
  readonly ask: AskHost;
  readonly rows: AskRows;
  readonly hosted: boolean;
}

/** The report: its finding, and four numbered sections. Holds the selection, which the editor keeps over a reload. */
export function ReportView({ content, saved, jump, ask, rows, hosted }: ReportViewProps): VNode {
  const { report, text, stale } = content;
  const printing = usePrinting();
  const [state, setState] = useState<PageState>(() => initialState(content, saved));
  const [computedOpen, setComputedOpen] = useState(false);
  const reveal = useRef<string | null>(null);
  const words = useMemo(() => chartWords(text), [text]);
  const update = useCallback((change: Partial<PageState>) => setState((last) => ({ ...last, ...change })), []);
  const select = useCallback(
    (column: string, chunk: number | null, show = false) => {
      if (show) reveal.current = 'details';
      update({ column, chunk });
    },
    [update],
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
    reveal.current = 'computed';
    setComputedOpen(true);
    // Already open: nothing is drawn anew, so go there at once.
    document.getElementById('computed')?.focus();
  }, []);

  useEffect(() => vscodeApi().setState(state), [state]);
  useEffect(() => {
    if (jump !== null && report.columns.some((column) => column.name === jump.column)) select(jump.column, jump.chunk, true);
  }, [jump, report, select]);
  useEffect(() => {
    if (reveal.current === null) return;
    const element = document.getElementById(reveal.current);
    reveal.current = null;
    element?.scrollIntoView({ block: 'nearest' });
    element?.focus({ preventScroll: true });
  });

  const page: Page = { report, text, stale, words, state, hosted, printing, ask, rows, rowsAsked, showRows, update, select, showComputed };
  return (
    <PageContext.Provider value={page}>
      <div class="page" lang={text.locale}>
        <SkipLinks />
        <main>
          <ReportHead />
          <StaleBanner />
          <SchemaSection number={1} />
          <DriftSection number={2} />
          <ColumnsSection number={3} />
          <ComputedSection number={4} open={computedOpen || printing} onToggle={() => setComputedOpen(!computedOpen)} />
        </main>
      </div>
    </PageContext.Provider>
  );
}
