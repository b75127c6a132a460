import { formatFixed } from '../format/fixed.ts';
import { topTitle } from './axes.ts';
import type { Chart, ChartKey, ChartWords } from './chart.ts';
import { markColours } from './config.ts';
import { frame, plainPadding } from './frame.ts';

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
  const { locale, labels } = words;
  const { reference, current, chance, marked = null, top = 1 } = wish;
  const x = { type: 'quantitative', scale: { domain: [0, 1], nice: false }, axis: { title: wish.x, tickCount: 5, grid: true } };
  const y = {
    type: 'quantitative',
    scale: { domain: [0, top], nice: false },
    axis: { ...topTitle(wish.y), tickCount: 5, grid: true },
  };
  const figure = (value: number): string => formatFixed(value, digits, locale);
  const line = (curve: Curve, side: 'reference' | 'current'): object[] => {
    const values = curve.x.map((at, i) => ({ x: at, y: curve.y[i]!, xt: figure(at), yt: figure(curve.y[i]!), i }));
    const colour = side === 'reference' ? markColours.referenceLine : markColours.current;
    const place = { x: { ...x, field: 'x' }, y: { ...y, field: 'y' } };
    return [
      {
        data: { values },
        mark: { type: 'line', color: colour, strokeWidth: 1.8, clip: true },
        encoding: { ...place, order: { field: 'i', type: 'quantitative' } },
      },
      {
        // Nothing to see: points that answer the pointer.
        data: { values },
        mark: { type: 'circle', color: 'transparent', size: 90 },
        encoding: {
          ...place,
          tooltip: [
            { field: 'xt', type: 'nominal', title: wish.x },
            { field: 'yt', type: 'nominal', title: `${wish.y}, ${side === 'reference' ? labels.referencePart : labels.currentPart}` },
          ],
        },
      },
    ];
  };
  const layers: object[] = [];
  if (chance !== null) {
    const { from, to } = chance;
    layers.push({
      data: { values: [{ x: from[0], y: from[1], x2: to[0], y2: to[1] }] },
      mark: { type: 'rule', color: markColours.referenceLine, strokeDash: [4, 3], clip: true },
      encoding: { x: { ...x, field: 'x' }, y: { ...y, field: 'y' }, x2: { field: 'x2' }, y2: { field: 'y2' } },
    });
  }
  if (reference !== null) layers.push(...line(reference, 'reference'));
  layers.push(...line(current, 'current'));
  if (marked !== null) {
    const place = { x: { ...x, field: 'x' }, y: { ...y, field: 'y' } };
    const right = marked.x < 0.6;
    const data = { values: [{ x: marked.x, y: marked.y, t: marked.text }] };
    layers.push(
      {
        data,
        mark: { type: 'circle', color: markColours.current, size: 70, opacity: 1, stroke: markColours.page, strokeWidth: 1 },
        encoding: place,
      },
      {
        data,
        mark: { type: 'text', align: right ? 'left' : 'right', dx: right ? 9 : -9, dy: 9, baseline: 'middle', color: markColours.name },
        encoding: { ...place, text: { field: 't', type: 'nominal' } },
      },
    );
  }
  const keys: ChartKey[] = [
    ...(reference === null ? [] : [{ mark: 'reference' as const, text: labels.referencePart }]),
    { mark: 'current', text: labels.currentPart },
    ...(chance === null ? [] : [{ mark: 'identity' as const, text: chance.name }]),
  ];
  return {
    spec: frame(height, layers, { ...plainPadding, bottom: 38 }),
    description: wish.title,
    table: table(wish, words),
    keys,
  };
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
