import { formatNumber } from '../format/number.ts';
import { formatShare } from '../format/share.ts';
import { shareAxis, valueAxis } from './axes.ts';
import type { Chart, ChartKey, ChartTable, ChartWords } from './chart.ts';
import { markColours } from './config.ts';
import { frame, plainPadding } from './frame.ts';
import { type Plane, place } from './plane.ts';
import { tip } from './tip.ts';
import { sharesOfCounts } from './window.ts';

interface BinsWish {
  readonly edges: readonly number[];
  readonly reference: readonly number[] | null;
  readonly current: readonly number[];
  readonly title: string;
  /** What the values are. */
  readonly x: string;
  /** A value to point out, such as a threshold or zero. */
  readonly rule?: { readonly at: number; readonly text: string } | null;
  readonly height?: number;
}

const usualHeight = 170;

/** What is drawn: bins with the share of each side. */
interface Bins {
  readonly edges: readonly number[];
  readonly domain: readonly [number, number];
  readonly reference: readonly number[] | null;
  readonly current: readonly number[];
  readonly names: readonly string[];
}

/** Counts of both sides on the same bins, as shares: grey bars of reference, the accent outline of current. Without reference the bars are current's. */
export function binsChart(wish: BinsWish, words: ChartWords): Chart {
  const bins = binsOf(wish, words.locale);
  return {
    spec: frame(wish.height ?? usualHeight, layers(bins, wish, words), { ...plainPadding, top: 32, bottom: 38 }),
    description: wish.title,
    table: table(bins, wish, words),
    keys: keys(bins, words),
  };
}

function binsOf({ edges, reference, current }: BinsWish, locale: string): Bins {
  return {
    edges,
    domain: [edges[0]!, edges[edges.length - 1]!],
    reference: reference === null ? null : sharesOfCounts(reference),
    current: sharesOfCounts(current),
    names: current.map((_, i) => `${formatNumber(edges[i]!, locale)} – ${formatNumber(edges[i + 1]!, locale)}`),
  };
}

function layers(bins: Bins, wish: BinsWish, words: ChartWords): object[] {
  const { domain, edges, reference, current } = bins;
  const { rule = null } = wish;
  const top = Math.max(...(reference ?? []), ...current, 0.001) * 1.06;
  const x = { type: 'quantitative', scale: { domain, nice: false, zero: false }, axis: { ...valueAxis(domain), title: wish.x } };
  const axis = shareAxis(words.locale, words.labels.axisShareOfRows);
  const y = { type: 'quantitative', scale: { domain: [0, top], nice: false }, axis };
  const values = valuesOf(bins, top, words.locale);
  return [
    {
      data: { values },
      mark: { type: 'bar', color: reference === null ? markColours.current : markColours.reference, binSpacing: 1 },
      encoding: { x: { ...x, field: 'a', bin: 'binned' }, x2: { field: 'b' }, y: { ...y, field: 'r' } },
    },
    ...(reference === null ? [] : [outlineLayer(outline(edges, current), { x, y })]),
    ...(rule !== null && rule.at >= domain[0] && rule.at <= domain[1] ? ruleLayers(rule, domain, x) : []),
    {
      // Nothing to see: the whole height of a bin answers the pointer.
      data: { values },
      mark: { type: 'bar', color: 'transparent', binSpacing: 0 },
      encoding: {
        x: { ...x, field: 'a', bin: 'binned' },
        x2: { field: 'b' },
        y: { ...y, field: 'top' },
        tooltip: tooltip(bins, wish, words),
      },
    },
  ];
}

function valuesOf({ edges, reference, current, names }: Bins, top: number, locale: string): object[] {
  return current.map((share, i) => ({
    a: edges[i]!,
    b: edges[i + 1]!,
    r: reference?.[i] ?? share,
    n: names[i]!,
    rt: reference === null ? '' : formatShare(reference[i]!, locale),
    ct: formatShare(share, locale),
    top,
  }));
}

function tooltip({ reference }: Bins, wish: BinsWish, { labels }: ChartWords): object[] {
  return reference === null
    ? tip(['n', wish.x], ['ct', labels.currentPart])
    : tip(['n', wish.x], ['rt', labels.referencePart], ['ct', labels.currentPart]);
}

function outlineLayer(values: readonly object[], plane: Plane): object {
  return {
    data: { values },
    mark: { type: 'line', color: markColours.current, strokeWidth: 1.8, interpolate: 'step-after', strokeJoin: 'miter' },
    encoding: { ...place(plane, 'x', 'y'), order: { field: 'i', type: 'quantitative' } },
  };
}

/** A value pointed out: a dashed line, and its words on the side where there is room. */
function ruleLayers({ at, text }: NonNullable<BinsWish['rule']>, domain: readonly [number, number], x: object): object[] {
  const right = (at - domain[0]) / (domain[1] - domain[0]) < 0.6;
  return [
    {
      data: { values: [{ x: at }] },
      mark: { type: 'rule', color: markColours.name, strokeDash: [3, 3], y: -14, y2: { expr: 'height' } },
      encoding: { x: { ...x, field: 'x' } },
    },
    {
      data: { values: [{ x: at, t: text }] },
      mark: { type: 'text', align: right ? 'left' : 'right', dx: right ? 5 : -5, baseline: 'middle', y: -10 },
      encoding: { x: { ...x, field: 'x' }, text: { field: 't', type: 'nominal' } },
    },
  ];
}

function table({ reference, current, names }: Bins, wish: BinsWish, { locale, labels }: ChartWords): ChartTable {
  return {
    head: [wish.x, ...(reference === null ? [] : [labels.referencePart]), labels.currentPart],
    numeric: [false, ...(reference === null ? [] : [true]), true],
    rows: current.map((share, i) => [
      names[i]!,
      ...(reference === null ? [] : [formatShare(reference[i]!, locale)]),
      formatShare(share, locale),
    ]),
  };
}

function keys({ reference }: Bins, { labels }: ChartWords): ChartKey[] {
  return [
    ...(reference === null ? [] : [{ mark: 'reference' as const, text: labels.referencePart }]),
    { mark: 'current', text: labels.currentPart },
  ];
}

function outline(edges: readonly number[], heights: readonly number[]): { x: number; y: number; i: number }[] {
  const last = edges[edges.length - 1]!;
  const points = [{ x: edges[0]!, y: 0 }, ...heights.map((height, i) => ({ x: edges[i]!, y: height }))];
  points.push({ x: last, y: heights[heights.length - 1] ?? 0 }, { x: last, y: 0 });
  return points.map((point, i) => ({ ...point, i }));
}
