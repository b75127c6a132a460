import type { Chart, ChartKey, ChartTable, ChartWindow, ChartWords } from '../../../charts/chart.ts';
import { markColours } from '../../../charts/config.ts';
import { frame } from '../../../charts/frame.ts';
import { type Plane, place } from '../../../charts/plane.ts';
import { tip } from '../../../charts/tip.ts';
import { windowCell } from '../../../charts/window.ts';
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

/** What is drawn: the categories' rows, the largest moves first, and their names. */
interface Bars {
  readonly rows: readonly CategoryRow[];
  readonly names: ReturnType<typeof categoryNames>;
  /** How many of the categories are pictured at most. */
  readonly pictured: number;
  /** Whether the rows stand closer than usual. */
  readonly close: boolean;
  /** Room for the names. */
  readonly left: number;
  readonly window: ChartWindow;
}

/** Shares of the categories on both sides, a grey and an accent bar each, largest moves first; numbers in their order. Null without categories. */
export function categoryChart(column: ColumnReport, window: ChartWindow, words: ChartWords): Chart | null {
  const { categories } = column;
  if (categories === null || categories.values.length === 0) return null;
  const counts = windowCell(column, window)?.counts ?? null;
  const bars = barsOf(categories, counts, window, words);
  const { rows, close, left } = bars;
  return {
    spec: frame(rows.length * (close ? closeStep : step), layers(bars, words), { left, right: 10, top: 2, bottom: 2 }),
    description: fill(words.labels.chartDistribution, column.name, window.name),
    table: table(categoryRows(categories, counts, listed), bars, words),
    keys: keys(categories.values.length + categories.other.categories, bars, words),
    picks: rows.map((row) => ({
      name: nameOf(row, bars),
      selection: row.value === null ? null : { kind: 'category', value: row.value },
    })),
  };
}

type Categories = NonNullable<ColumnReport['categories']>;

function barsOf(categories: Categories, counts: readonly number[] | null, window: ChartWindow, words: ChartWords): Bars {
  const names = categoryNames(categories, words);
  const pictured = categories.ordered ? listed : mostPictured;
  const rows = categoryRows(categories, counts, pictured);
  return {
    rows,
    names,
    pictured,
    close: rows.length > mostPictured + 1,
    left: names.of.every((one) => one.length <= shortName) && categories.ordered ? shortNameWidth : nameWidth,
    window,
  };
}

function nameOf(row: CategoryRow, { names }: Bars): string {
  return row.index === null ? names.others(row.others) : names.of[row.index]!;
}

function layers(bars: Bars, words: ChartWords): object[] {
  const { rows, close, left } = bars;
  const plane = planeOf(rows);
  const values = valuesOf(bars, words.locale);
  return [
    sideLayer(values, 'r', bars, plane, words),
    sideLayer(values, 'c', bars, plane, words),
    {
      data: { values },
      mark: { type: 'text', align: 'left', baseline: 'middle', dx: 5, fontSize: close ? 9.5 : 10.5 },
      encoding: { ...place(plane, 'v', 'm'), text: { field: 't', type: 'nominal' } },
    },
    {
      data: { values: rows.map((row, i) => ({ n: nameOf(row, bars), y: i + 0.5 })) },
      mark: { type: 'text', align: 'right', baseline: 'middle', x: -8, limit: left - 10, fontSize: 12, color: markColours.name },
      encoding: { y: { ...plane.y, field: 'y' }, text: { field: 'n', type: 'nominal' } },
    },
  ];
}

function planeOf(rows: readonly CategoryRow[]): Plane {
  const longest = Math.max(...rows.map((row) => Math.max(row.reference, row.current)), 0.001);
  return {
    // Room for the numbers behind the bars.
    x: { type: 'quantitative', scale: { domain: [0, longest * 1.16], nice: false } },
    y: { type: 'quantitative', scale: { domain: [0, rows.length], nice: false, reverse: true }, axis: null },
  };
}

type Bar = ReturnType<typeof valuesOf>[number];

/** Two bars for each category, reference above current. */
function valuesOf(bars: Bars, locale: string) {
  return bars.rows.flatMap((row, i) => {
    const n = nameOf(row, bars);
    const { reference, current } = row;
    return [
      { k: i, n, y: i + 0.16, y2: i + 0.48, m: i + 0.33, v: reference, t: formatShare(reference, locale), s: 'r' },
      { k: i, n, y: i + 0.52, y2: i + 0.84, m: i + 0.69, v: current, t: formatShare(current, locale), s: 'c' },
    ];
  });
}

function sideLayer(values: readonly Bar[], side: 'r' | 'c', { names, window }: Bars, { x, y }: Plane, { labels }: ChartWords): object {
  return {
    data: { values: values.filter((value) => value.s === side).map((value) => ({ ...value, z: 0 })) },
    mark: { type: 'rect', color: side === 'r' ? markColours.reference : markColours.current, stroke: null },
    encoding: {
      x: { ...x, field: 'z', axis: null },
      x2: { field: 'v' },
      y: { ...y, field: 'y' },
      y2: { field: 'y2' },
      tooltip: tip(['n', names.head], ['t', side === 'r' ? labels.referencePart : window.name]),
    },
  };
}

function keys(all: number, { pictured, window }: Bars, { locale, labels }: ChartWords): ChartKey[] {
  const rest = fill(labels.moreCategories, formatCount(pictured, locale), formatCount(all, locale));
  return [
    { mark: 'reference', text: labels.referencePart },
    { mark: 'current', text: window.name },
    ...(all > pictured ? [{ mark: 'note' as const, text: rest }] : []),
  ];
}

function table(rows: readonly CategoryRow[], bars: Bars, { locale, labels }: ChartWords): ChartTable {
  return {
    head: [bars.names.head, labels.referencePart, bars.window.name],
    numeric: [false, true, true],
    rows: rows.map((row) => [nameOf(row, bars), formatShare(row.reference, locale), formatShare(row.current, locale)]),
  };
}
