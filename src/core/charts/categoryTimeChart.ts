import { formatCount } from '../format/count.ts';
import { fill } from '../format/fill.ts';
import { formatShare } from '../format/share.ts';
import type { ColumnReport, TimeAxis } from '../report/report.ts';
import type { Chart, ChartKey, ChartWindow, ChartWords } from './chart.ts';
import { markColours } from './config.ts';
import { frame } from './frame.ts';
import { timeBackground, timeScale, verdictMarks } from './timeLayers.ts';
import { timeSlots } from './timeSlots.ts';

const lane = 46;
/** Part of a lane its line may take: the rest keeps lanes apart. */
const used = 0.74;
const nameWidth = 128;

/**
 * Share of each of the first categories over time, one lane below the other, each on its own scale from 0: two colours are
 * enough for any number of categories. Null for columns without shares.
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
  const lanes = Array.from({ length: count }, (_, index) => ({
    index,
    top: Math.max(...filled.map((slot) => slot.shares[index] ?? 0), 0.001),
  }));
  const x = timeScale(slots);
  const y = { type: 'quantitative', scale: { domain: [0, count], nice: false, reverse: true }, axis: null };
  const points = lanes.flatMap(({ index, top }) =>
    filled.map((slot) => ({
      x: slot.x,
      m: index + 1 - ((slot.shares[index] ?? 0) / top) * used,
      g: `${index}${slot.side}`,
      n: slot.name,
      c: categories.values[index]!.value,
      t: formatShare(slot.shares[index] ?? 0, locale),
      side: slot.side,
      verdict: index === 0 ? slot.verdict : null,
    })),
  );
  const tooltip = [
    { field: 'c', type: 'nominal', title: labels.headCategory },
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
        mark: { type: 'circle', color: colour, size: 16, opacity: 1 },
        encoding: { x: { ...x, field: 'x' }, y: { ...y, field: 'm' }, tooltip },
      },
    ];
  });
  const ends = lanes.map(({ index }) => ({
    y: index + 0.62,
    n: categories.values[index]!.value,
    t: formatShare(filled[filled.length - 1]!.shares[index] ?? 0, locale),
  }));
  const spec = frame(
    count * lane,
    [
      ...timeBackground(slots),
      {
        data: { values: lanes.map(({ index }) => ({ y: index + 1 })) },
        mark: { type: 'rule', color: markColours.line },
        encoding: { y: { ...y, field: 'y' } },
      },
      ...sides,
      ...verdictMarks(points, x, y),
      {
        data: { values: ends },
        mark: { type: 'text', align: 'right', baseline: 'middle', x: -8, limit: nameWidth - 10, fontSize: 12 },
        encoding: { y: { ...y, field: 'y' }, text: { field: 'n', type: 'nominal' } },
      },
      {
        data: { values: ends },
        mark: { type: 'text', align: 'left', baseline: 'middle', x: { expr: 'width + 6' } },
        encoding: { y: { ...y, field: 'y' }, text: { field: 't', type: 'nominal' } },
      },
    ],
    { left: nameWidth, right: 42, top: 6, bottom: 24 },
  );
  const keys: ChartKey[] = [
    { mark: 'reference', text: labels.referencePart },
    { mark: 'current', text: labels.currentPart },
  ];
  if (points.some((point) => point.verdict === 'alert')) keys.push({ mark: 'alert', text: labels.alertMark });
  return {
    spec,
    description: fill(labels.chartTime, column.name),
    table: {
      head: [labels.axisChunk, labels.headRows, ...lanes.map(({ index }) => categories.values[index]!.value)],
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
