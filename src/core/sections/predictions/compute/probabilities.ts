/** Class probabilities of rows: one array per class, all of one length. NaN: missing. */
export type ClassProbabilities = readonly Float64Array[];

/** Both columns of a two-class model from the probability of its positive class: [1 − p, p]. */
export function bothClasses(positive: Float64Array): ClassProbabilities {
  return [positive.map((p) => 1 - p), positive];
}

/** How far a row of probabilities may be from summing to 1: what single precision over many classes leaves. */
export const sumTolerance = 1e-3;

/** Whether a row is a distribution over the classes: all finite, in [0, 1], summing to 1. */
export function isDistribution(probabilities: ClassProbabilities, row: number): boolean {
  let sum = 0;
  for (const column of probabilities) {
    const p = column[row]!;
    if (!(p >= 0 && p <= 1)) return false;
    sum += p;
  }
  return Math.abs(sum - 1) <= sumTolerance;
}
