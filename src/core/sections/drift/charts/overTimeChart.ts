import { topTitle, valueAxis } from '../../../charts/axes.ts';
import type { Chart, ChartKey, ChartTable, ChartWindow, ChartWords } from '../../../charts/chart.ts';
import { sideColour } from '../../../charts/config.ts';
import { frame, plainPadding } from '../../../charts/frame.ts';
import { type Plane, place } from '../../../charts/plane.ts';
import { dotSize, timeBackground, timeScale, verdictMarks } from '../../../charts/timeLayers.ts';
import { type TimeSlot, timeSlots } from '../../../charts/timeSlots.ts';
import { tip } from '../../../charts/tip.ts';
import { formatCount } from '../../../format/count.ts';
import { fill } from '../../../format/fill.ts';
import { isClock, valueText } from '../../../format/valueText.ts';
import type { TimeAxis } from '../../../report/report.ts';
import type { ColumnReport } from '../result.ts';

const height = 176;

/** Median and the middle half of rows of a numeric column, through reference and then current. Null without such numbers. */
export function overTimeChart(
  time: TimeAxis,
  column: ColumnReport,
  window: ChartWindow,
  names: readonly string[],
  words: ChartWords,
): Chart | null {
  const slots = timeSlots(time, column, window, names, words.locale);
  const filled = slots.slots.filter(hasQuartiles);
  if (filled.length === 0) return null;
  const points = filled.map((slot) => pointOf(slot, column, words.locale));
  const plane: Plane = { x: timeScale(slots), y: valueScale(filled, column, words) };
  const marks = verdictMarks(points, plane.x, plane.y);
  return {
    spec: frame(height, [...timeBackground(slots), ...sideLayers(points, plane, words), ...marks], plainPadding),
    description: fill(words.labels.chartTime, column.name),
    table: table(filled, column, words),
    keys: keys(points, words),
  };
}

type FilledSlot = TimeSlot & { readonly summary: { readonly quartiles: readonly [number, number, number] } };

function hasQuartiles(slot: TimeSlot): slot is FilledSlot {
  return slot.summary.quartiles !== null;
}

type Point = ReturnType<typeof pointOf>;

function pointOf({ x, name, side, verdict, summary: { quartiles } }: FilledSlot, column: ColumnReport, locale: string) {
  const [l, m, h] = quartiles;
  return { x, l, m, h, n: name, t: valueText(column, m, locale), side, verdict };
}

function valueScale(filled: readonly FilledSlot[], column: ColumnReport, { labels }: ChartWords): object {
  const low = Math.min(...filled.map((slot) => slot.summary.quartiles[0]));
  const high = Math.max(...filled.map((slot) => slot.summary.quartiles[2]));
  const pad = (high - low || Math.abs(high) || 1) * 0.08;
  const domain: [number, number] = [low - pad, high + pad];
  return {
    type: 'quantitative',
    scale: { domain, nice: true, zero: false },
    axis: { ...valueAxis(domain, { clock: isClock(column) }), ...topTitle(labels.medianLine) },
  };
}

/** Of each side the band of its quartiles, and its medians as a line with dots. */
function sideLayers(points: readonly Point[], plane: Plane, { labels }: ChartWords): object[] {
  const tooltip = tip(['n', labels.axisChunk], ['t', labels.headMedian]);
  return (['reference', 'current'] as const).flatMap((side) => {
    const values = points.filter((point) => point.side === side);
    if (values.length === 0) return [];
    const colour = sideColour(side);
    return [
      {
        data: { values },
        mark: { type: 'area', color: colour, opacity: 0.16, line: false },
        encoding: { ...place(plane, 'x', 'l'), y2: { field: 'h' } },
      },
      { data: { values }, mark: { type: 'line', color: colour, strokeWidth: 1.8 }, encoding: place(plane, 'x', 'm') },
      {
        data: { values },
        mark: { type: 'circle', color: colour, size: dotSize(points.length, 20), opacity: 1 },
        encoding: { ...place(plane, 'x', 'm'), tooltip },
      },
    ];
  });
}

function table(filled: readonly FilledSlot[], column: ColumnReport, { locale, labels }: ChartWords): ChartTable {
  return {
    head: [labels.axisChunk, labels.headRows, labels.headLowerQuartile, labels.headMedian, labels.headUpperQuartile],
    numeric: [false, true, true, true, true],
    rows: filled.map((slot) => [
      slot.name,
      formatCount(slot.summary.rows, locale),
      ...slot.summary.quartiles.map((quartile) => valueText(column, quartile, locale)),
    ]),
  };
}

function keys(points: readonly Point[], { labels }: ChartWords): ChartKey[] {
  return [
    { mark: 'reference', text: labels.referencePart },
    { mark: 'current', text: labels.currentPart },
    { mark: 'band', text: labels.quartileBand },
    ...(points.some((point) => point.verdict === 'alert') ? [{ mark: 'alert' as const, text: labels.alertMark }] : []),
  ];
}
