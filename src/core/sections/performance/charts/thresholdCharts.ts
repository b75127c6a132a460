import { topTitle } from '../../../charts/axes.ts';
import type { Chart, ChartTable, ChartWords } from '../../../charts/chart.ts';
import { markColours } from '../../../charts/config.ts';
import { frame, plainPadding } from '../../../charts/frame.ts';
import { formatCount } from '../../../format/count.ts';
import { formatFixed } from '../../../format/fixed.ts';
import { formatNumber } from '../../../format/number.ts';
import { cheapestThreshold, type ThresholdPoint } from './thresholdPoint.ts';

/** The value of the chart that says which threshold is chosen: the page moves it without drawing anew. */
export const thresholdSignal = 'threshold';

const measures = [
  { key: 'precision', label: 'evPrecision', dash: [1, 0] },
  { key: 'recall', label: 'evRecall', dash: [6, 3] },
  { key: 'f1', label: 'evF1', dash: [2, 2] },
] as const;
/** Part of the height two names at the end of their lines keep apart. */
const apart = 0.09;
const nameRoom = 76;

/** Precision, recall and F1 of current by threshold, told by their dashes and their names; a line at the chosen threshold. */
export function thresholdChart(points: readonly ThresholdPoint[], words: ChartWords): Chart {
  const { labels } = words;
  const x = { type: 'quantitative', scale: { domain: [0, 1], nice: false }, axis: { title: labels.evThreshold, tickCount: 5 } };
  const y = { type: 'quantitative', scale: { domain: [0, 1], nice: false }, axis: { title: null, tickCount: 5, grid: true } };
  const lines = measures.map(({ key, dash }) => ({
    data: { values: points.flatMap((point) => (point[key] === null ? [] : [{ x: point.at, y: point[key] }])) },
    mark: { type: 'line', color: markColours.current, strokeWidth: 1.8, strokeDash: dash },
    encoding: { x: { ...x, field: 'x' }, y: { ...y, field: 'y' } },
  }));
  const ends = measures
    .map(({ key, label }) => {
      const last = [...points].reverse().find((point) => point[key] !== null);
      return { n: labels[label], y: last?.[key] ?? 0 };
    })
    .sort((a, b) => a.y - b.y);
  for (let i = 1; i < ends.length; i += 1) ends[i]!.y = Math.max(ends[i]!.y, ends[i - 1]!.y + apart);
  const over = Math.max(0, (ends[ends.length - 1]?.y ?? 0) - 1);
  const names = {
    data: { values: ends.map((end) => ({ n: end.n, y: end.y - over })) },
    mark: { type: 'text', align: 'left', baseline: 'middle', x: { expr: 'width + 6' }, color: markColours.name },
    encoding: { y: { ...y, field: 'y' }, text: { field: 'n', type: 'nominal' } },
  };
  return {
    spec: withThreshold(frame(210, [...lines, names, chosenLine(x)], { ...plainPadding, right: nameRoom, top: 12, bottom: 38 })),
    description: labels.evChartThreshold,
    table: tableOf(points, words),
    keys: [{ mark: 'note', text: `│ ${labels.evThresholdChosen}` }],
  };
}

/** Expected cost of a row of current by threshold, the lowest marked. */
export function costChart(points: readonly ThresholdPoint[], words: ChartWords): Chart {
  const { labels, locale } = words;
  const top = Math.max(...points.map((point) => point.cost), Number.EPSILON);
  const x = { type: 'quantitative', scale: { domain: [0, 1], nice: false }, axis: { title: labels.evThreshold, tickCount: 5 } };
  const y = {
    type: 'quantitative',
    scale: { domain: [0, top * 1.05], nice: false },
    axis: { ...topTitle(labels.evCostPerRow), tickCount: 3, grid: true },
  };
  const best = cheapestThreshold(points);
  const marks =
    best === null ? [] : [{ x: best.at, y: best.cost, t: `${formatFixed(best.at, 2, locale)}: ${formatNumber(best.cost, locale)}` }];
  const right = (best?.at ?? 0) < 0.7;
  const place = { x: { ...x, field: 'x' }, y: { ...y, field: 'y' } };
  return {
    spec: withThreshold(
      frame(
        130,
        [
          {
            data: { values: points.map((point) => ({ x: point.at, y: point.cost })) },
            mark: { type: 'line', color: markColours.current, strokeWidth: 1.8 },
            encoding: place,
          },
          {
            data: { values: marks },
            mark: { type: 'point', shape: 'diamond', filled: true, color: markColours.current, size: 110, opacity: 1 },
            encoding: place,
          },
          {
            data: { values: marks },
            mark: { type: 'text', align: right ? 'left' : 'right', dx: right ? 9 : -9, dy: -9, color: markColours.name },
            encoding: { ...place, text: { field: 't', type: 'nominal' } },
          },
          chosenLine(x),
        ],
        { ...plainPadding, right: nameRoom, bottom: 38 },
      ),
    ),
    description: labels.evChartCost,
    table: tableOf(points, words),
    keys: [
      { mark: 'note', text: `◆ ${labels.evCheapest}` },
      { mark: 'note', text: `│ ${labels.evThresholdChosen}` },
    ],
  };
}

function withThreshold(spec: Chart['spec']): Chart['spec'] {
  return { ...spec, params: [{ name: thresholdSignal, value: 0.5 }] };
}

function chosenLine(x: object): object {
  return {
    data: { values: [{}] },
    // Without fields it would be a mark without a name; the slider says where it stands.
    mark: { type: 'rule', aria: false, color: markColours.name, strokeWidth: 1.2, y: 0, y2: { expr: 'height' } },
    encoding: { x: { ...x, datum: { expr: thresholdSignal } } },
  };
}

function tableOf(points: readonly ThresholdPoint[], { labels, locale }: ChartWords): ChartTable {
  const figure = (value: number | null): string => (value === null ? '–' : formatFixed(value, 3, locale));
  const count = (value: number): string => formatCount(value, locale);
  return {
    head: [
      labels.evThreshold,
      labels.evPrecision,
      labels.evRecall,
      labels.evF1,
      labels.evCostPerRow,
      labels.evTruePositives,
      labels.evFalsePositives,
      labels.evFalseNegatives,
      labels.evTrueNegatives,
    ],
    numeric: Array.from({ length: 9 }, () => true),
    rows: points
      .filter((_, i) => i % 5 === 0)
      .map((point) => [
        formatFixed(point.at, 2, locale),
        figure(point.precision),
        figure(point.recall),
        figure(point.f1),
        formatNumber(point.cost, locale),
        ...[point.tp, point.fp, point.fn, point.tn].map(count),
      ]),
  };
}
