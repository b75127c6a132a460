import type { VNode } from 'preact';
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { PageState } from '../../src/shared/webviewProtocol.ts';
import type { RowsAsked } from '../column/rowsAsked.ts';
import { usePrinting } from '../common/usePrinting.ts';
import { useArrivalOrder } from '../filter/arrivalOrder.ts';
import { blockViews } from '../sections/registry.ts';
import type { Jump } from './app.tsx';
import { type AskHost, type AskRows, chartWords, type Page, PageContext } from './pageContext.ts';
import { PreviewBanner } from './previewBanner.tsx';
import { ReportHead } from './reportHead.tsx';
import type { Shown } from './shown.ts';
import { shownSections } from './shownSections.ts';
import { SkipLinks } from './skipLinks.tsx';
import { StaleBanner } from './staleBanner.tsx';
import { SteadyPart } from './steadyPart.tsx';
import { usePlaces } from './usePlaces.ts';
import { useReportState } from './useReportState.ts';
import { useStill } from './useStill.ts';

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
  const { text, stale, working, select: opening } = content;
  const printing = usePrinting();
  const place = useReportState(content, saved);
  const { state, update } = place;
  const report = useArrivalOrder(content.report, state.sort === 'arrival');
  const main = useRef<HTMLElement>(null);
  useStill(main, content.report);
  const words = useMemo(() => chartWords(text), [text]);
  const { select, reveal } = usePlaces(report, place, { select: opening, jump, onJumped });
  const rowsAsked = useRowsAsked(update);
  const computed = useComputed(printing, reveal);
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
    ...rowsAsked,
    update,
    select,
    ...computed,
  };
  const still = [report, text, stale, working, page.hosted, printing, ask];
  return (
    <PageContext.Provider value={page}>
      <div class={working === null ? 'page' : 'page unfinished'} lang={text.locale}>
        <SkipLinks />
        <main ref={main}>
          <SteadyPart page={page} shows={[...still, state.sort === 'arrival']}>
            <ReportHead />
            <PreviewBanner working={working} unordered={state.sort === 'arrival'} />
            <StaleBanner />
          </SteadyPart>
          <Sections page={page} still={still} />
        </main>
      </div>
    </PageContext.Provider>
  );
}

/** The sections that the report has, each drawn again only for what it shows. `still`: what all show of the page. */
function Sections({ page, still }: { readonly page: Page; readonly still: readonly unknown[] }): VNode {
  return (
    <>
      {shownSections(page).map(({ id, number, View, shows }) => {
        const blocks = blockViews.filter(({ within }) => within === id);
        const section = (
          <View key={id} number={number}>
            {blocks.map((block, i) => (
              <block.View key={i} />
            ))}
          </View>
        );
        return shows === undefined ? (
          section
        ) : (
          <SteadyPart key={id} page={page} shows={[...still, number, ...shows(page)]}>
            {section}
          </SteadyPart>
        );
      })}
    </>
  );
}

/** The rows that were asked for last, and how others are. */
function useRowsAsked(update: Page['update']): Pick<Page, 'rowsAsked' | 'showRows'> {
  const [rowsAsked, setRowsAsked] = useState<RowsAsked | null>(null);
  const showRows = useCallback(
    (asked: RowsAsked) => {
      setRowsAsked(asked);
      update({ tab: 'rows' });
    },
    [update],
  );
  return { rowsAsked, showRows };
}

/** Whether it is shown how the numbers came about: on paper always. */
function useComputed(printing: boolean, reveal: (id: string) => void): Pick<Page, 'computedOpen' | 'toggleComputed' | 'showComputed'> {
  const [opened, setOpened] = useState(false);
  const computedOpen = opened || printing;
  const showComputed = useCallback(() => {
    reveal('computed');
    setOpened(true);
    // Already open: nothing is drawn anew, so go there at once.
    document.getElementById('computed')?.focus();
  }, []);
  return { computedOpen, toggleComputed: () => setOpened(!computedOpen), showComputed };
}
