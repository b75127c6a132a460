import type { TimeAxis } from '../report/report.ts';

/** The chunks of one side on a picture over time. */
export interface ChunkSide<Point> {
  readonly side: 'reference' | 'current';
  readonly points: readonly Point[];
  /** What is added to the index of a chunk. */
  readonly shift: number;
  nameOf(chunk: number): string;
}

/** The chunks of reference and then of current. `names` are those of current's chunks, in words. */
export function chunkSides<Point>(
  time: TimeAxis,
  row: { readonly referenceChunks: readonly Point[]; readonly chunks: readonly Point[] },
  shift: number,
  names: readonly string[],
): readonly ChunkSide<Point>[] {
  return [
    { side: 'reference', points: row.referenceChunks, shift: 0, nameOf: (i) => time.referenceChunks[i]?.name ?? '' },
    { side: 'current', points: row.chunks, shift, nameOf: (i) => names[i] ?? time.chunks[i]?.name ?? '' },
  ];
}

/** A value with its interval: "0.81 [0.78, 0.83]"; by itself where that is not known. */
export function withInterval(
  point: { readonly value: number | null; readonly low: number | null; readonly high: number | null },
  figure: (value: number | null) => string,
): string {
  const { value, low, high } = point;
  return low === null || high === null ? figure(value) : `${figure(value)} [${figure(low)}, ${figure(high)}]`;
}
