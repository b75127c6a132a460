import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { DrillDown } from '../../column/drillDown.tsx';
import { usesScreenReader } from '../../common/theme.ts';
import { useWidth } from '../../common/useWidth.ts';
import { HeatLegend } from '../../heatmap/heatLegend.tsx';
import { Heatmap } from '../../heatmap/heatmap.tsx';
import { HeatTable } from '../../heatmap/heatTable.tsx';
import { HeatTools } from '../../heatmap/heatTools.tsx';
import { RangeLine } from '../../heatmap/rangeLine.tsx';
import { Link } from '../../report/link.tsx';
import { label, usePage } from '../../report/pageContext.ts';
import { Section } from '../../report/sectionFrame.tsx';
import { SteadyPart } from '../../report/steadyPart.tsx';
import type { SectionViewProps } from '../sectionView.ts';
import { useColumnSteps } from './useColumnSteps.ts';
import { type FilteredColumns, useFilteredColumns } from './useFilteredColumns.ts';

/** Room of the heatmap's names and of each chunk; the drill-down stands beside it only where both have room, else it follows. */
const namesRoom = 310;
const chunkRoom = 27;
const methodsRoom = 560;
const detailsRoom = 400 + 28;

/** What moved and since when: the heatmap of all tested columns with the drill-down of the chosen one. */
export function DriftSection({ number }: SectionViewProps): VNode {
  const page = usePage();
  const { report, state, text } = page;
  const [asTable, setAsTable] = useState(usesScreenReader);
  const found = useFilteredColumns();
  const { shown, filtered, timed } = found;
  const { columns } = filtered;
  const onStep = useColumnSteps(columns);
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
            <HeatTools filtered={filtered} of={shown.length} measure={found.measure} />
            {timed && <RangeLine range={found.range} />}
            <Overview found={found} asTable={asTable} />
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

/** The columns as a heatmap or as a table; what to do where the filter finds none. */
function Overview({ found, asTable }: { readonly found: FilteredColumns; readonly asTable: boolean }): VNode {
  const page = usePage();
  const { measure, range, verdictOf } = found;
  const { columns } = found.filtered;
  const { filter, sort } = page.state;
  if (columns.length === 0)
    return (
      <p class="empty">
        {label(page, 'filterNone', filter)} <Link onClick={() => page.update({ filter: '' })}>{label(page, 'filterClear')}</Link>
      </p>
    );
  if (asTable) return <HeatTable columns={columns} measure={measure} range={range} verdictOf={verdictOf} />;
  return (
    <>
      <Heatmap columns={columns} view={`${filter}\n${sort}\n${range?.join()}`} measure={measure} range={range} verdictOf={verdictOf} />
      <HeatLegend measure={measure} />
    </>
  );
}
