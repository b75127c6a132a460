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
  /** p-value of the rows that no slice before it holds, against all other such rows. */
  readonly p: number;
  readonly overlapping: readonly Candidate[];
}

function mark({ columns, loss }: SliceSide, { conditions }: SliceKey, into: Uint8Array): void {
  into.fill(1);
  for (const { column, group } of conditions) {
    const { codes } = columns[column]!;
    for (let i = 0; i < loss.length; i++) if (codes[i] !== group) into[i] = 0;
  }
}

/** Sums inside and outside a slice over the rows that no earlier slice owns, and rows shared with each owner. */
function unowned(side: SliceSide, inside: Uint8Array, owner: Uint16Array, shift: number, shared: number[]): [Sums, Sums] {
  const own = { ...noRows };
  const rest = { ...noRows };
  for (let i = 0; i < side.loss.length; i++) {
    const x = side.loss[i]! - shift;
    if (!Number.isFinite(x)) continue;
    if (owner[i] !== 0) {
      if (inside[i]) shared[owner[i]! - 1]! += 1;
      continue;
    }
    const sums: { -readonly [K in keyof Sums]: number } = inside[i] ? own : rest;
    sums.n++;
    sums.sum += x;
    sums.squares += x * x;
  }
  return [own, rest];
}

/**
 * Goes down a ranked list and keeps a slice only if its rows outside all slices kept before are still worse than the rows outside them;
 * otherwise it is put to the kept slice it shares most rows with. A region and its only city, or two columns that say the same, are reported
 * once.
 *
 * @param most slices kept; @param looked slices examined at most, each one pass over the rows of every side.
 */
export function mergeOverlapping(
  ranked: readonly Candidate[],
  sides: readonly SliceSide[],
  shift: number,
  contrastOf: ContrastOf,
  { alpha, minRows, most, looked }: { alpha: number; minRows: number; most: number; looked: number },
): Merged[] {
  const kept: { slice: Candidate; p: number; overlapping: Candidate[] }[] = [];
  const owners = sides.map(({ loss }) => new Uint16Array(loss.length));
  const inside = sides.map(({ loss }) => new Uint8Array(loss.length));
  for (const slice of ranked.slice(0, looked)) {
    if (kept.length >= most) break;
    const shared = kept.map(() => 0);
    const sums = sides.map((side, s) => {
      mark(side, slice, inside[s]!);
      return unowned(side, inside[s]!, owners[s]!, shift, s === 0 ? shared : kept.map(() => 0));
    });
    const largest = shared.indexOf(Math.max(...shared));
    const p = ownP(sums, contrastOf, minRows);
    if (p > alpha) {
      if (shared[largest]! > 0) kept[largest]!.overlapping.push(slice);
      continue;
    }
    kept.push({ slice, p, overlapping: [] });
    owners.forEach((owner, s) => {
      for (let i = 0; i < owner.length; i++) if (inside[s]![i] && owner[i] === 0) owner[i] = kept.length;
    });
  }
  return kept;
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
