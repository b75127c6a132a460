import { markColours } from './config.ts';
import { dotSize } from './timeLayers.ts';

/** A value of one chunk with its interval, at its place on a picture over time. */
export interface BandPoint {
  readonly x: number;
  readonly side: 'reference' | 'current';
  readonly m: number;
  readonly l: number | null;
  readonly h: number | null;
  /** Name of the chunk, value and interval, rows: for the tooltip. */
  readonly n: string;
  readonly t: string;
  readonly r: string;
}

interface BandHeads {
  readonly chunk: string;
  readonly value: string;
  readonly rows: string;
}

/** A line over the chunks of each side with the band of its intervals: grey is reference, accent is current. */
export function bandLayers(points: readonly BandPoint[], x: object, y: object, heads: BandHeads): object[] {
  return (['reference', 'current'] as const).flatMap((side) => {
    const values = points.filter((point) => point.side === side);
    if (values.length === 0) return [];
    const banded = values.filter((point) => point.l !== null && point.h !== null);
    const colour = side === 'reference' ? markColours.referenceLine : markColours.current;
    const place = { x: { ...x, field: 'x' }, y: { ...y, field: 'm' } };
    return [
      {
        data: { values: banded },
        mark: { type: 'area', color: colour, opacity: 0.16, line: false, clip: true },
        encoding: { x: { ...x, field: 'x' }, y: { ...y, field: 'l' }, y2: { field: 'h' } },
      },
      { data: { values }, mark: { type: 'line', color: colour, strokeWidth: 1.8, clip: true }, encoding: place },
      {
        data: { values },
        mark: { type: 'circle', color: colour, size: dotSize(points.length, 24), opacity: 1 },
        encoding: {
          ...place,
          tooltip: [
            { field: 'n', type: 'nominal', title: heads.chunk },
            { field: 't', type: 'nominal', title: heads.value },
            { field: 'r', type: 'nominal', title: heads.rows },
          ],
        },
      },
    ];
  });
}

/** The span of values and their intervals with a little room; intervals far wider than the values are cut off. */
export function bandDomain(points: readonly BandPoint[], others: readonly number[]): [number, number] {
  const values = [...points.map((point) => point.m), ...others];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const span = high - low || Math.abs(high) || 1;
  const reach = span * 1.5;
  const bounds = points.flatMap((point) => [point.l, point.h]).filter((bound) => bound !== null);
  const from = Math.max(Math.min(low, ...bounds), low - reach);
  const to = Math.min(Math.max(high, ...bounds), high + reach);
  const pad = (to - from) * 0.06;
  return [from - pad, to + pad];
}

/** Room to the right of the plot for the words of its levels. */
export const levelRoom = 92;
/** Pixels that the words of two levels keep apart. */
const apart = 13;

/** Level lines across the whole picture with their words behind them, moved apart where they would meet. */
export function levelLayers(
  levels: readonly { readonly at: number; readonly text: string }[],
  domain: readonly [number, number],
  height: number,
  y: object,
): object[] {
  const pixel = (at: number): number => height * (1 - (at - domain[0]) / (domain[1] - domain[0] || 1));
  const words = levels.map(({ at, text }) => ({ place: pixel(at), text })).sort((a, b) => a.place - b.place);
  for (let i = 1; i < words.length; i += 1) words[i]!.place = Math.max(words[i]!.place, words[i - 1]!.place + apart);
  return [
    {
      data: { values: levels.map(({ at }) => ({ y: at })) },
      mark: { type: 'rule', color: markColours.alert, strokeDash: [5, 3], strokeWidth: 1.2 },
      encoding: { y: { ...y, field: 'y' } },
    },
    ...words.map(({ place, text }) => ({
      data: { values: [{ t: text }] },
      mark: { type: 'text', align: 'left', baseline: 'middle', x: { expr: 'width + 6' }, y: place },
      encoding: { text: { field: 't', type: 'nominal' } },
    })),
  ];
}
