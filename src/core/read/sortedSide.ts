import { type KernelRoom, SortKernel, type Tags } from '../stats/kernel/sortKernel.ts';
import type { RowLayout } from './chunks/rowLayout.ts';

/** What the analysis of a column needs of a row layout: all of it can be sent to another thread. */
export interface ColumnLayout extends Omit<RowLayout, 'partIndex' | 'partOf' | 'bucketOfPart'> {
  readonly partOf: Int32Array | Uint16Array | null;
}

/** One side of a numeric column in ascending order. */
export interface SortedSide {
  /** Finite values, ascending, 0 instead of -0. */
  readonly sorted: Float64Array;
  /** Part of each sorted value; null when all rows are one part. */
  readonly tags: Tags | null;
  /** A buffer as long as the column: free to be used. */
  readonly free: Float64Array;
  readonly layout: ColumnLayout;
  /** Rows with NaN (null, NaN, unreadable): in all, per chunk, per block. */
  readonly missing: number;
  readonly missingPerChunk: Float64Array;
  readonly missingPerBlock: Float64Array;
}

/** Where one column after another is sorted and compared. */
export class SortSpace {
  readonly kernel = new SortKernel();
  #moved = new Int32Array(0);

  /** Makes room for a column; what stood there is lost. */
  reserve(reference: ColumnLayout, current: ColumnLayout): void {
    this.kernel.reserve(roomOf(reference, current));
  }

  /** A place of current in reference per row, to be moved about. */
  movedPlaces(rows: number): Int32Array {
    if (this.#moved.length < rows) this.#moved = new Int32Array(rows);
    return this.#moved;
  }

  /** Bytes that a column of these layouts takes here, beside its own buffers. */
  static bytes(reference: ColumnLayout, current: ColumnLayout): number {
    const room = roomOf(reference, current);
    return SortKernel.bytes(room) + (room.places ? 4 * current.rows : 0);
  }
}

function roomOf(reference: ColumnLayout, current: ColumnLayout): KernelRoom {
  const sides = [reference, current];
  const wide = sides.some(({ chunkOfPart }) => chunkOfPart.length > 65_536);
  return {
    lengths: [reference.rows, current.rows],
    tagBytes: sides.every(({ partOf }) => partOf === null) ? 0 : wide ? 4 : 2,
    tagValues: Math.max(reference.chunkOfPart.length, current.chunkOfPart.length),
    places: current.rowsPerChunk.length > 0,
  };
}

/** Sorts a column, the part of each row beside it, in the room that `space` has reserved. The column itself is left as it is, and free. O(rows). */
export function sortSide(column: Float64Array, layout: ColumnLayout, space: SortSpace, which: 0 | 1): SortedSide {
  const { partOf, chunkOfPart, blockOfPart } = layout;
  const parts = chunkOfPart.length;
  const { kernel } = space;
  const values = kernel.values(which);
  const tags = partOf === null ? null : kernel.tags(which);
  values.set(column);
  if (partOf !== null) tags?.set(partOf);
  // -0 and 0 are one value to every method.
  const { count, missing: missingPerPart } = kernel.keepFinite(which, tags !== null);
  kernel.sort(which, count, tags !== null);
  const missingPerChunk = new Float64Array(layout.rowsPerChunk.length);
  const missingPerBlock = new Float64Array(layout.blockCount);
  let missing = 0;
  for (let part = 0; part < parts; part++) {
    const here = missingPerPart[part]!;
    missing += here;
    if (chunkOfPart[part]! >= 0) missingPerChunk[chunkOfPart[part]!]! += here;
    if (blockOfPart[part]! >= 0) missingPerBlock[blockOfPart[part]!]! += here;
  }
  const sorted = values.subarray(0, count);
  return { sorted, tags: tags?.subarray(0, count) ?? null, free: column, layout, missing, missingPerChunk, missingPerBlock };
}
