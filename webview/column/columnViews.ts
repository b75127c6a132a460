import type { ColumnReport } from '../../src/core/sections/drift/result.ts';
import type { PageLabelKey } from '../../src/core/sections/pageLabelKeys.ts';

/** Tabs of the drill-down. */
export type ColumnViewName = 'distribution' | 'cumulative' | 'quantiles' | 'time' | 'where' | 'rows' | 'methods';

export const viewLabels: Readonly<Record<ColumnViewName, PageLabelKey>> = {
  distribution: 'tabDistribution',
  cumulative: 'tabCumulative',
  quantiles: 'tabQuantiles',
  time: 'tabTime',
  where: 'tabWhere',
  rows: 'tabRows',
  methods: 'tabMethods',
};

/** The views a column has something to show in; rows are asked of a host. */
export function columnViews(column: ColumnReport, timed: boolean, hosted: boolean): ColumnViewName[] {
  const views: ColumnViewName[] = [];
  if (column.histogram !== null || column.categories !== null) views.push('distribution');
  if (column.ecdf !== null) views.push('cumulative');
  if (column.quantileShift !== null) views.push('quantiles');
  if (timed && column.chunks.length > 0) views.push('time');
  if (column.histogram !== null || column.categories !== null) views.push('where');
  if (hosted && (column.histogram !== null || column.categories !== null)) views.push('rows');
  if (column.measures !== null) views.push('methods');
  return views;
}
