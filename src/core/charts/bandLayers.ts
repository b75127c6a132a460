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

/** A level line across the whole picture with its words at the left. */
export function levelLayers(at: number, text: string, y: object, options: { readonly above: boolean }): object[] {
  const data = { values: [{ y: at, t: text }] };
  return [
    {
      data,
      mark: { type: 'rule', color: markColours.alert, strokeDash: [5, 3], strokeWidth: 1.2 },
      encoding: { y: { ...y, field: 'y' } },
    },
    {
      data,
      mark: { type: 'text', align: 'left', x: 4, dy: options.above ? -6 : 8, baseline: 'middle', fontSize: 10.5 },
      encoding: { y: { ...y, field: 'y' }, text: { field: 't', type: 'nominal' } },
    },
  ];
}
