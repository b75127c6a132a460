import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { formatCount } from '../../src/core/format/count.ts';
import type { PageLabelKey } from '../../src/core/report/pageLabelKeys.ts';
import { Dropdown, TextField } from '../common/controls.ts';
import { usesScreenReader } from '../common/theme.ts';
import { useWidth } from '../common/useWidth.ts';
import { filterColumns } from './columnFilter.ts';
import { type ColumnOrder, columnOrders, orderColumns } from './columnOrder.ts';
import { DrillDown } from './drillDown.tsx';
import { HeatLegend } from './heatLegend.tsx';
import { Heatmap } from './heatmap.tsx';
import { HeatTable } from './heatTable.tsx';
import { Link } from './link.tsx';
import { label, usePage } from './pageContext.ts';
import { Section } from './section.tsx';

const orderLabels: Record<ColumnOrder, PageLabelKey> = {
  worst: 'sortWorst',
  since: 'sortSince',
  name: 'sortName',
  file: 'sortFile',
  arrival: 'sortArrival',
};
/** Room of the heatmap's names and of each chunk; the drill-down stands beside it only where both have room, else it follows. */
const namesRoom = 310;
const chunkRoom = 27;
const methodsRoom = 560;
const detailsRoom = 400 + 28;

/** What moved and since when: the heatmap of all tested columns with the drill-down of the chosen one. */
export function DriftSection({ number }: { readonly number: number }): VNode {
  const page = usePage();
  const { report, state, text } = page;
  const [asTable, setAsTable] = useState(usesScreenReader);
  const shown = useMemo(() => report.columns.filter((column) => column.worst !== 'not_tested'), [report]);
  const columns = useMemo(
    () => orderColumns(filterColumns(shown, state.filter, text), state.sort, report),
    [shown, state.filter, state.sort, text, report],
  );
  const step = (by: number): void => {
    const at = columns.findIndex((column) => column.name === state.column);
    const next = columns[at < 0 ? 0 : at + by];
    if (next !== undefined) page.select(next.name, state.chunk);
  };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      event.preventDefault();
      step(event.key === 'ArrowUp' ? -1 : 1);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
  const timed = report.time !== null;
  const orders = columnOrders.filter((order) => (timed || order !== 'since') && (order !== 'arrival' || state.sort === order));
  const { locale } = page.words;
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
            <div class="tools">
              <TextField
                class="filter"
                label={label(page, 'filter')}
                hint={label(page, 'filterHint')}
                value={state.filter}
                onInput={(filter) => page.update({ filter })}
              />
              <Dropdown
                label={label(page, 'sort')}
                value={state.sort}
                options={orders.map((order) => ({ value: order, text: label(page, orderLabels[order]) }))}
                onChange={(sort) => page.update({ sort })}
              />
              <span class="muted" role="status">
                {columns.length < shown.length &&
                  label(page, 'filterCount', formatCount(columns.length, locale), formatCount(shown.length, locale))}
              </span>
            </div>
            {columns.length === 0 ? (
              <p class="empty">
                {label(page, 'filterNone', state.filter)}{' '}
                <Link onClick={() => page.update({ filter: '' })}>{label(page, 'filterClear')}</Link>
              </p>
            ) : asTable ? (
              <HeatTable columns={columns} />
            ) : (
              <>
                <Heatmap columns={columns} />
                <HeatLegend />
              </>
            )}
          </div>
          <DrillDown onStep={step} />
        </div>
      )}
    </Section>
  );
}
