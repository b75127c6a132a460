import type { Chart, ChartKey, ChartWindow, ChartWords } from '../../../charts/chart.ts';
import { markColours } from '../../../charts/config.ts';
import { frame } from '../../../charts/frame.ts';
import { dotSize, timeBackground, timeScale, verdictMarks } from '../../../charts/timeLayers.ts';
import { timeSlots } from '../../../charts/timeSlots.ts';
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
  const { categories } = column;
  const slots = timeSlots(time, column, window, names, words.locale);
  const filled = slots.slots.flatMap((slot) => (slot.summary.shares === null ? [] : [{ ...slot, shares: slot.summary.shares }]));
  if (categories === null || filled.length === 0) return null;
  const { locale, labels } = words;
  const count = Math.min(categories.values.length, Math.max(...filled.map((slot) => slot.shares.length)));
  const rows = categories.values.reduce((sum, entry) => sum + entry.reference, categories.other.reference);
  const called = categoryNames(categories, words);
  const lanes = categories.values
    .slice(0, count)
    .map((entry, index) => ({ index, name: called.of[index]!, usual: entry.reference / Math.max(1, rows) }));
  const moved = filled.flatMap((slot) => lanes.map(({ index, usual }) => Math.abs((slot.shares[index] ?? 0) - usual)));
  const span = Math.max(smallestSpan, ...moved);
  const x = timeScale(slots);
  const y = { type: 'quantitative', scale: { domain: [0, count], nice: false, reverse: true }, axis: null };
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
  // The verdict is the column's, not a category's: its marks stand above all lanes.
  const verdicts = filled.map((slot) => ({ x: slot.x, m: -0.2, verdict: slot.verdict }));
  const tooltip = [
    { field: 'c', type: 'nominal', title: called.head },
    { field: 'n', type: 'nominal', title: labels.axisChunk },
    { field: 't', type: 'nominal', title: labels.axisShareOfRows },
  ];
  const sides = (['reference', 'current'] as const).flatMap((side) => {
    const values = points.filter((point) => point.side === side);
    if (values.length === 0) return [];
    const colour = side === 'reference' ? markColours.referenceLine : markColours.current;
    return [
      {
        data: { values },
        mark: { type: 'line', color: colour, strokeWidth: 1.8 },
        encoding: { x: { ...x, field: 'x' }, y: { ...y, field: 'm' }, detail: { field: 'g' } },
      },
      {
        data: { values },
        mark: { type: 'circle', color: colour, size: dotSize(filled.length, 16), opacity: 1 },
        encoding: { x: { ...x, field: 'x' }, y: { ...y, field: 'm' }, tooltip },
      },
    ];
  });
  const last = filled[filled.length - 1]!;
  const ends = lanes.map(({ index, name, usual }) => ({
    y: index + 0.5,
    n: name,
    t: `${formatShare(usual, locale)} → ${formatShare(last.shares[index] ?? 0, locale)}`,
  }));
  const spec = frame(
    count * lane,
    [
      ...timeBackground(slots),
      {
        data: { values: ends },
        mark: { type: 'rule', color: markColours.referenceLine, strokeDash: [3, 3], opacity: 0.8 },
        encoding: { y: { ...y, field: 'y' } },
      },
      ...sides,
      ...verdictMarks(verdicts, x, y),
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
    ],
    { left: categoryNameWidth, right: categoryNumberWidth, top: 16, bottom: 24 },
  );
  const keys: ChartKey[] = [
    { mark: 'reference', text: labels.referencePart },
    { mark: 'current', text: labels.currentPart },
    { mark: 'identity', text: labels.laneKey },
  ];
  if (verdicts.some((mark) => mark.verdict === 'alert')) keys.push({ mark: 'alert', text: labels.alertMark });
  return {
    spec,
    description: fill(labels.chartTime, column.name),
    table: {
      head: [labels.axisChunk, labels.headRows, ...lanes.map(({ name }) => name)],
      numeric: [false, true, ...lanes.map(() => true)],
      rows: filled.map((slot) => [
        slot.name,
        formatCount(slot.summary.rows, locale),
        ...lanes.map(({ index }) => formatShare(slot.shares[index] ?? 0, locale)),
      ]),
    },
    keys,
  };
}
