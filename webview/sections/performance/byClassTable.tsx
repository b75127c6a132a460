import type { VNode } from 'preact';
import { formatCount } from '../../../src/core/format/count.ts';
import { formatFixed } from '../../../src/core/format/fixed.ts';
import type { ClassRow } from '../../../src/core/sections/performance/result.ts';
import { DataTable } from '../../common/dataTable.tsx';
import { CopyTable } from '../../copy/copyTable.tsx';
import { label, usePage } from '../../report/pageContext.ts';

/** Precision, recall and F1 of each class, reference → current. */
export function ByClassTable({ rows }: { readonly rows: readonly ClassRow[] }): VNode {
  const page = usePage();
  const { locale } = page.words;
  const figure = (value: number | null): string => (value === null ? '–' : formatFixed(value, 3, locale));
  const both = (row: ClassRow, key: 'precision' | 'recall' | 'f1'): string =>
    row.reference === null ? figure(row[key]) : `${figure(row.reference[key])} → ${figure(row[key])}`;
  const table = {
    head: [label(page, 'evClass'), label(page, 'evPrecision'), label(page, 'evRecall'), label(page, 'evF1'), label(page, 'headRows')],
    numeric: [false, true, true, true, true],
    rows: rows.map((row) => [
      row.label,
      both(row, 'precision'),
      both(row, 'recall'),
      both(row, 'f1'),
      row.reference === null
        ? formatCount(row.support, locale)
        : `${formatCount(row.reference.support, locale)} → ${formatCount(row.support, locale)}`,
    ]),
  };
  return (
    <div class="copyable">
      <DataTable table={table} caption={label(page, 'evByClassCaption')} />
      <p class="more under">
        {rows.some((row) => row.reference !== null) && <span class="muted small">{label(page, 'evArrowKey')}</span>}
        <CopyTable />
      </p>
    </div>
  );
}
