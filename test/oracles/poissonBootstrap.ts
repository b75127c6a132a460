import { mulberry32Uint32 } from '../../src/core/stats/samples/mulberry32.ts';

/** P(X ≤ k) of a Poisson number with mean 1, as 32-bit integers. */
const upTo = (() => {
  const table: number[] = [];
  let p = Math.exp(-1);
  let sum = 0;
  for (let k = 0; k < 13; k++) {
    sum += p;
    table.push(Math.min(2 ** 32, Math.round(sum * 2 ** 32)));
    p /= k + 1;
  }
  return Float64Array.from(table);
})();

/**
 * Bootstrap in one pass over rows that are never kept: each replicate counts each row a Poisson(1) number of times and carries its own
 * sums of the row's sufficient statistics. For measures that are functions of such sums. O(replicates · statistics) memory,
 * O(rows · replicates) time.
 *
 * Source: N. Chamandy et al., "Estimating uncertainty for massive data streams", Google (2012).
 */
export class PoissonBootstrap {
  readonly replicates: number;
  readonly #statistics: number;
  readonly #sums: Float64Array;
  readonly #rows: Float64Array;
  readonly #next: () => number;

  /** @param statistics sufficient statistics per row. */
  constructor(statistics: number, replicates = 200, seed = 1) {
    this.replicates = replicates;
    this.#statistics = statistics;
    this.#sums = new Float64Array(replicates * statistics);
    this.#rows = new Float64Array(replicates);
    this.#next = mulberry32Uint32(seed);
  }

  /** Adds one row by its sufficient statistics. */
  add(row: ArrayLike<number>): void {
    const size = this.#statistics;
    const next = this.#next;
    for (let b = 0; b < this.replicates; b++) {
      const u = next();
      let times = 0;
      while (times < 12 && u >= upTo[times]!) times++;
      if (times === 0) continue;
      this.#rows[b]! += times;
      const at = b * size;
      for (let s = 0; s < size; s++) this.#sums[at + s]! += times * row[s]!;
    }
  }

  /** The statistic of each replicate, from its rows and sums. */
  evaluate(statistic: (rows: number, sums: Float64Array) => number | null): (number | null)[] {
    const size = this.#statistics;
    return Array.from({ length: this.replicates }, (_, b) => statistic(this.#rows[b]!, this.#sums.subarray(b * size, (b + 1) * size)));
  }
}
