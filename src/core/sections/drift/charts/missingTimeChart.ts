import { shareAxis } from '../../../charts/axes.ts';
import type { Chart, ChartWindow, ChartWords } from '../../../charts/chart.ts';
import { markColours } from '../../../charts/config.ts';
import { frame, plainPadding } from '../../../charts/frame.ts';
import { timeBackground, timeScale } from '../../../charts/timeLayers.ts';
import { timeSlots } from '../../../charts/timeSlots.ts';
import { formatCount } from '../../../format/count.ts';
import { fill } from '../../../format/fill.ts';
import { formatShare } from '../../../format/share.ts';
import type { TimeAxis } from '../../../report/report.ts';
import type { ColumnReport } from '../result.ts';
import { categoryNameWidth, categoryNumberWidth } from './categoryTimeChart.ts';

const height = 64;
/** The scale never ends below this share: a column without missing values is a flat line, not noise blown up. */
const smallestTop = 0.05;

/** Share of missing values of each chunk, as bars through reference and then current. Null when nothing is missing anywhere. */
export function missingTimeChart(
  time: TimeAxis,
  column: ColumnReport,
  window: ChartWindow,
  names: readonly string[],
  words: ChartWords,
): Chart | null {
  const slots = timeSlots(time, column, window, names, words.locale);
  if (slots.slots.every((slot) => slot.summary.missingShare === 0)) return null;
  const { locale, labels } = words;
  // Below lanes of categories it starts where they start.
  const lanes = column.treatedAs === 'category' ? { left: categoryNameWidth, right: categoryNumberWidth } : {};
  const padding = { ...plainPadding, ...lanes };
  const top = Math.max(smallestTop, ...slots.slots.map((slot) => slot.summary.missingShare));
  const x = timeScale(slots);
  const y = {
    type: 'quantitative',
    scale: { domain: [0, top], nice: true },
    axis: { ...shareAxis(locale, labels.missingShare), tickCount: 2 },
  };
  const sides = (['reference', 'current'] as const).flatMap((side) => {
    const values = slots.slots
      .filter((slot) => slot.side === side)
      .map((slot) => ({
        a: slot.x - 0.36,
        b: slot.x + 0.36,
        z: 0,
        v: slot.summary.missingShare,
        n: slot.name,
        t: formatShare(slot.summary.missingShare, locale),
      }));
    if (values.length === 0) return [];
    return [
      {
        data: { values },
        mark: { type: 'rect', color: side === 'reference' ? markColours.reference : markColours.current, stroke: null },
        encoding: {
          x: { ...x, field: 'a' },
          x2: { field: 'b' },
          y: { ...y, field: 'z' },
          y2: { field: 'v' },
          tooltip: [
            { field: 'n', type: 'nominal', title: labels.axisChunk },
            { field: 't', type: 'nominal', title: labels.axisMissing },
          ],
        },
      },
    ];
  });
  return {
    spec: frame(height, [...timeBackground(slots), ...sides], padding),
    description: fill(labels.chartMissing, column.name),
    table: {
      head: [labels.axisChunk, labels.headRows, labels.axisMissing],
      numeric: [false, true, true],
      rows: slots.slots.map((slot) => [slot.name, formatCount(slot.summary.rows, locale), formatShare(slot.summary.missingShare, locale)]),
    },
    keys: [],
  };
}
