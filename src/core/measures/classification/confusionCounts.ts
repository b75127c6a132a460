/** Counts (or weights) of rows by true and predicted class; what every label measure is made from. */
export interface ConfusionCounts {
  readonly classes: number;
  readonly total: number;
  /** Rows by true class, by predicted class, and rows where both agree. */
  readonly actual: Float64Array;
  readonly predicted: Float64Array;
  readonly hits: Float64Array;
  /** The cells that are not empty, row by row. */
  readonly cells: ConfusionCells;
}

export interface ConfusionCells {
  readonly actual: Int32Array;
  readonly predicted: Int32Array;
  readonly count: Float64Array;
}

/** Above this a full table would be mostly empty and cost more memory than its cells. */
const largestDense = 1000;

/** Margins and agreement of a list of cells; the cells may be resampled counts. O(cells + classes). */
export function countsOfCells(cells: ConfusionCells, classes: number): ConfusionCounts {
  const actual = new Float64Array(classes);
  const predicted = new Float64Array(classes);
  const hits = new Float64Array(classes);
  let total = 0;
  for (let i = 0; i < cells.count.length; i++) {
    const count = cells.count[i]!;
    const a = cells.actual[i]!;
    const p = cells.predicted[i]!;
    actual[a]! += count;
    predicted[p]! += count;
    if (a === p) hits[a]! += count;
    total += count;
  }
  return { classes, total, actual, predicted, hits, cells };
}

/**
 * Counts pairs of true and predicted classes block by block. Pairs with a missing label (−1) are left out and counted. Memory O(classes²)
 * up to 1000 classes, beyond that O(pairs seen).
 */
export class ConfusionAccumulator {
  readonly #classes: number;
  readonly #dense: Float64Array | null;
  readonly #sparse = new Map<number, number>();
  /** Rows left out for a missing label. */
  missing = 0;
  /** Rows counted. */
  rows = 0;

  constructor(classes: number) {
    this.#classes = classes;
    this.#dense = classes <= largestDense ? new Float64Array(classes * classes) : null;
  }

  add(actual: Int32Array, predicted: Int32Array, weights?: Float64Array): void {
    const k = this.#classes;
    for (let i = 0; i < actual.length; i++) {
      const a = actual[i]!;
      const p = predicted[i]!;
      if (a < 0 || p < 0) {
        this.missing++;
        continue;
      }
      this.rows++;
      const w = weights === undefined ? 1 : weights[i]!;
      const key = a * k + p;
      if (this.#dense !== null) this.#dense[key]! += w;
      else this.#sparse.set(key, (this.#sparse.get(key) ?? 0) + w);
    }
  }

  counts(): ConfusionCounts {
    const k = this.#classes;
    const dense = this.#dense;
    const keys = dense === null ? [...this.#sparse.keys()].sort((x, y) => x - y) : [...dense.keys()].filter((key) => dense[key]! > 0);
    const cells = {
      actual: Int32Array.from(keys, (key) => Math.floor(key / k)),
      predicted: Int32Array.from(keys, (key) => key % k),
      count: Float64Array.from(keys, (key) => (dense === null ? this.#sparse.get(key)! : dense[key]!)),
    };
    return countsOfCells(cells, k);
  }
}

/** Counts of one block of pairs: `ConfusionAccumulator` in one call. */
export function confusionCounts(actual: Int32Array, predicted: Int32Array, classes: number, weights?: Float64Array): ConfusionCounts {
  const accumulator = new ConfusionAccumulator(classes);
  accumulator.add(actual, predicted, weights);
  return accumulator.counts();
}
