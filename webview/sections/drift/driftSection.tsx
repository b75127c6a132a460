import type { VNode } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ColumnMark } from '../../../src/core/check/verdict.ts';
import { columnsOf } from '../../../src/core/report/sectionOf.ts';
import type { ColumnReport } from '../../../src/core/sections/drift/result.ts';
import { DrillDown } from '../../column/drillDown.tsx';
import { usesScreenReader } from '../../common/theme.ts';
import { useWidth } from '../../common/useWidth.ts';
import { filterColumns, filterIndex } from '../../filter/columnFilter.ts';
import { orderColumns } from '../../filter/columnOrder.ts';
import { judge, rangeWithin } from '../../heatmap/chunkRange.ts';
import { HeatLegend } from '../../heatmap/heatLegend.tsx';
import { heatMeasureOf } from '../../heatmap/heatMeasure.ts';
import { Heatmap } from '../../heatmap/heatmap.tsx';
import { HeatTable } from '../../heatmap/heatTable.tsx';
import { HeatTools } from '../../heatmap/heatTools.tsx';
import { RangeLine } from '../../heatmap/rangeLine.tsx';
import { Link } from '../../report/link.tsx';
import { label, usePage } from '../../report/pageContext.ts';
import { Section } from '../../report/sectionFrame.tsx';
import { SteadyPart } from '../../report/steadyPart.tsx';
import type { SectionViewProps } from '../sectionView.ts';

/** Room of the heatmap's names and of each chunk; the drill-down stands beside it only where both have room, else it follows. */
const namesRoom = 310;
const chunkRoom = 27;
const methodsRoom = 560;
const detailsRoom = 400 + 28;

/** What moved and since when: the heatmap of all tested columns with the drill-down of the chosen one. */
export function DriftSection({ number }: SectionViewProps): VNode {
  const page = usePage();
  const { report, state, text, words } = page;
  const [asTable, setAsTable] = useState(usesScreenReader);
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
  const { columns } = filtered;
  const step = (by: number): void => {
    const at = columns.findIndex((column) => column.name === state.column);
    const next = columns[at < 0 ? 0 : at + by];
    if (next !== undefined) page.select(next.name, state.chunk);
  };
  const latestStep = useRef(step);
  latestStep.current = step;
  const onStep = useCallback((by: number) => latestStep.current(by), []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      event.preventDefault();
      onStep(event.key === 'ArrowUp' ? -1 : 1);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  const split = useRef<HTMLDivElement>(null);
  const width = useWidth(split);
  const overview = timed ? Math.max(460, namesRoom + chunkRoom * (report.time?.chunks.length ?? 0)) : methodsRoom;
  const beside = width >= overview + detailsRoom;
  return (
    <Section
      id="drift"
      number={number}
      title={label(page, timed ? 'driftTitle' : 'driftTitleNoTime')}
      say={text.drift}
      actions={
        <>
          <Link onClick={() => setAsTable(!asTable)}>{label(page, asTable ? 'asHeatmap' : 'asTable')}</Link>
          <Link onClick={page.showComputed}>{label(page, 'howDecided')}</Link>
        </>
      }
    >
      {shown.length > 0 && (
        <div class={beside ? 'split' : 'split stacked'} ref={split} style={{ '--overview': `${overview}px` }}>
          <div class="overview">
            <HeatTools filtered={filtered} of={shown.length} measure={measure} />
            {timed && <RangeLine range={range} />}
            {columns.length === 0 ? (
              <p class="empty">
                {label(page, 'filterNone', state.filter)}{' '}
                <Link onClick={() => page.update({ filter: '' })}>{label(page, 'filterClear')}</Link>
              </p>
            ) : asTable ? (
              <HeatTable columns={columns} measure={measure} range={range} verdictOf={verdictOf} />
            ) : (
              <>
                <Heatmap
                  columns={columns}
                  view={`${state.filter}\n${state.sort}\n${range?.join()}`}
                  measure={measure}
                  range={range}
                  verdictOf={verdictOf}
                />
                <HeatLegend measure={measure} />
              </>
            )}
          </div>
          <SteadyPart
            page={page}
            shows={[report, text, page.hosted, page.printing, page.ask, page.rowsAsked, state.column, state.chunk, state.tab, state.range]}
          >
            <DrillDown onStep={onStep} />
          </SteadyPart>
        </div>
      )}
    </Section>
  );
}
