import { type RowLayout, rowsOf } from './rowLayout.ts';

/** The rows of a dataset that numbers are read from, and how they are laid out. */
export interface SampledRows {
  readonly layout: RowLayout;
  /** Rows in file order, ascending; null: all of them. */
  readonly places: Uint32Array | null;
}

/** All rows for a step of 1, else one of each `step`, as `evenPlaces` chooses them. O(rows / step). */
export function sampledRows(layout: RowLayout, step: number): SampledRows {
  if (step <= 1) return { layout, places: null };
  const places = evenPlaces(layout.rows, step);
  return { layout: layoutOfRows(layout, places), places };
}

/**
 * One row of each `step` that follow each other, at a place that a hash of their number chooses: evenly over the file, in step with nothing in it, and
 * the same rows every time. O(rows / step).
 */
export function evenPlaces(rows: number, step: number): Uint32Array {
  return Uint32Array.from({ length: Math.ceil(rows / step) }, (_, i) => i * step + (hash(i) % Math.min(step, rows - i * step)));
}

/** The layout of the rows at `places`, in their order. O(places). */
export function layoutOfRows(layout: RowLayout, places: Uint32Array): RowLayout {
  const { partOf, chunkOfPart } = layout;
  const parts = partOf === null ? null : Int32Array.from(places, (row) => partOf[row]!);
  return { ...layout, rows: places.length, partOf: parts, ...rowsOf(parts ?? [], chunkOfPart, layout.rowsPerChunk.length, layout) };
}

/** Murmur3's finalizer. */
function hash(i: number): number {
  let h = Math.imul(i ^ 0x9e3779b9, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
