import { SortKernel, type Tags } from '../../stats/kernel/sortKernel.ts';

/** An AUC over several classes with a standard error from the influence of each row. */
export interface MulticlassAuc {
  readonly value: number;
  readonly standardError: number;
}

type Average = 'ovrMacro' | 'ovrWeighted' | 'ovoMacro' | 'ovoWeighted';

export interface MulticlassAucs extends Readonly<Record<Average, MulticlassAuc>> {
  /** Each class against all others. */
  readonly perClass: readonly number[];
}

/** One-vs-one takes rows · classes steps and a pair for every two classes. */
export const mostClassesForAuc = 50;

/** Weights of one class against the rest and of a pair of classes in the averages. */
interface Weights {
  readonly ofRest: (own: number) => Record<'ovrMacro' | 'ovrWeighted', number>;
  readonly ofPair: (own: number, other: number) => Record<'ovoMacro' | 'ovoWeighted', number>;
}

function weightsOf(sizes: Float64Array, n: number): Weights {
  const k = sizes.length;
  return {
    ofRest: (own) => ({ ovrMacro: 1 / k, ovrWeighted: sizes[own]! / n }),
    // Each pair is looked at from both sides; the rows of all pairs add up to (k − 1) n.
    ofPair: (own, other) => ({ ovoMacro: 1 / (k * (k - 1)), ovoWeighted: (sizes[own]! + sizes[other]!) / (2 * (k - 1) * n) }),
  };
}

/** Rows of a model with one score per class. */
interface Rows {
  readonly classes: Uint8Array;
  readonly rowWeights: Float64Array | null;
  /** Rows of each class, or their weight. */
  readonly sizes: Float64Array;
  readonly total: number;
}

/** What sorting takes: used for one class after the other. */
interface Space {
  /** Has room for the rows and their numbers. */
  readonly kernel: SortKernel;
  /** Of each row among those of the class. */
  readonly placement: Float64Array;
}

/** Sorts a column with its rows beside it. */
function sorted(scores: Float64Array, { kernel }: Space): { readonly values: Float64Array; readonly rows: Tags } {
  const values = kernel.values(0);
  const rows = kernel.tags(0)!;
  for (let i = 0; i < scores.length; i++) {
    // Adding 0 makes −0 a 0.
    values[i] = scores[i]! + 0;
    rows[i] = i;
  }
  kernel.sort(0, scores.length);
  return { values, rows };
}

/**
 * Adds what the score of one class contributes, four averages a row: the placement of each row of that class among the other rows, and of each
 * other row among those of the class, tied rows counting one half. The sum over a class's own rows is its AUC.
 */
function addColumn(own: number, scores: Float64Array, of: Rows, into: Float64Array, weights: Weights, space: Space): number {
  const { classes, rowWeights, sizes, total } = of;
  const n = classes.length;
  const k = sizes.length;
  const { values, rows } = sorted(scores, space);
  const below = new Float64Array(k);
  const tied = new Float64Array(k);
  const rest = weights.ofRest(own);
  const ownRows = sizes[own]!;
  const otherRows = total - ownRows;
  const macroOf = new Float64Array(k);
  const weightedOf = new Float64Array(k);
  for (let c = 0; c < k; c++) {
    if (c === own) continue;
    const pair = weights.ofPair(own, c);
    macroOf[c] = pair.ovoMacro / sizes[c]!;
    weightedOf[c] = pair.ovoWeighted / sizes[c]!;
  }
  const { placement } = space;
  let belowAll = 0;
  let auc = 0;
  for (let from = 0, to = 0; from < n; from = to) {
    const score = values[from]!;
    let tiedAll = 0;
    for (; to < n && values[to] === score; to++) {
      const row = rows[to]!;
      const weight = rowWeights === null ? 1 : rowWeights[row]!;
      tied[classes[row]!]! += weight;
      tiedAll += weight;
    }
    const amongOwn = 1 - (below[own]! + tied[own]! / 2) / ownRows;
    if (tied[own]! > 0) {
      const amongRest = (belowAll - below[own]! + (tiedAll - tied[own]!) / 2) / otherRows;
      let macro = 0;
      let weighted = 0;
      for (let c = 0; c < k; c++) {
        const lower = below[c]! + tied[c]! / 2;
        macro += macroOf[c]! * lower;
        weighted += weightedOf[c]! * lower;
      }
      auc += (tied[own]! * amongRest) / ownRows;
      for (let i = from; i < to; i++) {
        const row = rows[i]!;
        if (classes[row] !== own) continue;
        const part = (rowWeights === null ? 1 : rowWeights[row]!) / ownRows;
        into[4 * row]! += rest.ovrMacro * part * amongRest;
        into[4 * row + 1]! += rest.ovrWeighted * part * amongRest;
        into[4 * row + 2]! += part * macro;
        into[4 * row + 3]! += part * weighted;
      }
    }
    for (let i = from; i < to; i++) {
      const row = rows[i]!;
      const c = classes[row]!;
      placement[row] = amongOwn;
      below[c]! += tied[c]!;
      tied[c] = 0;
    }
    belowAll += tiedAll;
  }
  // Row after row: four averages written in the order of the scores would miss the cache every time.
  const macroOfRest = rest.ovrMacro / otherRows;
  const weightedOfRest = rest.ovrWeighted / otherRows;
  for (let row = 0; row < n; row++) {
    const c = classes[row]!;
    if (c === own) continue;
    const part = (rowWeights === null ? 1 : rowWeights[row]!) * placement[row]!;
    into[4 * row]! += macroOfRest * part;
    into[4 * row + 1]! += weightedOfRest * part;
    into[4 * row + 2]! += macroOf[c]! * part;
    into[4 * row + 3]! += weightedOf[c]! * part;
  }
  return auc;
}

/**
 * Value and standard error of the average at a place: the sum of the contributions, and the root of their sum of squares, each less its part in
 * the sum of its class.
 */
function summed(at: number, into: Float64Array, { classes, rowWeights, sizes }: Rows): MulticlassAuc {
  const totals = new Float64Array(sizes.length);
  for (let i = 0; i < classes.length; i++) totals[classes[i]!]! += into[4 * i + at]!;
  const means = totals.map((total, c) => total / sizes[c]!);
  let squares = 0;
  for (let i = 0; i < classes.length; i++) {
    const weight = rowWeights === null ? 1 : rowWeights[i]!;
    squares += (into[4 * i + at]! - weight * means[classes[i]!]!) ** 2;
  }
  // Both sides of every comparison carry the same AUC, so all rows together hold it twice.
  return { value: totals.reduce((sum, total) => sum + total, 0) / 2, standardError: Math.sqrt(squares) };
}

/**
 * AUCs of a model with one score per class: one-vs-rest and one-vs-one (mean over both directions of each pair), plain and weighted by the
 * rows of the classes. Null unless there are 2 to 50 classes and each has rows. O(classes · n + distinct scores · classes): each score is sorted
 * once, 40 bytes a row beside the sort.
 *
 * @param actual class of each row, 0 … classes − 1; no missing ones. @param scores one column per class, no NaN. @param rowWeights weight of
 *   each row, 0 or above.
 *
 * Source: as sklearn roc_auc_score 1.2.1 (multi_class "ovr" and "ovo"); one-vs-one after D. Hand and R. Till, Machine Learning 45 (2001).
 * Standard errors by influence functions (DeLong's placements), the shares of the classes taken as given.
 */
export function multiclassAuc(
  actual: Int32Array,
  scores: readonly Float64Array[],
  rowWeights: Float64Array | null = null,
): MulticlassAucs | null {
  const k = scores.length;
  const n = actual.length;
  if (k < 2 || k > mostClassesForAuc) return null;
  const sizes = new Float64Array(k);
  for (let i = 0; i < n; i++) sizes[actual[i]!]! += rowWeights === null ? 1 : rowWeights[i]!;
  if (sizes.some((size) => !(size > 0))) return null;
  const of: Rows = { classes: Uint8Array.from(actual), rowWeights, sizes, total: sizes.reduce((sum, size) => sum + size, 0) };
  const into = new Float64Array(4 * n);
  const weights = weightsOf(sizes, of.total);
  const space: Space = { kernel: new SortKernel(), placement: new Float64Array(n) };
  space.kernel.reserve({ lengths: [n, 0], tagBytes: 4, tagValues: 1, places: false });
  const perClass = scores.map((column, own) => addColumn(own, column, of, into, weights, space));
  const [ovrMacro, ovrWeighted, ovoMacro, ovoWeighted] = [0, 1, 2, 3].map((at) => summed(at, into, of));
  return { ovrMacro: ovrMacro!, ovrWeighted: ovrWeighted!, ovoMacro: ovoMacro!, ovoWeighted: ovoWeighted!, perClass };
}
