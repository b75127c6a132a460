import { shareAxis, topTitle } from '../../../charts/axes.ts';
import type { Chart, ChartWords } from '../../../charts/chart.ts';
import { markColours } from '../../../charts/config.ts';
import { frame } from '../../../charts/frame.ts';
import { dotSize, timeBackground, timeScale } from '../../../charts/timeLayers.ts';
import { timePlan } from '../../../charts/timePlan.ts';
import { formatCount } from '../../../format/count.ts';
import { fill } from '../../../format/fill.ts';
import { formatFixed } from '../../../format/fixed.ts';
import { formatNumber } from '../../../format/number.ts';
import { formatShare } from '../../../format/share.ts';
import type { TimeAxis } from '../../../report/report.ts';
import type { Behaviour } from '../result.ts';

/** What of the predictions is drawn over time: their mean, how many are uncertain, or the share of one predicted class. */
export type BehaviourSeries = { readonly kind: 'mean' | 'low_confidence' } | { readonly kind: 'class'; readonly index: number };

const height = 190;

/** One number of the predictions over the chunks of current. Null without chunks that have it. */
export function behaviourTimeChart(
  time: TimeAxis,
  behaviour: Behaviour,
  series: BehaviourSeries,
  name: string,
  names: readonly string[],
  words: ChartWords,
): Chart | null {
  const { locale, labels } = words;
  // Reference has no chunks here: current stands alone.
  const plan = timePlan({ ...time, referenceChunks: [] }, locale);
  const share = series.kind !== 'mean';
  // The name of a class stands in words and tables, not in the specification.
  const title = series.kind === 'class' ? labels.axisShareOfRows : name;
  const values = behaviour.chunks.flatMap((chunk) => {
    const value = series.kind === 'mean' ? chunk.mean : series.kind === 'class' ? chunk.shares[series.index] : chunk.lowConfidence;
    return value === null || value === undefined ? [] : [{ chunk: chunk.chunk, rows: chunk.n, value }];
  });
  if (values.length === 0) return null;
  const small = values.every(({ value }) => Math.abs(value) <= 1);
  const figure = (value: number): string =>
    share ? formatShare(value, locale) : small ? formatFixed(value, 3, locale) : formatNumber(value, locale);
  const points = values.map(({ chunk, rows, value }) => ({
    x: chunk,
    m: value,
    n: names[chunk] ?? time.chunks[chunk]?.name ?? '',
    t: figure(value),
    r: formatCount(rows, locale),
  }));
  const [low, high] = [Math.min(...points.map((point) => point.m)), Math.max(...points.map((point) => point.m))];
  const pad = Math.max((high - low) * 0.12, share ? 0.01 : Math.abs(high) * 0.01 || 0.01);
  const domain = share ? [Math.max(0, low - pad), Math.min(1, high + pad)] : [low - pad, high + pad];
  const x = timeScale(plan);
  const y = {
    type: 'quantitative',
    scale: { domain, nice: true, zero: false },
    axis: share ? shareAxis(locale, title) : { ...topTitle(title), tickCount: 4 },
  };
  const place = { x: { ...x, field: 'x' }, y: { ...y, field: 'm' } };
  return {
    spec: frame(height, [
      ...timeBackground(plan),
      { data: { values: points }, mark: { type: 'line', color: markColours.current, strokeWidth: 1.8 }, encoding: place },
      {
        data: { values: points },
        mark: { type: 'circle', color: markColours.current, size: dotSize(points.length, 26), opacity: 1 },
        encoding: {
          ...place,
          tooltip: [
            { field: 'n', type: 'nominal', title: labels.axisChunk },
            { field: 't', type: 'nominal', title },
            { field: 'r', type: 'nominal', title: labels.headRows },
          ],
        },
      },
    ]),
    description: fill(labels.chartTime, name),
    table: {
      head: [labels.axisChunk, labels.headRows, name],
      numeric: [false, true, true],
      rows: points.map((point) => [point.n, point.r, point.t]),
    },
    keys: [{ mark: 'current', text: labels.currentPart }],
  };
}
