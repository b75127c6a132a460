import type { RowLayout } from '../chunks/rowLayout.ts';
import { radixSort, type Tags } from '../stats/radixSort.ts';

/** What the analysis of a column needs of a row layout: all of it can be sent to another thread. */
export interface ColumnLayout extends Omit<RowLayout, 'partIndex' | 'partOf'> {
  readonly partOf: Int32Array | Uint16Array | null;
}

/** One side of a numeric column in ascending order. */
export interface SortedSide {
  /** Finite values, ascending, 0 instead of -0. */
  readonly sorted: Float64Array;
  /** Part of each sorted value; null when all rows are one part. */
  readonly tags: Tags | null;
  /** The buffer that does not hold the values: free to be used. */
  readonly free: Float64Array;
  readonly layout: ColumnLayout;
  /** Rows with NaN (null, NaN, unreadable): in all, per chunk, per block. */
  readonly missing: number;
  readonly missingPerChunk: Float64Array;
  readonly missingPerBlock: Float64Array;
}

/** Buffers that one column after another is sorted in. */
export class SortSpace {
  #tags: Tags[] = [];
  #values: Float64Array[] = [];
  #ranks: Int32Array[] = [];

  /** The i-th tag buffer, for at least `length` rows of so many parts. */
  tags(i: number, length: number, parts: number): Tags {
    const known = this.#tags[i];
    const wide = parts > 65_536;
    if (known !== undefined && known.length >= length && wide === known instanceof Uint32Array) return known;
    const made = wide ? new Uint32Array(length) : new Uint16Array(length);
    this.#tags[i] = made;
    return made;
  }

  values(i: number, length: number): Float64Array {
    const known = this.#values[i];
    if (known !== undefined && known.length >= length) return known;
    const made = new Float64Array(length);
    this.#values[i] = made;
    return made;
  }

  ranks(i: number, length: number): Int32Array {
    const known = this.#ranks[i];
    if (known !== undefined && known.length >= length) return known;
    const made = new Int32Array(length);
    this.#ranks[i] = made;
    return made;
  }

  /** Bytes that a column of these layouts takes here, beside its own buffers. */
  static bytes(reference: ColumnLayout, current: ColumnLayout): number {
    const side = ({ rows, partOf, chunkOfPart }: ColumnLayout) => rows * (8 + (partOf === null ? 0 : chunkOfPart.length > 65_536 ? 8 : 4));
    return side(reference) + side(current) + (current.rowsPerChunk.length > 0 ? 8 * current.rows : 0);
  }
}

/** Sorts a column with the part of each row beside it; `column` is overwritten. `which` tells the buffers of the two sides apart. O(rows). */
export function sortSide(column: Float64Array, layout: ColumnLayout, space: SortSpace, which: 0 | 1): SortedSide {
  const { partOf, chunkOfPart, blockOfPart } = layout;
  const rows = column.length;
  const parts = chunkOfPart.length;
  const missingPerPart = new Float64Array(parts);
  const tags = partOf === null ? null : space.tags(2 * which, rows, parts);
  let count = 0;
  for (let i = 0; i < rows; i++) {
    const x = column[i]!;
    if (x - x === 0) {
      if (tags !== null) tags[count] = partOf![i]!;
      // -0 and 0 are one value to every method.
      column[count++] = x + 0;
    } else if (Number.isNaN(x)) missingPerPart[partOf === null ? 0 : partOf[i]!]!++;
  }
  const spare = space.values(which, rows).subarray(0, rows);
  const spareTags = tags === null ? null : space.tags(2 * which + 1, rows, parts);
  const own = { values: column, tags };
  const other = { values: spare, tags: spareTags };
  const result = radixSort(own, other, count);
  const inPlace = result.values.buffer === column.buffer && result.values.byteOffset === column.byteOffset;
  const missingPerChunk = new Float64Array(layout.rowsPerChunk.length);
  const missingPerBlock = new Float64Array(layout.blockCount);
  let missing = 0;
  for (let part = 0; part < parts; part++) {
    const here = missingPerPart[part]!;
    missing += here;
    if (chunkOfPart[part]! >= 0) missingPerChunk[chunkOfPart[part]!]! += here;
    if (blockOfPart[part]! >= 0) missingPerBlock[blockOfPart[part]!]! += here;
  }
  return { sorted: result.values, tags: result.tags, free: inPlace ? spare : column, layout, missing, missingPerChunk, missingPerBlock };
}
