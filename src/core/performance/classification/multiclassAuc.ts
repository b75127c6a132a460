import { argsort } from '../../stats/argsort.ts';

/** An AUC over several classes with a standard error from the influence of each row. */
export interface MulticlassAuc {
  readonly value: number;
  readonly standardError: number;
}

const averages = ['ovrMacro', 'ovrWeighted', 'ovoMacro', 'ovoWeighted'] as const;
type Average = (typeof averages)[number];

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

/**
 * Adds what the score of one class contributes: the placement of each row of that class among the other rows, and of each other row among
 * those of the class, tied rows counting one half. The sum over a class's own rows is its AUC.
 */
function addColumn(
  own: number,
  scores: Float64Array,
  actual: Int32Array,
  sizes: Float64Array,
  into: Record<Average, Float64Array>,
  weights: Weights,
): number {
  const n = actual.length;
  const k = sizes.length;
  const order = argsort(scores);
  const below = new Float64Array(k);
  const tied = new Float64Array(k);
  const rest = weights.ofRest(own);
  const pairs = Array.from({ length: k }, (_, other) => weights.ofPair(own, other));
  const ownRows = sizes[own]!;
  const otherRows = n - ownRows;
  let auc = 0;
  for (let from = 0, to = 0; from < n; from = to) {
    const score = scores[order[from]!];
    tied.fill(0);
    while (to < n && scores[order[to]!] === score) tied[actual[order[to++]!]!]!++;
    const amongRest = (from - below[own]! + (to - from - tied[own]!) / 2) / otherRows;
    const amongOwn = 1 - (below[own]! + tied[own]! / 2) / ownRows;
    let macro = 0;
    let weighted = 0;
    for (let c = 0; c < k && tied[own]! > 0; c++) {
      if (c === own) continue;
      const placement = (below[c]! + tied[c]! / 2) / sizes[c]!;
      macro += pairs[c]!.ovoMacro * placement;
      weighted += pairs[c]!.ovoWeighted * placement;
    }
    auc += (tied[own]! * amongRest) / ownRows;
    for (let i = from; i < to; i++) {
      const row = order[i]!;
      const c = actual[row]!;
      const mine = c === own;
      const outer = mine ? amongRest / ownRows : amongOwn / otherRows;
      into.ovrMacro[row]! += rest.ovrMacro * outer;
      into.ovrWeighted[row]! += rest.ovrWeighted * outer;
      into.ovoMacro[row]! += mine ? macro / ownRows : (pairs[c]!.ovoMacro * amongOwn) / sizes[c]!;
      into.ovoWeighted[row]! += mine ? weighted / ownRows : (pairs[c]!.ovoWeighted * amongOwn) / sizes[c]!;
    }
    for (let c = 0; c < k; c++) below[c]! += tied[c]!;
  }
  return auc;
}

/** Sum of squares of the rows' contributions, each less the mean of its class. */
function standardError(contributions: Float64Array, actual: Int32Array, sizes: Float64Array): number {
  const means = new Float64Array(sizes.length);
  for (let i = 0; i < actual.length; i++) means[actual[i]!]! += contributions[i]! / sizes[actual[i]!]!;
  let sum = 0;
  for (let i = 0; i < actual.length; i++) sum += (contributions[i]! - means[actual[i]!]!) ** 2;
  return Math.sqrt(sum);
}

/**
 * AUCs of a model with one score per class: one-vs-rest and one-vs-one (mean over both directions of each pair), plain and weighted by the
 * rows of the classes. Null unless there are 2 to 50 classes and each has rows. O(classes · n + distinct scores · classes²).
 *
 * @param actual class of each row, 0 … classes − 1; no missing ones. @param scores one column per class, no NaN.
 *
 * Source: as sklearn roc_auc_score 1.2.1 (multi_class "ovr" and "ovo"); one-vs-one after D. Hand and R. Till, Machine Learning 45 (2001).
 * Standard errors by influence functions (DeLong's placements), the shares of the classes taken as given.
 */
export function multiclassAuc(actual: Int32Array, scores: readonly Float64Array[]): MulticlassAucs | null {
  const k = scores.length;
  const n = actual.length;
  if (k < 2 || k > mostClassesForAuc) return null;
  const sizes = new Float64Array(k);
  for (let i = 0; i < n; i++) sizes[actual[i]!]!++;
  if (sizes.some((size) => size === 0)) return null;
  const into = {
    ovrMacro: new Float64Array(n),
    ovrWeighted: new Float64Array(n),
    ovoMacro: new Float64Array(n),
    ovoWeighted: new Float64Array(n),
  };
  const weights = weightsOf(sizes, n);
  const perClass = scores.map((column, own) => addColumn(own, column, actual, sizes, into, weights));
  const made = (name: Average): MulticlassAuc => {
    let sum = 0;
    // Both sides of every comparison carry the same AUC, so all rows together hold it twice.
    for (const v of into[name]) sum += v / 2;
    return { value: sum, standardError: standardError(into[name], actual, sizes) };
  };
  return {
    ovrMacro: made('ovrMacro'),
    ovrWeighted: made('ovrWeighted'),
    ovoMacro: made('ovoMacro'),
    ovoWeighted: made('ovoWeighted'),
    perClass,
  };
}
