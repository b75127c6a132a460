import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { Report } from '../../src/core/report/report.ts';
import { columnsOf, resultOf } from '../../src/core/report/sectionOf.ts';
import type { ReportPlace } from '../../src/shared/webviewProtocol.ts';
import { measureId, measureKey } from '../sections/performance/measureKey.ts';
import type { Jump } from './app.tsx';
import type { ReportState } from './useReportState.ts';

/** What is to be brought into view and to get the focus once it is drawn, and the section that is brought to the top before. */
interface Reveal {
  readonly id: string;
  readonly below: string | null;
}

/** Where a page is to go by itself. */
interface Wanted {
  /** Where the report opens. */
  readonly select: ReportPlace | null;
  readonly jump: Jump | null;
  /** The page went there: the next report does not go there again. */
  readonly onJumped: () => void;
}

/** Ways to the places of a report. */
export interface Places {
  /** Opens the drill-down of a column; with `show` it is also brought into view. */
  readonly select: (column: string, chunk: number | null, show?: boolean) => void;
  /** Brings what has this id into view once it is drawn. */
  readonly reveal: (id: string) => void;
}

/** Goes to places of a report: those asked for from within, and those the page is to go to by itself. */
export function usePlaces(report: Report, { change, update }: ReportState, { select: opening, jump, onJumped }: Wanted): Places {
  const revealed = useRef<Reveal | null>(null);
  const reveal = useCallback((id: string) => {
    revealed.current = { id, below: null };
  }, []);
  const select = useCallback(
    (column: string, chunk: number | null, show = false) => {
      if (show) reveal('details');
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
      revealed.current = { id: known ? measureId(key) : section, below: section };
      change((last) => (known ? { ...last, evaluation: { ...last.evaluation, measure: key } } : { ...last }));
      return true;
    },
    [report, select],
  );
  useEffect(() => {
    if (jump !== null && goTo(jump.place)) onJumped();
  }, [jump, goTo]);
  useEffect(() => {
    if (opening?.section !== undefined) goTo(opening);
  }, [opening]);
  useEffect(() => {
    const element = document.getElementById(revealed.current?.id ?? '');
    // A row that was not in the table is drawn first.
    if (revealed.current === null || element === null) return;
    const { below } = revealed.current;
    revealed.current = null;
    if (below !== null) document.getElementById(below)?.scrollIntoView({ block: 'start' });
    element.scrollIntoView({ block: 'nearest' });
    element.focus({ preventScroll: true });
  });
  return { select, reveal };
}
