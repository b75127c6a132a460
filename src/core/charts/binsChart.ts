import { formatNumber } from '../format/number.ts';
import { formatShare } from '../format/share.ts';
import { shareAxis, valueAxis } from './axes.ts';
import type { Chart, ChartKey, ChartWords } from './chart.ts';
import { markColours } from './config.ts';
import { frame, plainPadding } from './frame.ts';
import { shares } from './window.ts';

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

/** Counts of both sides on the same bins, as shares: grey bars of reference, the accent outline of current. Without reference the bars are current's. */
export function binsChart(wish: BinsWish, words: ChartWords): Chart {
  const { locale, labels } = words;
  const { edges, rule = null } = wish;
  const reference = wish.reference === null ? null : shares(wish.reference);
  const current = shares(wish.current);
  const domain: [number, number] = [edges[0]!, edges[edges.length - 1]!];
  const top = Math.max(...(reference ?? []), ...current, 0.001) * 1.06;
  const x = { type: 'quantitative', scale: { domain, nice: false, zero: false }, axis: { ...valueAxis(domain), title: wish.x } };
  const y = { type: 'quantitative', scale: { domain: [0, top], nice: false }, axis: shareAxis(locale, labels.axisShareOfRows) };
  const name = (i: number): string => `${formatNumber(edges[i]!, locale)} – ${formatNumber(edges[i + 1]!, locale)}`;
  const bins = current.map((share, i) => ({
    a: edges[i]!,
    b: edges[i + 1]!,
    r: reference?.[i] ?? share,
    n: name(i),
    rt: reference === null ? '' : formatShare(reference[i]!, locale),
    ct: formatShare(share, locale),
    top,
  }));
  const tooltip = [
    { field: 'n', type: 'nominal', title: wish.x },
    ...(reference === null ? [] : [{ field: 'rt', type: 'nominal', title: labels.referencePart }]),
    { field: 'ct', type: 'nominal', title: labels.currentPart },
  ];
  const layers: object[] = [
    {
      data: { values: bins },
      mark: { type: 'bar', color: reference === null ? markColours.current : markColours.reference, binSpacing: 1 },
      encoding: { x: { ...x, field: 'a', bin: 'binned' }, x2: { field: 'b' }, y: { ...y, field: 'r' } },
    },
  ];
  if (reference !== null) {
    layers.push({
      data: { values: outline(edges, current) },
      mark: { type: 'line', color: markColours.current, strokeWidth: 1.8, interpolate: 'step-after', strokeJoin: 'miter' },
      encoding: { x: { ...x, field: 'x' }, y: { ...y, field: 'y' }, order: { field: 'i', type: 'quantitative' } },
    });
  }
  if (rule !== null && rule.at >= domain[0] && rule.at <= domain[1]) {
    const right = (rule.at - domain[0]) / (domain[1] - domain[0]) < 0.6;
    layers.push(
      {
        data: { values: [{ x: rule.at }] },
        mark: { type: 'rule', color: markColours.name, strokeDash: [3, 3], y: -14, y2: { expr: 'height' } },
        encoding: { x: { ...x, field: 'x' } },
      },
      {
        data: { values: [{ x: rule.at, t: rule.text }] },
        mark: { type: 'text', align: right ? 'left' : 'right', dx: right ? 5 : -5, baseline: 'middle', y: -10 },
        encoding: { x: { ...x, field: 'x' }, text: { field: 't', type: 'nominal' } },
      },
    );
  }
  layers.push({
    // Nothing to see: the whole height of a bin answers the pointer.
    data: { values: bins },
    mark: { type: 'bar', color: 'transparent', binSpacing: 0 },
    encoding: { x: { ...x, field: 'a', bin: 'binned' }, x2: { field: 'b' }, y: { ...y, field: 'top' }, tooltip },
  });
  const keys: ChartKey[] = [
    ...(reference === null ? [] : [{ mark: 'reference' as const, text: labels.referencePart }]),
    { mark: 'current', text: labels.currentPart },
  ];
  return {
    spec: frame(wish.height ?? usualHeight, layers, { ...plainPadding, top: 32, bottom: 38 }),
    description: wish.title,
    table: {
      head: [wish.x, ...(reference === null ? [] : [labels.referencePart]), labels.currentPart],
      numeric: [false, ...(reference === null ? [] : [true]), true],
      rows: current.map((share, i) => [
        name(i),
        ...(reference === null ? [] : [formatShare(reference[i]!, locale)]),
        formatShare(share, locale),
      ]),
    },
    keys,
  };
}

function outline(edges: readonly number[], heights: readonly number[]): { x: number; y: number; i: number }[] {
  const last = edges[edges.length - 1]!;
  const points = [{ x: edges[0]!, y: 0 }, ...heights.map((height, i) => ({ x: edges[i]!, y: height }))];
  points.push({ x: last, y: heights[heights.length - 1] ?? 0 }, { x: last, y: 0 });
  return points.map((point, i) => ({ ...point, i }));
}
