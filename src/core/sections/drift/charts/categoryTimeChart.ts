import type { Chart, ChartKey, ChartTable, ChartWindow, ChartWords } from '../../../charts/chart.ts';
import { markColours, sideColour } from '../../../charts/config.ts';
import { frame } from '../../../charts/frame.ts';
import { type Plane, place } from '../../../charts/plane.ts';
import { dotSize, timeBackground, timeScale, verdictMarks } from '../../../charts/timeLayers.ts';
import { type TimeSlot, type TimeSlots, timeSlots } from '../../../charts/timeSlots.ts';
import { tip } from '../../../charts/tip.ts';
import { formatCount } from '../../../format/count.ts';
import { fill } from '../../../format/fill.ts';
import { formatShare } from '../../../format/share.ts';
import type { TimeAxis } from '../../../report/report.ts';
import type { ColumnReport } from '../result.ts';
import { categoryNames } from './categoryNames.ts';

const lane = 40;
/** Part of a lane its line may take: the rest keeps lanes apart. */
const used = 0.84;
/** Half the height of a lane stands for at least this much: noise is not blown up to look like a move. */
const smallestSpan = 0.05;
export const categoryNameWidth = 148;
export const categoryNumberWidth = 92;

/** A category's lane: its place, its name and its share in the whole of reference. */
interface Lane {
  readonly index: number;
  readonly name: string;
  readonly usual: number;
}

type FilledSlot = TimeSlot & { readonly shares: readonly number[] };

/** What is drawn: the chunks whose shares are known, and the lanes. */
interface Lanes {
  readonly slots: TimeSlots;
  readonly filled: readonly FilledSlot[];
  readonly lanes: readonly Lane[];
  /** What the categories are. */
  readonly head: string;
}

/**
 * Share of each of the first categories over time, one lane below the other, all on the same scale, each around its share in
 * the whole of reference (dashed): two colours are enough for any number of categories. Null for columns without shares.
 */
export function categoryTimeChart(
  time: TimeAxis,
  column: ColumnReport,
  window: ChartWindow,
  names: readonly string[],
  words: ChartWords,
): Chart | null {
  const lanes = lanesOf(column, timeSlots(time, column, window, names, words.locale), words);
  if (lanes === null) return null;
  const padding = { left: categoryNameWidth, right: categoryNumberWidth, top: 16, bottom: 24 };
  return {
    spec: frame(lanes.lanes.length * lane, layers(lanes, words), padding),
    description: fill(words.labels.chartTime, column.name),
    table: table(lanes, words),
    keys: keys(lanes, words),
  };
}

function lanesOf({ categories }: ColumnReport, slots: TimeSlots, words: ChartWords): Lanes | null {
  const filled = slots.slots.flatMap((slot) => (slot.summary.shares === null ? [] : [{ ...slot, shares: slot.summary.shares }]));
  if (categories === null || filled.length === 0) return null;
  const count = Math.min(categories.values.length, Math.max(...filled.map((slot) => slot.shares.length)));
  const rows = categories.values.reduce((sum, entry) => sum + entry.reference, categories.other.reference);
  const called = categoryNames(categories, words);
  const lanes = categories.values
    .slice(0, count)
    .map((entry, index) => ({ index, name: called.of[index]!, usual: entry.reference / Math.max(1, rows) }));
  return { slots, filled, lanes, head: called.head };
}

function layers(drawn: Lanes, words: ChartWords): object[] {
  const { slots, filled, lanes } = drawn;
  const plane: Plane = {
    x: timeScale(slots),
    y: { type: 'quantitative', scale: { domain: [0, lanes.length], nice: false, reverse: true }, axis: null },
  };
  // The verdict is the column's, not a category's: its marks stand above all lanes.
  const verdicts = filled.map((slot) => ({ x: slot.x, m: -0.2, verdict: slot.verdict }));
  const [usual, ...names] = laneLayers(drawn, plane, words.locale);
  return [...timeBackground(slots), usual!, ...lineLayers(drawn, plane, words), ...verdictMarks(verdicts, plane.x, plane.y), ...names];
}

/** The lines of all lanes, those of each side in its colour. */
function lineLayers({ filled, lanes, head }: Lanes, plane: Plane, { locale, labels }: ChartWords): object[] {
  const moved = filled.flatMap((slot) => lanes.map(({ index, usual }) => Math.abs((slot.shares[index] ?? 0) - usual)));
  const span = Math.max(smallestSpan, ...moved);
  const points = lanes.flatMap(({ index, name, usual }) =>
    filled.map((slot) => ({
      x: slot.x,
      m: index + 0.5 - (((slot.shares[index] ?? 0) - usual) / span) * (used / 2),
      g: `${index}${slot.side}`,
      n: slot.name,
      c: name,
      t: formatShare(slot.shares[index] ?? 0, locale),
      side: slot.side,
    })),
  );
  const tooltip = tip(['c', head], ['n', labels.axisChunk], ['t', labels.axisShareOfRows]);
  return (['reference', 'current'] as const).flatMap((side) => {
    const values = points.filter((point) => point.side === side);
    if (values.length === 0) return [];
    const colour = sideColour(side);
    return [
      {
        data: { values },
        mark: { type: 'line', color: colour, strokeWidth: 1.8 },
        encoding: { ...place(plane, 'x', 'm'), detail: { field: 'g' } },
      },
      {
        data: { values },
        mark: { type: 'circle', color: colour, size: dotSize(filled.length, 16), opacity: 1 },
        encoding: { ...place(plane, 'x', 'm'), tooltip },
      },
    ];
  });
}

/** The share of reference as a line in each lane, its name to the left, and to the right where the share stands now. */
function laneLayers({ filled, lanes }: Lanes, { y }: Plane, locale: string): object[] {
  const last = filled[filled.length - 1]!;
  const ends = lanes.map(({ index, name, usual }) => ({
    y: index + 0.5,
    n: name,
    t: `${formatShare(usual, locale)} → ${formatShare(last.shares[index] ?? 0, locale)}`,
  }));
  return [
    {
      data: { values: ends },
      mark: { type: 'rule', color: markColours.referenceLine, strokeDash: [3, 3], opacity: 0.8 },
      encoding: { y: { ...y, field: 'y' } },
    },
    {
      data: { values: ends },
      mark: {
        type: 'text',
        align: 'right',
        baseline: 'middle',
        x: -8,
        limit: categoryNameWidth - 10,
        fontSize: 12,
        color: markColours.name,
      },
      encoding: { y: { ...y, field: 'y' }, text: { field: 'n', type: 'nominal' } },
    },
    {
      data: { values: ends },
      mark: { type: 'text', align: 'left', baseline: 'middle', x: { expr: 'width + 6' } },
      encoding: { y: { ...y, field: 'y' }, text: { field: 't', type: 'nominal' } },
    },
  ];
}

function keys({ filled }: Lanes, { labels }: ChartWords): ChartKey[] {
  return [
    { mark: 'reference', text: labels.referencePart },
    { mark: 'current', text: labels.currentPart },
    { mark: 'identity', text: labels.laneKey },
    ...(filled.some(({ verdict }) => verdict === 'alert') ? [{ mark: 'alert' as const, text: labels.alertMark }] : []),
  ];
}

function table({ filled, lanes }: Lanes, { locale, labels }: ChartWords): ChartTable {
  return {
    head: [labels.axisChunk, labels.headRows, ...lanes.map(({ name }) => name)],
    numeric: [false, true, ...lanes.map(() => true)],
    rows: filled.map((slot) => [
      slot.name,
      formatCount(slot.summary.rows, locale),
      ...lanes.map(({ index }) => formatShare(slot.shares[index] ?? 0, locale)),
    ]),
  };
}
