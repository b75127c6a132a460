import { useMemo } from 'preact/hooks';
import type { ColumnMark } from '../../../src/core/check/verdict.ts';
import { columnsOf } from '../../../src/core/report/sectionOf.ts';
import type { ColumnReport } from '../../../src/core/sections/drift/result.ts';
import { filterColumns, filterIndex } from '../../filter/columnFilter.ts';
import { orderColumns } from '../../filter/columnOrder.ts';
import { type ChunkRange, judge, rangeWithin } from '../../heatmap/chunkRange.ts';
import { type HeatMeasure, heatMeasureOf } from '../../heatmap/heatMeasure.ts';
import { usePage } from '../../report/pageContext.ts';

/** The columns of the heatmap, in what is looked at of them. */
export interface FilteredColumns {
  /** Tested columns. */
  readonly shown: readonly ColumnReport[];
  /** Those of them that the filter lets through, in the order that was chosen. */
  readonly filtered: ReturnType<typeof filterColumns>;
  readonly timed: boolean;
  readonly measure: HeatMeasure;
  /** Chunks looked at; null: the whole period. */
  readonly range: ChunkRange | null;
  /** ColumnMark of a column within the range. */
  readonly verdictOf: (column: ColumnReport) => ColumnMark;
}

/** The tested columns, judged within the chosen range, ordered and filtered as the page's state says. */
export function useFilteredColumns(): FilteredColumns {
  const { report, state, text, words } = usePage();
  const shown = useMemo(() => columnsOf(report).filter((column) => column.verdict !== 'not_tested'), [report]);
  const timed = report.time !== null;
  // The same measure is the same object: rows are not drawn again.
  const measure = useMemo(
    () => heatMeasureOf({ report, text, words }, timed ? state.measure : 'moved'),
    [report, text, words, timed, state.measure],
  );
  const [from, to] = rangeWithin(state.range, report.time?.chunks.length ?? 0) ?? [];
  // The same range is the same object: what depends on it is not worked out again.
  const range = useMemo(() => (from === undefined || to === undefined ? null : ([from, to] as const)), [from, to]);
  const index = useMemo(() => filterIndex(shown, report, text, words.labels), [shown, report, text, words]);
  const verdictOf = useMemo(() => {
    const verdicts = new Map<ColumnReport, ColumnMark>(shown.map((column) => [column, judge(column, range).verdict]));
    return (column: ColumnReport): ColumnMark => verdicts.get(column) ?? column.verdict;
  }, [shown, range]);
  const ordered = useMemo(() => orderColumns(shown, state.sort, report, range), [shown, state.sort, report, range]);
  const filtered = useMemo(() => filterColumns(ordered, state.filter, index, verdictOf), [ordered, state.filter, index, verdictOf]);
  return { shown, filtered, timed, measure, range, verdictOf };
}
