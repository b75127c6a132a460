import type { ContrastOf } from './contrast.ts';
import type { SegmentColumn, SliceKey } from './segmentColumn.ts';
import type { Candidate } from './sliceSearch.ts';
import { noRows, type Sums } from './sums.ts';

/** One side of a comparison, row by row. */
export interface SliceSide {
  readonly columns: readonly SegmentColumn[];
  readonly loss: Float64Array;
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
}

type Rows = (row: number) => boolean;

function rowsOf({ columns }: SliceSide, { conditions }: SliceKey): Rows {
  const [one, two] = conditions.map(({ column, group }) => ({ codes: columns[column]!.codes, group }));
  if (!one) return () => true;
  if (!two) return (row) => one.codes[row] === one.group;
  return (row) => one.codes[row] === one.group && two.codes[row] === two.group;
}

/** Rows with a loss that a slice has in common with each slice kept. */
function common({ loss, holders }: Marked, inside: Rows, kept: number): number[] {
  const shared = Array<number>(kept).fill(0);
  for (let i = 0; i < loss.length; i++) {
    if (holders[i] === 0 || !inside(i) || !Number.isFinite(loss[i]!)) continue;
    for (let bits = holders[i]!, k = 0; bits !== 0; bits >>>= 1, k++) if (bits & 1) shared[k]! += 1;
  }
  return shared;
}

/** Sums inside and outside a slice over the rows that no slice of `without` holds. */
function split({ loss, holders }: Marked, inside: Rows, without: number, shift: number): [Sums, Sums] {
  const own = { ...noRows };
  const rest = { ...noRows };
  for (let i = 0; i < loss.length; i++) {
    const x = loss[i]! - shift;
    if ((holders[i]! & without) !== 0 || !Number.isFinite(x)) continue;
    const sums: { -readonly [K in keyof Sums]: number } = inside(i) ? own : rest;
    sums.n++;
    sums.sum += x;
    sums.squares += x * x;
  }
  return [own, rest];
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
 * @param most slices kept, 31 at most; @param looked slices examined at most, each two passes over the rows of every side.
 */
export function mergeOverlapping(
  ranked: readonly Candidate[],
  sides: readonly SliceSide[],
  shift: number,
  contrastOf: ContrastOf,
  { alpha, minRows, most, looked }: { alpha: number; minRows: number; most: number; looked: number },
): Merged[] {
  const kept: { slice: Candidate; p: number; overlapping: Candidate[] }[] = [];
  const marked = sides.map((side): Marked => ({ ...side, holders: new Uint32Array(side.loss.length) }));
  const [main] = marked as [Marked];
  const rows = main.loss.reduce((n, x) => (Number.isFinite(x) ? n + 1 : n), 0);
  for (const slice of ranked.slice(0, looked)) {
    if (kept.length >= Math.min(most, mostKept)) break;
    const inside = marked.map((side) => rowsOf(side, slice));
    const shared = common(main, inside[0]!, kept.length);
    let without = 0;
    kept.forEach((k, i) => {
      if (overlaps(shared[i]!, slice.sums[0]!.n, k.slice.sums[0]!.n, rows)) without |= 1 << i;
    });
    const p =
      without === 0
        ? slice.contrast.p
        : ownP(
            marked.map((side, s) => split(side, inside[s]!, without, shift)),
            contrastOf,
            minRows,
          );
    if (p > alpha) {
      kept[shared.indexOf(Math.max(...shared))]!.overlapping.push(slice);
      continue;
    }
    const bit = 1 << kept.length;
    marked.forEach(({ holders }, s) => {
      for (let i = 0; i < holders.length; i++) if (inside[s]!(i)) holders[i]! |= bit;
    });
    kept.push({ slice, p, overlapping: [] });
  }
  return kept;
}
