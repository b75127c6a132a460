import { type BlockEffect, type BlockedSide, blockEffect } from './blockEffect.ts';

/** Block (a day, an hour, a group) of each row, −1 for none; null: rows have none. */
export type BlockOf = Int32Array | null;

/** Categories (or bins) of rows by place, −1 for none, and the rows' blocks. */
export interface CodedRows {
  readonly codes: ArrayLike<number>;
  readonly blockOf: BlockOf;
}

/** Rarer categories than so many expected rows of the smaller side are looked at together. */
const fewestExpected = 5;

/** Blocks that a list tells apart. O(rows). */
export function blockCount(blockOf: BlockOf): number {
  let count = 0;
  for (const block of blockOf ?? []) if (block >= count) count = block + 1;
  return count;
}

/** Side of a mean (or a share) of one value a row; NaN and infinite ones are left out. O(rows). */
export function meanSide(values: Float64Array, blockOf: BlockOf): BlockedSide {
  let n = 0;
  let mean = 0;
  let squares = 0;
  for (const x of values) {
    if (!Number.isFinite(x)) continue;
    n++;
    const step = x - mean;
    mean += step / n;
    squares += step * (x - mean);
  }
  const count = blockCount(blockOf);
  const sums = new Float64Array(count);
  const rows = new Float64Array(count);
  for (let i = 0; i < (blockOf?.length ?? 0); i++) {
    const block = blockOf![i]!;
    if (block < 0 || !Number.isFinite(values[i]!)) continue;
    sums[block]! += (values[i]! - mean) / n;
    rows[block]!++;
  }
  return { byRows: n > 1 ? squares / (n - 1) / n : 0, sums: blockOf === null ? null : sums, rows };
}

/** A homogeneity chi-square of two tables of counts, with what the days of their rows do to it. */
export interface BlockedTable {
  readonly statistic: number;
  readonly df: number;
  /** Null where rows are independent. */
  readonly effect: BlockEffect | null;
}

/** Components at most of tables that are looked at together; the first ones tell what days do. */
const mostTogether = 400;

/**
 * Compares how rows fall into categories on both sides: Pearson's statistic over those that are not rare (the others are one), and its design effect. Null
 * where a side has no rows or all fall into one. O(rows + blocks · categories²).
 */
export function blockedTable(reference: CodedRows, current: CodedRows, categories: number): BlockedTable | null {
  return blockedTables([{ reference, current }], categories);
}

/** The same of several tables of rows of the same two sides (such as one for each predicted class), as one sum of their statistics. */
export function blockedTables(
  tables: readonly { readonly reference: CodedRows; readonly current: CodedRows }[],
  categories: number,
): BlockedTable | null {
  let [statistic, df, width] = [0, 0, 0];
  const compared: Compared[] = [];
  for (const { reference, current } of tables) {
    const one = width >= mostTogether ? null : compare(counted(reference, categories), counted(current, categories), categories);
    if (one === null) continue;
    statistic += one.statistic;
    df += one.width - 1;
    width += one.width;
    compared.push(one);
  }
  if (compared.length === 0) return null;
  const side = (of: 'reference' | 'current'): BlockedSide => {
    const first = compared[0]![of];
    const rows = new Float64Array(first.rows.length);
    const sums = first.sums === null ? null : new Float64Array(rows.length * width);
    let byRows = 0;
    let at = 0;
    for (const one of compared) {
      byRows += one[of].byRows;
      for (let block = 0; block < rows.length; block++) {
        rows[block]! += one[of].rows[block]!;
        sums?.set(one[of].sums!.subarray(block * one.width, (block + 1) * one.width), block * width + at);
      }
      at += one.width;
    }
    return { byRows, sums, rows };
  };
  return { statistic, df, effect: blockEffect(width, side('current'), side('reference')) };
}

interface Compared {
  readonly statistic: number;
  readonly width: number;
  readonly reference: BlockedSide;
  readonly current: BlockedSide;
}

function compare(was: Counted, now: Counted, categories: number): Compared | null {
  if (was.total === 0 || now.total === 0) return null;
  const n = was.total + now.total;
  const { placeOf, width } = pooled(was.all, now.all, Math.min(was.total, now.total) / n);
  if (width < 2) return null;
  const [past, present] = [shares(was, placeOf, width), shares(now, placeOf, width)];
  const both = past.map((share, k) => (share * was.total + present[k]! * now.total) / n);
  const scale = (was.total * now.total) / n;
  const side = (of: Counted, own: Float64Array): BlockedSide => {
    const sums = new Float64Array(of.rows.length * width);
    for (let block = 0; block < of.rows.length; block++) {
      for (let c = 0; c < categories; c++) if (placeOf[c]! >= 0) sums[block * width + placeOf[c]!]! += of.byBlock[block * categories + c]!;
      for (let k = 0; k < width; k++)
        sums[block * width + k] = ((sums[block * width + k]! - of.rows[block]! * own[k]!) / of.total) * Math.sqrt(scale / both[k]!);
    }
    const byRows = (own.reduce((sum, share, k) => sum + (share * (1 - share)) / both[k]!, 0) * scale) / of.total;
    return { byRows, sums: of.blocked ? sums : null, rows: of.rows };
  };
  return {
    statistic: scale * past.reduce((sum, share, k) => sum + (present[k]! - share) ** 2 / both[k]!, 0),
    width,
    reference: side(was, past),
    current: side(now, present),
  };
}

interface Counted {
  readonly total: number;
  readonly blocked: boolean;
  readonly all: Float64Array;
  /** Blocks × categories. */
  readonly byBlock: Float64Array;
  readonly rows: Float64Array;
}

function counted({ codes, blockOf }: CodedRows, categories: number): Counted {
  const count = blockCount(blockOf);
  const all = new Float64Array(categories);
  const byBlock = new Float64Array(count * categories);
  const rows = new Float64Array(count);
  let total = 0;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!;
    if (code < 0) continue;
    total++;
    all[code]!++;
    const block = blockOf?.[i] ?? -1;
    if (block < 0) continue;
    byBlock[block * categories + code]!++;
    rows[block]!++;
  }
  return { total, blocked: blockOf !== null, all, byBlock, rows };
}

/** Places of the categories that are looked at; rare ones share the last, empty ones have none. */
function pooled(reference: Float64Array, current: Float64Array, scale: number): { readonly placeOf: Int32Array; readonly width: number } {
  let width = 0;
  const rare: number[] = [];
  const placeOf = Int32Array.from(reference, (count, c) => {
    const both = count + current[c]!;
    if (both === 0) return -1;
    if (both * scale >= fewestExpected) return width++;
    rare.push(c);
    return -1;
  });
  if (rare.length > 0) width++;
  for (const c of rare) placeOf[c] = width - 1;
  return { placeOf, width };
}

function shares({ all, total }: Counted, placeOf: Int32Array, width: number): Float64Array {
  const own = new Float64Array(width);
  for (let c = 0; c < all.length; c++) if (placeOf[c]! >= 0) own[placeOf[c]!]! += all[c]! / total;
  return own;
}
