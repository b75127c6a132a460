import { shareAxis, topTitle } from '../../../charts/axes.ts';
import type { Chart, ChartWords } from '../../../charts/chart.ts';
import { markColours } from '../../../charts/config.ts';
import { frame } from '../../../charts/frame.ts';
import { place } from '../../../charts/plane.ts';
import { dotSize, timeBackground, timeScale } from '../../../charts/timeLayers.ts';
import { timePlan } from '../../../charts/timePlan.ts';
import { tip } from '../../../charts/tip.ts';
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

interface BehaviourWish {
  readonly series: BehaviourSeries;
  /** Name of the series. */
  readonly name: string;
  /** Names of the chunks of current. */
  readonly chunkNames: readonly string[];
}

interface Point {
  readonly x: number;
  readonly m: number;
  /** Name of the chunk, the value as it is written, and rows. */
  readonly n: string;
  readonly t: string;
  readonly r: string;
}

/** One number of the predictions over the chunks of current. Null without chunks that have it. */
export function behaviourTimeChart(time: TimeAxis, behaviour: Behaviour, wish: BehaviourWish, words: ChartWords): Chart | null {
  const points = pointsOf(time, behaviour, wish, words.locale);
  if (points.length === 0) return null;
  const { labels } = words;
  return {
    spec: frame(height, layers(time, points, wish, words)),
    description: fill(labels.chartTime, wish.name),
    table: {
      head: [labels.axisChunk, labels.headRows, wish.name],
      numeric: [false, true, true],
      rows: points.map((point) => [point.n, point.r, point.t]),
    },
    keys: [{ mark: 'current', text: labels.currentPart }],
  };
}

function pointsOf(time: TimeAxis, behaviour: Behaviour, { series, chunkNames }: BehaviourWish, locale: string): Point[] {
  const values = behaviour.chunks.flatMap((chunk) => {
    const value = series.kind === 'mean' ? chunk.mean : series.kind === 'class' ? chunk.shares[series.index] : chunk.lowConfidence;
    return value === null || value === undefined ? [] : [{ chunk: chunk.chunk, rows: chunk.n, value }];
  });
  const small = values.every(({ value }) => Math.abs(value) <= 1);
  const mean = (value: number): string => (small ? formatFixed(value, 3, locale) : formatNumber(value, locale));
  return values.map(({ chunk, rows, value }) => ({
    x: chunk,
    m: value,
    n: chunkNames[chunk] ?? time.chunks[chunk]?.name ?? '',
    t: series.kind === 'mean' ? mean(value) : formatShare(value, locale),
    r: formatCount(rows, locale),
  }));
}

function layers(time: TimeAxis, points: readonly Point[], { series, name }: BehaviourWish, { locale, labels }: ChartWords): object[] {
  // Reference has no chunks here: current stands alone.
  const plan = timePlan({ ...time, referenceChunks: [] }, locale);
  // The name of a class stands in words and tables, not in the specification.
  const title = series.kind === 'class' ? labels.axisShareOfRows : name;
  const at = place({ x: timeScale(plan), y: valueScale(points, series.kind !== 'mean', title, locale) }, 'x', 'm');
  return [
    ...timeBackground(plan),
    { data: { values: points }, mark: { type: 'line', color: markColours.current, strokeWidth: 1.8 }, encoding: at },
    {
      data: { values: points },
      mark: { type: 'circle', color: markColours.current, size: dotSize(points.length, 26), opacity: 1 },
      encoding: { ...at, tooltip: tip(['n', labels.axisChunk], ['t', title], ['r', labels.headRows]) },
    },
  ];
}

/** The span of the values with a little room; shares stay between 0 and 1. */
function valueScale(points: readonly Point[], share: boolean, title: string, locale: string): object {
  const [low, high] = [Math.min(...points.map((point) => point.m)), Math.max(...points.map((point) => point.m))];
  const pad = Math.max((high - low) * 0.12, share ? 0.01 : Math.abs(high) * 0.01 || 0.01);
  const domain = share ? [Math.max(0, low - pad), Math.min(1, high + pad)] : [low - pad, high + pad];
  return {
    type: 'quantitative',
    scale: { domain, nice: true, zero: false },
    axis: share ? shareAxis(locale, title) : { ...topTitle(title), tickCount: 4 },
  };
}
