import { formatFixed } from '../format/fixed.ts';
import { topTitle } from './axes.ts';
import type { Chart, ChartKey, ChartWords } from './chart.ts';
import { markColours, sideColour } from './config.ts';
import { frame, plainPadding } from './frame.ts';
import { type Plane, place } from './plane.ts';
import { tip } from './tip.ts';

/** Points of one side's curve, from left to right. */
export interface Curve {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

interface CurvesWish {
  readonly reference: Curve | null;
  readonly current: Curve;
  readonly title: string;
  readonly x: string;
  readonly y: string;
  /** Highest value of the vertical axis; 1 for shares. */
  readonly top?: number;
  /** Where a model without any skill lies: two points and its name. */
  readonly chance: { readonly from: readonly [number, number]; readonly to: readonly [number, number]; readonly name: string } | null;
  /** A point of current with its words, such as the threshold in force. */
  readonly marked?: { readonly x: number; readonly y: number; readonly text: string } | null;
}

const height = 280;
/** Rows of the table twin: more would not be read. */
const tableRows = 21;
const digits = 3;

/** The curves of both sides over a share: grey is reference, accent is current, dashed is chance. */
export function curvesChart(wish: CurvesWish, words: ChartWords): Chart {
  return {
    spec: frame(height, layers(wish, words), { ...plainPadding, bottom: 38 }),
    description: wish.title,
    table: table(wish, words),
    keys: keys(wish, words),
  };
}

function layers(wish: CurvesWish, words: ChartWords): object[] {
  const { reference, current, chance, marked = null } = wish;
  const plane = planeOf(wish);
  return [
    ...(chance === null ? [] : [chanceLayer(chance, plane)]),
    ...(reference === null ? [] : curveLayers(reference, 'reference', wish, words)),
    ...curveLayers(current, 'current', wish, words),
    ...(marked === null ? [] : markedLayers(marked, plane)),
  ];
}

function planeOf({ x, y, top = 1 }: CurvesWish): Plane {
  return {
    x: { type: 'quantitative', scale: { domain: [0, 1], nice: false }, axis: { title: x, tickCount: 5, grid: true } },
    y: { type: 'quantitative', scale: { domain: [0, top], nice: false }, axis: { ...topTitle(y), tickCount: 5, grid: true } },
  };
}

function curveLayers(curve: Curve, side: 'reference' | 'current', wish: CurvesWish, { locale, labels }: ChartWords): object[] {
  const figure = (value: number): string => formatFixed(value, digits, locale);
  const values = curve.x.map((at, i) => ({ x: at, y: curve.y[i]!, xt: figure(at), yt: figure(curve.y[i]!), i }));
  const at = place(planeOf(wish), 'x', 'y');
  const part = side === 'reference' ? labels.referencePart : labels.currentPart;
  return [
    {
      data: { values },
      mark: { type: 'line', color: sideColour(side), strokeWidth: 1.8, clip: true },
      encoding: { ...at, order: { field: 'i', type: 'quantitative' } },
    },
    {
      // Nothing to see: points that answer the pointer.
      data: { values },
      mark: { type: 'circle', color: 'transparent', size: 90 },
      encoding: { ...at, tooltip: tip(['xt', wish.x], ['yt', `${wish.y}, ${part}`]) },
    },
  ];
}

function chanceLayer({ from, to }: NonNullable<CurvesWish['chance']>, plane: Plane): object {
  return {
    data: { values: [{ x: from[0], y: from[1], x2: to[0], y2: to[1] }] },
    mark: { type: 'rule', color: markColours.referenceLine, strokeDash: [4, 3], clip: true },
    encoding: { ...place(plane, 'x', 'y'), x2: { field: 'x2' }, y2: { field: 'y2' } },
  };
}

/** A point with its words, on the side where there is room. */
function markedLayers(marked: NonNullable<CurvesWish['marked']>, plane: Plane): object[] {
  const at = place(plane, 'x', 'y');
  const right = marked.x < 0.6;
  const data = { values: [{ x: marked.x, y: marked.y, t: marked.text }] };
  return [
    {
      data,
      mark: { type: 'circle', color: markColours.current, size: 70, opacity: 1, stroke: markColours.page, strokeWidth: 1 },
      encoding: at,
    },
    {
      data,
      mark: { type: 'text', align: right ? 'left' : 'right', dx: right ? 9 : -9, dy: 9, baseline: 'middle', color: markColours.name },
      encoding: { ...at, text: { field: 't', type: 'nominal' } },
    },
  ];
}

function keys({ reference, chance }: CurvesWish, { labels }: ChartWords): ChartKey[] {
  return [
    ...(reference === null ? [] : [{ mark: 'reference' as const, text: labels.referencePart }]),
    { mark: 'current', text: labels.currentPart },
    ...(chance === null ? [] : [{ mark: 'identity' as const, text: chance.name }]),
  ];
}

/** Both curves at the same places, the value between two points on the straight line between them. */
function table({ reference, current, x, y }: CurvesWish, { locale, labels }: ChartWords): Chart['table'] {
  const sides = [...(reference === null ? [] : [reference]), current];
  const names = [...(reference === null ? [] : [labels.referencePart]), labels.currentPart];
  const from = Math.min(...sides.map((side) => side.x[0] ?? 0));
  const places = Array.from({ length: tableRows }, (_, i) => i / (tableRows - 1)).filter((place) => place >= from - 1e-9);
  return {
    head: [x, ...names.map((name) => `${y}, ${name}`)],
    numeric: [true, ...sides.map(() => true)],
    rows: places.map((place) => [
      formatFixed(place, 2, locale),
      ...sides.map((side) => {
        const value = valueAt(side, place);
        return value === null ? '–' : formatFixed(value, digits, locale);
      }),
    ]),
  };
}

function valueAt({ x, y }: Curve, place: number): number | null {
  const next = x.findIndex((at) => at >= place - 1e-12);
  if (next < 0) return null;
  const at = x[next]!;
  if (next === 0 || Math.abs(at - place) < 1e-12) return next === 0 && at > place + 1e-9 ? null : y[next]!;
  const before = x[next - 1]!;
  return y[next - 1]! + ((place - before) / (at - before)) * (y[next]! - y[next - 1]!);
}
