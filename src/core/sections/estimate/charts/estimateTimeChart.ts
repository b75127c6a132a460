import { topTitle } from '../../../charts/axes.ts';
import { type BandPoint, bandDomain, bandLayers, levelLayers, levelRoom } from '../../../charts/bandLayers.ts';
import type { Chart, ChartKey, ChartSpec, ChartTable, ChartWords } from '../../../charts/chart.ts';
import { chunkSides, withInterval } from '../../../charts/chunkSides.ts';
import { markColours } from '../../../charts/config.ts';
import { frame, plainPadding } from '../../../charts/frame.ts';
import { type Plane, place } from '../../../charts/plane.ts';
import { timeBackground, timeScale, verdictMarks } from '../../../charts/timeLayers.ts';
import { type TimePlan, timePlan } from '../../../charts/timePlan.ts';
import { tip } from '../../../charts/tip.ts';
import { unitNumber } from '../../../charts/unitNumber.ts';
import { formatCount } from '../../../format/count.ts';
import { fill } from '../../../format/fill.ts';
import type { TimeAxis } from '../../../report/report.ts';
import type { EstimatePoint, EstimateRow } from '../result.ts';

const height = 210;

interface EstimateWish {
  readonly unit: 'share' | 'target';
  /** Name of the measure. */
  readonly name: string;
  /** Names of the chunks of current. */
  readonly chunkNames: readonly string[];
}

/** An estimate of a chunk at its place. */
interface Placed {
  readonly point: EstimatePoint;
  readonly side: 'reference' | 'current';
  readonly x: number;
  readonly n: string;
}

type Figure = (value: number | null) => string;

/** What a measure is estimated to be without labels, chunk by chunk with its band, and what it turned out to be where labels are there. Null without chunks. */
export function estimateTimeChart(time: TimeAxis, row: EstimateRow, wish: EstimateWish, words: ChartWords): Chart | null {
  const plan = timePlan(time, words.locale);
  const figure: Figure = (value) => unitNumber(value, wish.unit, words.locale);
  const placed = chunkSides(time, row, plan.shift, wish.chunkNames).flatMap(({ side, points, shift, nameOf }) =>
    points.flatMap((point): Placed[] => (point.chunk === null ? [] : [{ point, side, x: point.chunk + shift, n: nameOf(point.chunk) }])),
  );
  const points = placed.flatMap((one) => bandPoint(one, figure, words.locale));
  if (points.length === 0) return null;
  const realised = placed.flatMap((one) => realisedPoint(one, figure));
  return {
    spec: specOf({ plan, points, realised, limits: row.limits }, wish.name, figure, words),
    description: fill(words.labels.evChartEstimate, wish.name),
    table: table(placed, figure, words),
    keys: keys({ points, realised, limits: row.limits }, words),
  };
}

type EstimateBand = BandPoint & { readonly verdict: string | null };

function bandPoint({ point, side, x, n }: Placed, figure: Figure, locale: string): EstimateBand[] {
  if (point.value === null) return [];
  return [
    {
      x,
      side,
      m: point.value,
      l: point.low,
      h: point.high,
      n,
      t: withInterval(point, figure),
      r: formatCount(point.n, locale),
      verdict: point.alert ? 'alert' : null,
    },
  ];
}

interface RealisedPoint {
  readonly x: number;
  readonly m: number;
  readonly n: string;
  readonly t: string;
  readonly side: 'reference' | 'current';
}

function realisedPoint({ point, x, n, side }: Placed, figure: Figure): RealisedPoint[] {
  return point.realised === null ? [] : [{ x, m: point.realised, n, t: figure(point.realised), side }];
}

/** What is drawn. */
interface Drawn {
  readonly points: readonly EstimateBand[];
  readonly realised: readonly RealisedPoint[];
  readonly limits: EstimateRow['limits'];
}

function specOf(drawn: Drawn & { readonly plan: TimePlan }, name: string, figure: Figure, { labels }: ChartWords): ChartSpec {
  const { plan, points, realised, limits } = drawn;
  const domain = bandDomain(points, [...realised.map((point) => point.m), ...(limits === null ? [] : [limits.low, limits.high])]);
  const levels = limits === null ? [] : [limits.low, limits.high].map((at) => ({ at, text: fill(labels.evLimitAt, figure(at)) }));
  const plane: Plane = {
    x: timeScale(plan),
    y: { type: 'quantitative', scale: { domain, nice: false, zero: false }, axis: { ...topTitle(name), tickCount: 4 } },
  };
  const layers = [
    ...timeBackground(plan),
    ...levelLayers(levels, domain, height, plane.y),
    ...bandLayers(points, plane.x, plane.y, { chunk: labels.axisChunk, value: labels.evEstimated, rows: labels.headRows }),
    {
      data: { values: realised },
      mark: { type: 'point', shape: 'diamond', fill: markColours.page, stroke: markColours.name, size: 46, opacity: 1 },
      encoding: { ...place(plane, 'x', 'm'), tooltip: tip(['n', labels.axisChunk], ['t', labels.evRealised]) },
    },
    ...verdictMarks(points, plane.x, plane.y),
  ];
  return frame(height, layers, levels.length > 0 ? { ...plainPadding, right: levelRoom } : plainPadding);
}

function keys({ points, realised, limits }: Drawn, { labels }: ChartWords): ChartKey[] {
  const found: ChartKey[] = [
    ...(points.some((point) => point.side === 'reference') ? [{ mark: 'reference' as const, text: labels.evEstimateReference }] : []),
    { mark: 'current', text: labels.evEstimateCurrent },
    { mark: 'band', text: labels.evEstimateBand },
  ];
  if (realised.length > 0) found.push({ mark: 'diamond', text: labels.evRealised });
  if (limits !== null) found.push({ mark: 'limit', text: labels.evEstimateLimits });
  if (points.some((point) => point.verdict === 'alert')) found.push({ mark: 'alert', text: labels.evBeyondLimits });
  return found;
}

function table(placed: readonly Placed[], figure: Figure, { locale, labels }: ChartWords): ChartTable {
  return {
    head: [labels.axisChunk, labels.headPart, labels.evEstimated, labels.headFrom, labels.headTo, labels.evRealised, labels.headRows],
    numeric: [false, false, true, true, true, true, true],
    rows: placed.map(({ point, side, n }) => [
      n,
      side === 'reference' ? labels.referencePart : labels.currentPart,
      figure(point.value),
      figure(point.low),
      figure(point.high),
      figure(point.realised),
      formatCount(point.n, locale),
    ]),
  };
}
