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

/** What sorting takes, and what is added up: used for one class after the other. */
interface Space {
  /** Has room for the rows and their numbers. */
  readonly kernel: SortKernel;
  /** Of each row among those of the class. */
  readonly placement: Float64Array;
  /** What each row contributes, four averages a row. */
  readonly into: Float64Array;
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

/** What a placement by the score of one class counts in the four averages. */
interface Factors {
  /** The class. */
  readonly own: number;
  /** One-vs-rest, of a row of the class. */
  readonly rest: ReturnType<Weights['ofRest']>;
  /** One-vs-one by other class, over its rows; 0 of the class itself. */
  readonly macroOf: Float64Array;
  readonly weightedOf: Float64Array;
}

function factorsOf(own: number, { sizes }: Rows, weights: Weights): Factors {
  const macroOf = new Float64Array(sizes.length);
  const weightedOf = new Float64Array(sizes.length);
  for (let c = 0; c < sizes.length; c++) {
    if (c === own) continue;
    const pair = weights.ofPair(own, c);
    macroOf[c] = pair.ovoMacro / sizes[c]!;
    weightedOf[c] = pair.ovoWeighted / sizes[c]!;
  }
  return { own, rest: weights.ofRest(own), macroOf, weightedOf };
}

/**
 * Adds to `into`, four averages a row, the placement of each row of a class among the other rows, tied rows counting one half, and leaves in `placement`
 * that of every row among those of the class. Returns the sum over the class's own rows: its AUC.
 */
function placeByScore(scores: Float64Array, { classes, rowWeights, sizes, total }: Rows, factors: Factors, space: Space): number {
  const n = classes.length;
  const k = sizes.length;
  const { values, rows } = sorted(scores, space);
  const below = new Float64Array(k);
  const tied = new Float64Array(k);
  const { own, rest, macroOf, weightedOf } = factors;
  const ownRows = sizes[own]!;
  const otherRows = total - ownRows;
  const { placement, into } = space;
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
  return auc;
}

/** Adds to `into` the placement of each row of another class among those of the class. */
function placeOthers({ classes, rowWeights, sizes, total }: Rows, factors: Factors, { placement, into }: Space): void {
  const { own, rest, macroOf, weightedOf } = factors;
  const otherRows = total - sizes[own]!;
  // Row after row: four averages written in the order of the scores would miss the cache every time.
  const macroOfRest = rest.ovrMacro / otherRows;
  const weightedOfRest = rest.ovrWeighted / otherRows;
  for (let row = 0; row < classes.length; row++) {
    const c = classes[row]!;
    if (c === own) continue;
    const part = (rowWeights === null ? 1 : rowWeights[row]!) * placement[row]!;
    into[4 * row]! += macroOfRest * part;
    into[4 * row + 1]! += weightedOfRest * part;
    into[4 * row + 2]! += macroOf[c]! * part;
    into[4 * row + 3]! += weightedOf[c]! * part;
  }
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
  const weights = weightsOf(sizes, of.total);
  const space: Space = { kernel: new SortKernel(), placement: new Float64Array(n), into: new Float64Array(4 * n) };
  space.kernel.reserve({ lengths: [n, 0], tagBytes: 4, tagValues: 1, places: false });
  const perClass = scores.map((column, own) => {
    const factors = factorsOf(own, of, weights);
    const auc = placeByScore(column, of, factors, space);
    placeOthers(of, factors, space);
    return auc;
  });
  const [ovrMacro, ovrWeighted, ovoMacro, ovoWeighted] = [0, 1, 2, 3].map((at) => summed(at, space.into, of));
  return { ovrMacro: ovrMacro!, ovrWeighted: ovrWeighted!, ovoMacro: ovoMacro!, ovoWeighted: ovoWeighted!, perClass };
}
