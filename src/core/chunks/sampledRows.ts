import { type RowLayout, rowsOf } from './rowLayout.ts';

/** The rows of a dataset that numbers are read from, and how they are laid out. */
export interface SampledRows {
  readonly layout: RowLayout;
  /** Rows in file order, ascending; null: all of them. */
  readonly places: Uint32Array | null;
}

/**
 * One row of each `step` that follow each other, at a place that a hash of their number chooses: evenly over the file, in step with nothing in it, and
 * the same rows every time. All rows for a step of 1. O(rows / step).
 */
export function sampledRows(layout: RowLayout, step: number): SampledRows {
  if (step <= 1) return { layout, places: null };
  const { rows, partOf, chunkOfPart } = layout;
  const places = Uint32Array.from({ length: Math.ceil(rows / step) }, (_, i) => i * step + (hash(i) % Math.min(step, rows - i * step)));
  const parts = partOf === null ? null : Int32Array.from(places, (row) => partOf[row]!);
  const counted = rowsOf(parts ?? [], chunkOfPart, layout.rowsPerChunk.length, layout);
  return { layout: { ...layout, rows: places.length, partOf: parts, ...counted }, places };
}

/** Murmur3's finalizer. */
function hash(i: number): number {
  let h = Math.imul(i ^ 0x9e3779b9, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
