import type { Chart, ChartKey, ChartWindow, ChartWords } from '../../../charts/chart.ts';
import { markColours } from '../../../charts/config.ts';
import { frame } from '../../../charts/frame.ts';
import { cellOf } from '../../../charts/window.ts';
import { formatCount } from '../../../format/count.ts';
import { fill } from '../../../format/fill.ts';
import { formatShare } from '../../../format/share.ts';
import type { ColumnReport } from '../result.ts';
import { categoryNames } from './categoryNames.ts';
import { type CategoryRow, categoryRows } from './categoryRows.ts';

const mostPictured = 10;
const listed = 30;
const step = 30;
/** Numbers are pictured all, for a gap in their order would be read as none of them: closer, where they are many. */
const closeStep = 26;
const nameWidth = 148;
/** Short names, as numbers have, leave more room to the bars. */
const shortNameWidth = 64;
const shortName = 8;

/** Shares of the categories on both sides, a grey and an accent bar each, largest moves first; numbers in their order. Null without categories. */
export function categoryChart(column: ColumnReport, window: ChartWindow, words: ChartWords): Chart | null {
  const { categories } = column;
  if (categories === null || categories.values.length === 0) return null;
  const { locale, labels } = words;
  const counts = cellOf(column, window)?.counts ?? null;
  const names = categoryNames(categories, words);
  const pictured = categories.ordered ? listed : mostPictured;
  const rows = categoryRows(categories, counts, pictured);
  const longest = Math.max(...rows.map((row) => Math.max(row.reference, row.current)), 0.001);
  const close = rows.length > mostPictured + 1;
  const height = rows.length * (close ? closeStep : step);
  const left = names.of.every((one) => one.length <= shortName) && categories.ordered ? shortNameWidth : nameWidth;
  const y = { type: 'quantitative', scale: { domain: [0, rows.length], nice: false, reverse: true }, axis: null };
  // Room for the numbers behind the bars.
  const x = { type: 'quantitative', scale: { domain: [0, longest * 1.16], nice: false } };
  const name = (row: CategoryRow): string => (row.index === null ? names.others(row.others) : names.of[row.index]!);
  const values = rows.flatMap((row, i) => [
    { k: i, n: name(row), y: i + 0.16, y2: i + 0.48, m: i + 0.33, v: row.reference, t: formatShare(row.reference, locale), s: 'r' },
    { k: i, n: name(row), y: i + 0.52, y2: i + 0.84, m: i + 0.69, v: row.current, t: formatShare(row.current, locale), s: 'c' },
  ]);
  const bars = (side: 'r' | 'c', colour: string): object => ({
    data: { values: values.filter((value) => value.s === side).map((value) => ({ ...value, z: 0 })) },
    mark: { type: 'rect', color: colour, stroke: null },
    encoding: {
      x: { ...x, field: 'z', axis: null },
      x2: { field: 'v' },
      y: { ...y, field: 'y' },
      y2: { field: 'y2' },
      tooltip: [
        { field: 'n', type: 'nominal', title: names.head },
        { field: 't', type: 'nominal', title: side === 'r' ? labels.referencePart : window.name },
      ],
    },
  });
  const spec = frame(
    height,
    [
      bars('r', markColours.reference),
      bars('c', markColours.current),
      {
        data: { values },
        mark: { type: 'text', align: 'left', baseline: 'middle', dx: 5, fontSize: close ? 9.5 : 10.5 },
        encoding: { x: { ...x, field: 'v' }, y: { ...y, field: 'm' }, text: { field: 't', type: 'nominal' } },
      },
      {
        data: { values: rows.map((row, i) => ({ n: name(row), y: i + 0.5 })) },
        mark: { type: 'text', align: 'right', baseline: 'middle', x: -8, limit: left - 10, fontSize: 12, color: markColours.name },
        encoding: { y: { ...y, field: 'y' }, text: { field: 'n', type: 'nominal' } },
      },
    ],
    { left, right: 10, top: 2, bottom: 2 },
  );
  const keys: ChartKey[] = [
    { mark: 'reference', text: labels.referencePart },
    { mark: 'current', text: window.name },
  ];
  const all = categories.values.length + categories.other.categories;
  if (all > pictured) {
    keys.push({ mark: 'note', text: fill(labels.moreCategories, formatCount(pictured, locale), formatCount(all, locale)) });
  }
  return {
    spec,
    description: fill(labels.chartDistribution, column.name, window.name),
    table: {
      head: [names.head, labels.referencePart, window.name],
      numeric: [false, true, true],
      rows: categoryRows(categories, counts, listed).map((row) => [
        name(row),
        formatShare(row.reference, locale),
        formatShare(row.current, locale),
      ]),
    },
    keys,
    picks: rows.map((row) => ({ name: name(row), selection: row.value === null ? null : { kind: 'category', value: row.value } })),
  };
}
