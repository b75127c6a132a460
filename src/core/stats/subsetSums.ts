/** Two counts share a double: each below this, so that their sums stay exact. */
const place = 2 ** 26;
/** Blocks whose subsets are prepared together. */
const together = 8;
const subsets = 1 << together;
/** Preparing takes as long as some hundred permutations. */
const fewestPermutations = 500;

/** Whether prepared sums pay: many permutations, more drawn blocks than groups, and no more rows than two counts in a double can hold. */
export function worthSubsetSums(size: number, blocks: number, permutations: number, rows: number): boolean {
  return permutations >= fewestPermutations && size > Math.ceil(blocks / together) && rows < place;
}

/**
 * Sums of the histograms of any subset of blocks, eight blocks at a time: the sums of all 256 subsets of each eight are prepared, two bins to a
 * double (the "four Russians" of V. L. Arlazarov et al., 1970). Whole numbers below 2^53: exact. 1 KB for each bin and eight blocks.
 */
export class SubsetSums {
  readonly #bins: number;
  readonly #width: number;
  readonly #groups: number;
  readonly #table: Float64Array;
  readonly #sum: Float64Array;

  /** @param counts blocks × bins. */
  constructor(counts: Float64Array, bins: number) {
    const blocks = counts.length / bins;
    const width = Math.ceil(bins / 2);
    const groups = Math.ceil(blocks / together);
    const table = new Float64Array(groups * subsets * width);
    for (let group = 0; group < groups; group++) {
      for (let mask = 1; mask < subsets; mask++) {
        const block = group * together + 31 - Math.clz32(mask & -mask);
        const to = (group * subsets + mask) * width;
        const from = (group * subsets + (mask & (mask - 1))) * width;
        for (let k = 0; k < width; k++) {
          const first = block * bins + 2 * k;
          const own = block >= blocks ? 0 : counts[first]! + (2 * k + 1 < bins ? counts[first + 1]! * place : 0);
          table[to + k] = table[from + k]! + own;
        }
      }
    }
    this.#bins = bins;
    this.#width = width;
    this.#groups = groups;
    this.#table = table;
    this.#sum = new Float64Array(width);
  }

  /** The sum of the blocks that byte after byte of `masks`, from the k-th set of them on, names; into `sums`, one per bin. */
  into(sums: Float64Array, masks: Uint8Array, k: number): void {
    const width = this.#width;
    const table = this.#table;
    const sum = this.#sum;
    const groups = this.#groups;
    sum.fill(0);
    for (let group = 0; group < groups; group++) {
      const from = (group * subsets + masks[k * groups + group]!) * width;
      for (let i = 0; i < width; i++) sum[i]! += table[from + i]!;
    }
    const bins = this.#bins;
    for (let i = 0; i < width; i++) {
      const both = sum[i]!;
      const high = Math.floor(both / place);
      sums[2 * i] = both - high * place;
      if (2 * i + 1 < bins) sums[2 * i + 1] = high;
    }
  }
}
