/** Values that may have a bin of their own. */
const mostBins = 30;
/** Bins at most: one more, for all other values. */
export const mostFolded = mostBins + 1;

/** The bin of each value in a table of blocks, and how many bins there are. */
export interface Fold {
  readonly binOf: Int32Array;
  /** The last bin is that of all values without one of their own, empty where each has one. */
  readonly bins: number;
}

/**
 * The 30 values most frequent in the reference (ties: as they are listed) get a bin each, in that order; the others share the last. A window keeps
 * the first few of them (`keptCategories`), so one table serves all windows. O(values · log values).
 */
export function foldCategories(reference: ArrayLike<number>): Fold {
  const order = Array.from({ length: reference.length }, (_, i) => i).sort((a, b) => reference[b]! - reference[a]! || a - b);
  const own = Math.min(mostBins, reference.length);
  const binOf = new Int32Array(reference.length).fill(own);
  for (let rank = 0; rank < own; rank++) binOf[order[rank]!] = rank;
  return { binOf, bins: own + 1 };
}

/** A value needs so many rows of the window in expectation to be looked at by itself. */
const fewestExpected = 5;

/**
 * How many of the folded bins a window of `rows` rows looks at by themselves: those whose reference share gives at least 5 rows in a window of the
 * next lower power of two (so that few different foldings occur), at least one.
 */
export function keptCategories(reference: ArrayLike<number>, rows: number): number {
  let all = 0;
  for (let i = 0; i < reference.length; i++) all += reference[i]!;
  const window = 2 ** Math.floor(Math.log2(Math.max(rows, 8)));
  let kept = 0;
  while (kept < reference.length - 1 && (reference[kept]! / all) * window >= fewestExpected) kept++;
  return Math.max(1, Math.min(kept, reference.length - 1));
}
