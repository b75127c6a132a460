import { topTitle, valueAxis } from '../../../charts/axes.ts';
import type { Chart, ChartKey, ChartTable, ChartWindow, ChartWords } from '../../../charts/chart.ts';
import { markColours } from '../../../charts/config.ts';
import { frame, plainPadding } from '../../../charts/frame.ts';
import { type Plane, place } from '../../../charts/plane.ts';
import { tip } from '../../../charts/tip.ts';
import { windowCell } from '../../../charts/window.ts';
import { formatChange } from '../../../format/change.ts';
import { fill } from '../../../format/fill.ts';
import { formatNumber } from '../../../format/number.ts';
import { formatShare } from '../../../format/share.ts';
import { isClock, valueText } from '../../../format/valueText.ts';
import { type ColumnReport, quantileProbabilities } from '../result.ts';

const height = 204;
/** Areas of dots in square pixels: one quantile, a named one, and the most of many at one place. */
const smallDot = 26;
const namedDot = 70;
const mostDot = 320;

/** What is drawn: quantiles of both sides, those of them in the picture, and the quartiles of a chunk. */
interface Quantiles {
  readonly column: ColumnReport;
  readonly window: ChartWindow;
  readonly all: readonly Point[];
  readonly inner: readonly Point[];
  /** Inner ones, those at one place together. */
  readonly dots: readonly Dot[];
  readonly quartiles: readonly Point[];
}

/**
 * Quantiles of current against those of reference; on the dashed line nothing changed. Extremes (below 2 % and above 98 %) are left to the table.
 * Of a chunk the quartiles are known: they stand in the picture as diamonds beside the dots of all of current.
 */
export function quantileChart(column: ColumnReport, window: ChartWindow, words: ChartWords): Chart | null {
  const quantiles = quantilesOf(column, window);
  if (quantiles === null) return null;
  return {
    spec: frame(height, layers(quantiles, words), { ...plainPadding, bottom: 38 }),
    description: fill(words.labels.chartQuantiles, column.name),
    table: table(quantiles, words),
    keys: keys(quantiles, words),
  };
}

function quantilesOf(column: ColumnReport, window: ChartWindow): Quantiles | null {
  const { quantileShift } = column;
  if (quantileShift === null) return null;
  const all = quantileShift.probabilities.map((p, i) => ({ p, r: quantileShift.reference[i]!, c: quantileShift.current[i]! }));
  const inner = all.filter(({ p }) => p > 0.015 && p < 0.985);
  return inner.length < 2 ? null : { column, window, all, inner, dots: stacked(inner), quartiles: chunkQuartiles(column, window) };
}

function layers(quantiles: Quantiles, words: ChartWords): object[] {
  const domain = domainOf(quantiles);
  const plane = planeOf(quantiles.column, domain, words);
  return [
    {
      data: { values: [{ r: domain[0], c: domain[0], r2: domain[1], c2: domain[1] }] },
      mark: { type: 'rule', color: markColours.referenceLine, strokeDash: [4, 3] },
      encoding: { ...place(plane, 'r', 'c'), x2: { field: 'r2' }, y2: { field: 'c2' } },
    },
    ...dotLayers(quantiles, plane, words),
    quartileLayer(quantiles, plane, words),
    ...nameLayers(namedDots(quantiles.dots, words.locale), domain, plane),
  ];
}

/** The same span on both axes, so that the line of no change runs from corner to corner. */
function domainOf({ inner, quartiles }: Quantiles): [number, number] {
  const low = Math.min(...[...inner, ...quartiles].map(({ r, c }) => Math.min(r, c)));
  const high = Math.max(...[...inner, ...quartiles].map(({ r, c }) => Math.max(r, c)));
  const pad = (high - low || 1) * 0.04;
  return [low - pad, high + pad];
}

function planeOf(column: ColumnReport, domain: [number, number], { labels }: ChartWords): Plane {
  const scale = { domain, nice: false, zero: false };
  const axis = valueAxis(domain, { clock: isClock(column) });
  return {
    x: { type: 'quantitative', scale, axis: { ...axis, title: labels.axisReferenceQuantile, grid: true } },
    y: { type: 'quantitative', scale, axis: { ...axis, ...topTitle(labels.axisCurrentQuantile), grid: true } },
  };
}

/** The quantiles of all of current, the named ones larger; pale where a chunk stands before them. */
function dotLayers({ column, dots, quartiles }: Quantiles, plane: Plane, { locale, labels }: ChartWords): object[] {
  const at = place(plane, 'r', 'c');
  const points = dots.map(({ ps, r, c }) => ({
    r,
    c,
    ...figures({ p: ps[0]!, r, c }, column, locale),
    pt: span(ps, locale),
    size: dotSize(ps.length),
  }));
  const pale = quartiles.length > 0;
  return [
    {
      data: { values: points },
      mark: { type: 'circle', color: markColours.current, opacity: pale ? 0.4 : 0.75 },
      encoding: {
        ...at,
        size: { field: 'size', type: 'quantitative', scale: null },
        tooltip: tip(['pt', labels.headProbability], ['rt', labels.referencePart], ['ct', labels.currentPart]),
      },
    },
    {
      data: { values: namedDots(dots, locale) },
      mark: { type: 'circle', color: markColours.current, size: 70, opacity: pale ? 0.4 : 1 },
      encoding: at,
    },
  ];
}

function quartileLayer({ column, window, quartiles }: Quantiles, plane: Plane, { locale, labels }: ChartWords): object {
  return {
    data: { values: quartiles.map((point) => ({ ...point, ...figures(point, column, locale) })) },
    mark: { type: 'point', shape: 'diamond', filled: true, color: markColours.current, size: 130, opacity: 1 },
    encoding: {
      ...place(plane, 'r', 'c'),
      tooltip: tip(['pt', labels.headProbability], ['rt', labels.referencePart], ['ct', window.name]),
    },
  };
}

interface NamedDot {
  readonly r: number;
  readonly c: number;
  readonly pt: string;
  readonly size: number;
}

/** The dots of the tenth, the half and the ninth tenth, with their names. */
function namedDots(dots: readonly Dot[], locale: string): NamedDot[] {
  return dots.flatMap(({ ps, r, c }) => {
    const names = ps.filter((p) => [0.1, 0.5, 0.9].some((one) => Math.abs(one - p) < 1e-9));
    return names.length === 0 ? [] : [{ r, c, pt: names.map((p) => formatShare(p, locale)).join(' · '), size: namedDot }];
  });
}

/** Words stand on the outer side of the curve, or inside where the axis is near. */
function nameLayers(named: readonly NamedDot[], domain: readonly [number, number], plane: Plane): object[] {
  const roomy = (point: NamedDot): boolean => point.c >= point.r && point.r - domain[0] > (domain[1] - domain[0]) * 0.12;
  return [true, false].map((outside) => ({
    data: { values: named.filter((point) => roomy(point) === outside) },
    mark: { type: 'text', align: outside ? 'right' : 'left', dx: outside ? -8 : 9, dy: outside ? -8 : 9 },
    encoding: { ...place(plane, 'r', 'c'), text: { field: 'pt', type: 'nominal' } },
  }));
}

function keys({ window, inner, dots, quartiles }: Quantiles, { locale, labels }: ChartWords): ChartKey[] {
  const dotKey = dots.length < inner.length ? labels.chartQuantilesStacked : labels.chartQuantilesKey;
  return [
    { mark: 'current', text: fill(dotKey, formatShare(inner[1]!.p - inner[0]!.p, locale)) },
    { mark: 'identity', text: labels.identityLine },
    ...(quartiles.length === 0 ? [] : [{ mark: 'note' as const, text: `◆ ${fill(labels.quantilesChunkKey, window.name)}` }]),
  ];
}

/** Every fifth quantile of all of current, then the quartiles of the chunk. */
function table({ column, window, all, quartiles }: Quantiles, { locale, labels }: ChartWords): ChartTable {
  const listed = [
    ...all.filter((_, i) => i % 5 === 0 || i === all.length - 1).map((point) => ({ ...point, name: labels.currentPart })),
    ...quartiles.map((point) => ({ ...point, name: window.name })),
  ];
  const part = quartiles.length > 0;
  return {
    head: [...(part ? [labels.headPart] : []), labels.headProbability, labels.referencePart, labels.currentPart, labels.headDifference],
    numeric: [...(part ? [false] : []), true, true, true, true],
    rows: listed.map(({ p, r, c, name }) => [
      ...(part ? [name] : []),
      formatShare(p, locale),
      valueText(column, r, locale),
      valueText(column, c, locale),
      formatChange(r, c, locale) ?? formatNumber(c - r, locale),
    ]),
  };
}

/** Quantiles at one place. */
interface Dot {
  readonly r: number;
  readonly c: number;
  readonly ps: readonly number[];
}

/** Quantiles at the same place as one dot: numbers of few values have many of them. Places in the order of their first quantile. */
function stacked(points: readonly Point[]): Dot[] {
  const places = new Map<string, { readonly r: number; readonly c: number; readonly ps: number[] }>();
  for (const { p, r, c } of points) {
    const place = places.get(`${r} ${c}`);
    if (place === undefined) places.set(`${r} ${c}`, { r, c, ps: [p] });
    else place.ps.push(p);
  }
  return [...places.values()];
}

/** The area of a dot, in square pixels, that stands for so many. */
function dotSize(count: number): number {
  return Math.min(mostDot, smallDot * count);
}

/** The part of rows that a dot stands for: quantiles rise on both sides, so those of one place follow each other. */
function span(ps: readonly number[], locale: string): string {
  const first = formatShare(ps[0]!, locale);
  return ps.length === 1 ? first : `${first} – ${formatShare(ps[ps.length - 1]!, locale)}`;
}

interface Point {
  readonly p: number;
  /** Quantile of reference and of current. */
  readonly r: number;
  readonly c: number;
}

function figures(
  { p, r, c }: Point,
  column: ColumnReport,
  locale: string,
): { readonly pt: string; readonly rt: string; readonly ct: string } {
  return { pt: formatShare(p, locale), rt: valueText(column, r, locale), ct: valueText(column, c, locale) };
}

/** Quartiles of a chunk against those of reference; none for the whole. */
function chunkQuartiles(column: ColumnReport, window: ChartWindow): Point[] {
  const quartiles = windowCell(column, window)?.quartiles ?? null;
  const quantiles = column.numeric?.reference.quantiles;
  if (quartiles === null || quantiles === undefined) return [];
  return ([0.25, 0.5, 0.75] as const).flatMap((p, i) => {
    const r = quantiles[quantileProbabilities.indexOf(p)];
    return r === undefined ? [] : [{ p, r, c: quartiles[i]! }];
  });
}
