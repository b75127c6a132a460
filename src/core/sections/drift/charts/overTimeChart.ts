import { topTitle, valueAxis } from '../../../charts/axes.ts';
import type { Chart, ChartKey, ChartWindow, ChartWords } from '../../../charts/chart.ts';
import { markColours } from '../../../charts/config.ts';
import { frame, plainPadding } from '../../../charts/frame.ts';
import { dotSize, timeBackground, timeScale, verdictMarks } from '../../../charts/timeLayers.ts';
import { type TimeSlot, timeSlots } from '../../../charts/timeSlots.ts';
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
  const { locale, labels } = words;
  const low = Math.min(...filled.map((slot) => slot.summary.quartiles[0]));
  const high = Math.max(...filled.map((slot) => slot.summary.quartiles[2]));
  const pad = (high - low || Math.abs(high) || 1) * 0.08;
  const domain: [number, number] = [low - pad, high + pad];
  const x = timeScale(slots);
  const y = {
    type: 'quantitative',
    scale: { domain, nice: true, zero: false },
    axis: { ...valueAxis(domain, { clock: isClock(column) }), ...topTitle(labels.medianLine) },
  };
  const points = filled.map((slot) => ({
    x: slot.x,
    l: slot.summary.quartiles[0],
    m: slot.summary.quartiles[1],
    h: slot.summary.quartiles[2],
    n: slot.name,
    t: valueText(column, slot.summary.quartiles[1], locale),
    side: slot.side,
    verdict: slot.verdict,
  }));
  const sides = (['reference', 'current'] as const).flatMap((side) => {
    const values = points.filter((point) => point.side === side);
    if (values.length === 0) return [];
    const colour = side === 'reference' ? markColours.referenceLine : markColours.current;
    const tooltip = [
      { field: 'n', type: 'nominal', title: labels.axisChunk },
      { field: 't', type: 'nominal', title: labels.headMedian },
    ];
    return [
      {
        data: { values },
        mark: { type: 'area', color: colour, opacity: 0.16, line: false },
        encoding: { x: { ...x, field: 'x' }, y: { ...y, field: 'l' }, y2: { field: 'h' } },
      },
      {
        data: { values },
        mark: { type: 'line', color: colour, strokeWidth: 1.8 },
        encoding: { x: { ...x, field: 'x' }, y: { ...y, field: 'm' } },
      },
      {
        data: { values },
        mark: { type: 'circle', color: colour, size: dotSize(filled.length, 20), opacity: 1 },
        encoding: { x: { ...x, field: 'x' }, y: { ...y, field: 'm' }, tooltip },
      },
    ];
  });
  const spec = frame(height, [...timeBackground(slots), ...sides, ...verdictMarks(points, x, y)], plainPadding);
  const keys: ChartKey[] = [
    { mark: 'reference', text: labels.referencePart },
    { mark: 'current', text: labels.currentPart },
    { mark: 'band', text: labels.quartileBand },
  ];
  if (points.some((point) => point.verdict === 'alert')) keys.push({ mark: 'alert', text: labels.alertMark });
  return {
    spec,
    description: fill(labels.chartTime, column.name),
    table: {
      head: [labels.axisChunk, labels.headRows, labels.headLowerQuartile, labels.headMedian, labels.headUpperQuartile],
      numeric: [false, true, true, true, true],
      rows: filled.map((slot) => [
        slot.name,
        formatCount(slot.summary.rows, locale),
        ...slot.summary.quartiles.map((quartile) => valueText(column, quartile, locale)),
      ]),
    },
    keys,
  };
}

type FilledSlot = TimeSlot & { readonly summary: { readonly quartiles: readonly [number, number, number] } };

function hasQuartiles(slot: TimeSlot): slot is FilledSlot {
  return slot.summary.quartiles !== null;
}
