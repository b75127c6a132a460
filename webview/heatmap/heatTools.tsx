import type { VNode } from 'preact';
import { formatCount } from '../../src/core/format/count.ts';
import type { PageLabelKey } from '../../src/core/sections/pageLabelKeys.ts';
import { Dropdown, TextField } from '../common/controls.ts';
import type { Filtered } from '../filter/columnFilter.ts';
import { type ColumnOrder, columnOrders, hasWeights } from '../filter/columnOrder.ts';
import { FilterHelp } from '../filter/filterHelp.tsx';
import { label, usePage } from '../report/pageContext.ts';
import { type HeatMeasure, heatMeasures } from './heatMeasure.ts';

const orderLabels: Record<ColumnOrder, PageLabelKey> = {
  worst: 'sortWorst',
  importance: 'sortImportance',
  since: 'sortSince',
  name: 'sortName',
  file: 'sortFile',
  arrival: 'sortArrival',
};

interface HeatToolsProps {
  readonly filtered: Filtered;
  readonly of: number;
  readonly measure: HeatMeasure;
}

/** What is shown of the heatmap: filter, order and measure, and what they leave. */
export function HeatTools({ filtered, of, measure }: HeatToolsProps): VNode {
  const page = usePage();
  const { state, report, words } = page;
  const timed = report.time !== null;
  const orders = columnOrders.filter((order) => (timed || order !== 'since') && (order !== 'arrival' || state.sort === order));
  const shown = filtered.columns.length;
  const add = (term: string): void => {
    const filter = state.filter.trim();
    if (!filter.split(/\s+/).includes(term)) page.update({ filter: filter === '' ? term : `${filter} ${term}` });
  };
  return (
    <>
      <div class="tools">
        <span class="filter-box">
          <TextField
            class="filter"
            label={label(page, 'filter')}
            hint={label(page, 'filterHint')}
            value={state.filter}
            onInput={(filter) => page.update({ filter })}
          />
          <FilterHelp onAdd={add} />
        </span>
        <Dropdown
          label={label(page, 'sort')}
          value={orders.find((order) => order === state.sort) ?? 'worst'}
          options={orders.map((order) => ({ value: order, text: label(page, orderLabels[order]) }))}
          onChange={(sort) => page.update({ sort })}
        />
        {timed && (
          <Dropdown
            class="measure"
            label={label(page, 'measure')}
            value={measure.key}
            options={heatMeasures(page).map(({ key, name }) => ({ value: key, text: name }))}
            onChange={(value) => page.update({ measure: value })}
          />
        )}
        <span class="muted" role="status">
          {shown < of && label(page, 'filterCount', formatCount(shown, words.locale), formatCount(of, words.locale))}
        </span>
      </div>
      {state.sort === 'importance' && (
        <p class="muted tool-note">
          {label(page, 'sortImportanceNote')} {!hasWeights(report) && label(page, 'sortNoWeights')}
        </p>
      )}
      <div role="status">
        {filtered.unknown.map((term, index) => (
          <p class="tool-note watch" key={index}>
            {term.key === null ? label(page, 'filterUnknownValue', term.typed) : label(page, 'filterUnknownKey', `${term.key}:`)}
          </p>
        ))}
      </div>
    </>
  );
}
