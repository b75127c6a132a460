import { blockShuffles } from './blockShuffles.ts';
import { SubsetSums, worthSubsetSums } from './subsetSums.ts';

/** Further permutations drawn at a time, so that an early exceedance does not pay for all of them. */
const slice = 2000;

export interface BlockPermutationOptions {
  /** Permutations that are always made. */
  readonly permutations: number;
  readonly seed: number;
  /** When none of them reached the statistic, go on with the same stream up to this many, stopping at the first that does. */
  readonly resolveTo?: number;
}

export interface BlockPermutation {
  /** Total variation distance of the summed reference blocks and the summed current blocks. */
  readonly statistic: number;
  /** (1 + permutations that reached the statistic) / (permutations + 1). */
  readonly p: number;
  /** Mean and standard deviation (divisor R) of the statistic over the permutations made: its size when blocks are exchangeable. */
  readonly nullMean: number;
  readonly nullSd: number;
  /** Permutations made. */
  readonly permutations: number;
}

/**
 * Test of two groups of blocks (days, sessions, …) whose rows depend on each other within a block: whole blocks are exchanged, not rows.
 *
 * @param histograms counts of each block over the same bins, reference blocks first.
 * @param nReferenceBlocks how many of them are the reference.
 * @returns p 1 when the two sides are identical. One side without blocks or rows: statistic NaN, p 1, no permutations.
 *
 * Each permutation is a Fisher-Yates shuffle (from the last place down, j = ⌊u (i + 1)⌋) of the original order, drawn from one continuing
 * mulberry32 stream, so the result depends on the seed alone. Counts as large as the statistic are compared as integers when the sides
 * have the same numbers of rows as observed, and with a tolerance of 1e−12 otherwise, so ties count.
 * O(R · (blocks + smaller side · bins)): only the smaller side is summed; the other is the total less it. Where that side is large its blocks are
 * added up eight at a time from prepared sums (`SubsetSums`): whole numbers, so the same result.
 */
export function blockPermutation(
  histograms: readonly ArrayLike<number>[],
  nReferenceBlocks: number,
  options: BlockPermutationOptions,
): BlockPermutation {
  const blocks = histograms.length;
  const bins = blocks > 0 ? histograms[0]!.length : 0;
  const flat = new Float64Array(blocks * bins);
  const blockRows = new Float64Array(blocks);
  const total = new Float64Array(bins);
  let rows = 0;
  for (let b = 0; b < blocks; b++) {
    for (let k = 0; k < bins; k++) {
      const count = histograms[b]![k]!;
      flat[b * bins + k] = count;
      blockRows[b]! += count;
      total[k]! += count;
      rows += count;
    }
  }
  const sumCurrent = blocks - nReferenceBlocks <= nReferenceBlocks;
  const from = sumCurrent ? nReferenceBlocks : 0;
  const to = sumCurrent ? blocks : nReferenceBlocks;

  const side = new Float64Array(bins);
  let sideRows = 0;
  /** Σ |a M − b N| over bins, from the side in `order[first … end)`: an integer, equal to 2 N M times the distance. */
  const numerator = (order: Uint32Array, first: number, end: number): number => {
    side.fill(0);
    sideRows = 0;
    for (let i = first; i < end; i++) {
      const b = order[i]!;
      sideRows += blockRows[b]!;
      const start = b * bins;
      for (let k = 0; k < bins; k++) side[k]! += flat[start + k]!;
    }
    let sum = 0;
    for (let k = 0; k < bins; k++) sum += Math.abs(side[k]! * rows - total[k]! * sideRows);
    return sum;
  };

  const sums = worthSubsetSums(to - from, blocks, options.permutations, rows) ? new SubsetSums(flat, bins) : null;
  /** The same of the side that the bits of permutation k tell. */
  const numeratorOfMask = (masks: Uint8Array, k: number): number => {
    sums!.into(side, masks, k);
    sideRows = 0;
    for (let bin = 0; bin < bins; bin++) sideRows += side[bin]!;
    let sum = 0;
    for (let bin = 0; bin < bins; bin++) sum += Math.abs(side[bin]! * rows - total[bin]! * sideRows);
    return sum;
  };

  const identity = Uint32Array.from({ length: blocks }, (_, i) => i);
  const observed = numerator(identity, from, to);
  const observedRows = sideRows;
  const otherRows = rows - sideRows;
  if (!(observedRows > 0) || !(otherRows > 0))
    return { statistic: Number.NaN, p: 1, nullMean: Number.NaN, nullSd: Number.NaN, permutations: 0 };
  const statistic = observed / (2 * observedRows * otherRows);
  const limit = statistic * (1 - 1e-12);

  const shuffles = blockShuffles(blocks, from, to, options.seed);
  let picks = shuffles.draw(options.permutations);
  let masks = sums === null ? null : shuffles.masks(options.permutations);
  let made = 0;
  let reached = 0;
  let sum = 0;
  let squares = 0;
  const permute = (): boolean => {
    const value = masks === null ? numerator(picks, made * shuffles.size, (made + 1) * shuffles.size) : numeratorOfMask(masks, made);
    const denominator = 2 * sideRows * (rows - sideRows);
    // A shuffle that leaves one side without rows is no comparison; it counts as reached, the cautious way.
    const distance = denominator > 0 ? value / denominator : 1;
    made++;
    sum += distance;
    squares += distance * distance;
    return sideRows === observedRows ? value >= observed : distance >= limit;
  };
  while (made < options.permutations) if (permute()) reached++;
  const resolveTo = options.resolveTo ?? 0;
  while (reached === 0 && made < resolveTo) {
    const upTo = Math.min(resolveTo, made + slice);
    picks = shuffles.draw(upTo);
    if (masks !== null) masks = shuffles.masks(upTo);
    while (reached === 0 && made < upTo) if (permute()) reached++;
  }
  const nullMean = sum / made;
  return {
    statistic,
    p: (1 + reached) / (made + 1),
    nullMean,
    nullSd: Math.sqrt(Math.max(0, squares / made - nullMean * nullMean)),
    permutations: made,
  };
}
