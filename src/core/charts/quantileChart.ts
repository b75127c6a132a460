import { formatChange } from '../format/change.ts';
import { fill } from '../format/fill.ts';
import { formatNumber } from '../format/number.ts';
import { formatShare } from '../format/share.ts';
import type { ColumnReport } from '../report/report.ts';
import { topTitle, valueAxis } from './axes.ts';
import type { Chart, ChartWords } from './chart.ts';
import { markColours } from './config.ts';
import { frame, plainPadding } from './frame.ts';

const height = 204;

/** Quantiles of current against those of reference; on the dashed line nothing changed. Extremes (below 2 % and above 98 %) are left to the table. */
export function quantileChart(column: ColumnReport, words: ChartWords): Chart | null {
  const { quantileShift } = column;
  if (quantileShift === null) return null;
  const { locale, labels } = words;
  const all = quantileShift.probabilities.map((p, i) => ({ p, r: quantileShift.reference[i]!, c: quantileShift.current[i]! }));
  const inner = all.filter(({ p }) => p > 0.015 && p < 0.985);
  if (inner.length < 2) return null;
  const low = Math.min(...inner.map(({ r, c }) => Math.min(r, c)));
  const high = Math.max(...inner.map(({ r, c }) => Math.max(r, c)));
  const pad = (high - low || 1) * 0.04;
  const domain: [number, number] = [low - pad, high + pad];
  const scale = { domain, nice: false, zero: false };
  const x = { type: 'quantitative', scale, axis: { ...valueAxis(domain), title: labels.axisReferenceQuantile, grid: true } };
  const y = { type: 'quantitative', scale, axis: { ...valueAxis(domain), ...topTitle(labels.axisCurrentQuantile), grid: true } };
  const points = inner.map(({ p, r, c }) => ({
    r,
    c,
    pt: formatShare(p, locale),
    rt: formatNumber(r, locale),
    ct: formatNumber(c, locale),
    named: [0.1, 0.5, 0.9].some((named) => Math.abs(named - p) < 1e-9),
  }));
  const named = points.filter((point) => point.named);
  const spec = frame(
    height,
    [
      {
        data: { values: [{ r: domain[0], c: domain[0], r2: domain[1], c2: domain[1] }] },
        mark: { type: 'rule', color: markColours.referenceLine, strokeDash: [4, 3] },
        encoding: { x: { ...x, field: 'r' }, y: { ...y, field: 'c' }, x2: { field: 'r2' }, y2: { field: 'c2' } },
      },
      {
        data: { values: points },
        mark: { type: 'circle', color: markColours.current, size: 26, opacity: 0.75 },
        encoding: {
          x: { ...x, field: 'r' },
          y: { ...y, field: 'c' },
          tooltip: [
            { field: 'pt', type: 'nominal', title: labels.headProbability },
            { field: 'rt', type: 'nominal', title: labels.referencePart },
            { field: 'ct', type: 'nominal', title: labels.currentPart },
          ],
        },
      },
      {
        data: { values: named },
        mark: { type: 'circle', color: markColours.current, size: 70, opacity: 1 },
        encoding: { x: { ...x, field: 'r' }, y: { ...y, field: 'c' } },
      },
      // Words stand on the outer side of the curve, or inside where the axis is near.
      ...[true, false].map((outside) => ({
        data: { values: named.filter((point) => (point.c >= point.r && point.r - domain[0] > (domain[1] - domain[0]) * 0.12) === outside) },
        mark: { type: 'text', align: outside ? 'right' : 'left', dx: outside ? -8 : 9, dy: outside ? -8 : 9 },
        encoding: { x: { ...x, field: 'r' }, y: { ...y, field: 'c' }, text: { field: 'pt', type: 'nominal' } },
      })),
    ],
    { ...plainPadding, bottom: 38 },
  );
  return {
    spec,
    description: fill(labels.chartQuantiles, column.name),
    table: {
      head: [labels.headProbability, labels.referencePart, labels.currentPart, labels.headDifference],
      numeric: [true, true, true, true],
      rows: all
        .filter((_, i) => i % 5 === 0 || i === all.length - 1)
        .map(({ p, r, c }) => [
          formatShare(p, locale),
          formatNumber(r, locale),
          formatNumber(c, locale),
          formatChange(r, c, locale) ?? formatNumber(c - r, locale),
        ]),
    },
    keys: [
      { mark: 'current', text: labels.chartQuantilesKey },
      { mark: 'identity', text: labels.identityLine },
    ],
  };
}
