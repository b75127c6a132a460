import { type BlockOf, blockCount } from '../../../stats/blocks/blockedSides.ts';
import type { ContrastOf } from '../../../stats/groups/contrast.ts';
import type { SegmentColumn, SliceKey } from '../../../stats/groups/segmentColumn.ts';
import { minus, type Sums } from '../../../stats/groups/sums.ts';
import type { Candidate } from './sliceSearch.ts';

/** One side of a comparison, row by row. */
export interface SliceSide {
  readonly columns: readonly SegmentColumn[];
  readonly loss: Float64Array;
  /** Block (a day) of each row whose rows may go together. Default: none. */
  readonly blockOf?: BlockOf;
}

/** A slice with the slices that are mostly the same rows. */
export interface Merged {
  readonly slice: Candidate;
  /** p-value of the rows outside the slices before it that it overlaps with, against all other such rows. */
  readonly p: number;
  readonly overlapping: readonly Candidate[];
}

/** Two slices are taken to overlap from this far on the way from as many common rows as by chance (0) to one inside the other (1). */
const overlapsFrom = 0.25;

/** Slices kept at most: one bit of a row's mask each. */
const mostKept = 31;

/** A side with the slices that hold each row, as bits. */
interface Marked extends SliceSide {
  readonly holders: Uint32Array;
  readonly blocks: number;
}

/** Rows of a slice that have a loss, ascending. */
function rowsOf({ columns, loss }: SliceSide, { conditions }: SliceKey): Uint32Array {
  const rows = new Uint32Array(loss.length);
  let n = 0;
  const [one, two] = conditions.map(({ column, group }) => ({ codes: columns[column]!.codes, group }));
  for (let i = 0; i < loss.length; i++) {
    if (one && one.codes[i] !== one.group) continue;
    if (two && two.codes[i] !== two.group) continue;
    if (Number.isFinite(loss[i]!)) rows[n++] = i;
  }
  return rows.slice(0, n);
}

/** Rows that a slice has in common with each slice kept. */
function common(holders: Uint32Array, rows: Uint32Array, kept: number): number[] {
  const shared = Array<number>(kept).fill(0);
  for (const row of rows) for (let bits = holders[row]!, k = 0; bits !== 0; bits >>>= 1, k++) if (bits & 1) shared[k]! += 1;
  return shared;
}

/** Sums over the rows (all when null) with a loss that no slice of `without` holds. */
function sumsOf({ loss, holders, blockOf, blocks }: Marked, rows: Uint32Array | null, without: number, shift: number): Sums {
  const byBlock = blockOf ? { n: new Float64Array(blocks), sum: new Float64Array(blocks) } : undefined;
  let n = 0;
  let sum = 0;
  let squares = 0;
  const count = rows === null ? loss.length : rows.length;
  for (let i = 0; i < count; i++) {
    const row = rows === null ? i : rows[i]!;
    const x = loss[row]! - shift;
    if ((holders[row]! & without) !== 0 || !Number.isFinite(x)) continue;
    n++;
    sum += x;
    squares += x * x;
    const block = blockOf?.[row] ?? -1;
    if (byBlock === undefined || block < 0) continue;
    byBlock.n[block]!++;
    byBlock.sum[block]! += x;
  }
  return { n, sum, squares, blocks: byBlock };
}

function overlaps(shared: number, a: number, b: number, rows: number): boolean {
  const chance = Math.max(a, b) / rows;
  return shared / Math.min(a, b) - chance >= overlapsFrom * (1 - chance);
}

/** 1 when too few rows are left or they are no worse. */
function ownP(sums: readonly (readonly [Sums, Sums])[], contrastOf: ContrastOf, minRows: number): number {
  if (sums.some(([own, rest]) => own.n < minRows || rest.n < minRows)) return 1;
  const { estimate, p } = contrastOf(
    sums.map(([own]) => own),
    sums.map(([, rest]) => rest),
  );
  return estimate > 0 ? p : 1;
}

/**
 * Goes down a ranked list and keeps a slice only if its rows outside the slices kept before that it overlaps with are still worse than the other
 * rows outside them; otherwise it is put to the one it shares most rows with. A region and its only city, or two columns that say the
 * same, are reported once; slices of unrelated columns share rows by chance and do not touch each other.
 *
 * @param most slices kept, 31 at most; @param looked slices examined at most, each a pass over the codes of every side and two over the slice's own rows.
 */
export function mergeOverlapping(
  ranked: readonly Candidate[],
  sides: readonly SliceSide[],
  shift: number,
  contrastOf: ContrastOf,
  { alpha, minRows, most, looked }: { alpha: number; minRows: number; most: number; looked: number },
): Merged[] {
  const kept: { slice: Candidate; p: number; overlapping: Candidate[] }[] = [];
  const marked = sides.map(
    (side): Marked => ({ ...side, holders: new Uint32Array(side.loss.length), blocks: blockCount(side.blockOf ?? null) }),
  );
  const [main] = marked as [Marked];
  const rows = main.loss.reduce((n, x) => (Number.isFinite(x) ? n + 1 : n), 0);
  /** Sums of all rows outside some slices kept, by their bits: rows marked later have bits of their own. */
  const outside = new Map<number, readonly Sums[]>();
  const allWithout = (without: number): readonly Sums[] => {
    const known = outside.get(without) ?? marked.map((side) => sumsOf(side, null, without, shift));
    outside.set(without, known);
    return known;
  };
  for (const slice of ranked.slice(0, looked)) {
    if (kept.length >= Math.min(most, mostKept)) break;
    const inside = marked.map((side) => rowsOf(side, slice));
    const shared = common(main.holders, inside[0]!, kept.length);
    let without = 0;
    kept.forEach((k, i) => {
      if (overlaps(shared[i]!, slice.sums[0]!.n, k.slice.sums[0]!.n, rows)) without |= 1 << i;
    });
    const splitOf = (side: Marked, s: number): readonly [Sums, Sums] => {
      const own = sumsOf(side, inside[s]!, without, shift);
      const all = allWithout(without)[s]!;
      return [own, minus(all, own)];
    };
    const p = without === 0 ? slice.contrast.p : ownP(marked.map(splitOf), contrastOf, minRows);
    if (p > alpha) {
      kept[shared.indexOf(Math.max(...shared))]!.overlapping.push(slice);
      continue;
    }
    const bit = 1 << kept.length;
    marked.forEach(({ holders }, s) => {
      for (const row of inside[s]!) holders[row]! |= bit;
    });
    kept.push({ slice, p, overlapping: [] });
  }
  return kept;
}
