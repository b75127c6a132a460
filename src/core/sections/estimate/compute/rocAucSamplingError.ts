import { argsort } from '../../../stats/samples/argsort.ts';

/** Variance (divisor n) of the placements of the rarer class, and its share of the rows. */
export interface Placements {
  readonly variance: number;
  readonly share: number;
}

/**
 * Placements: for each row of the rarer class the share of the other class that it is ranked beyond, ties counting one half. Their mean
 * is the area under the ROC curve. Only one class's part of the variance is counted, so the error is somewhat small (DeLong's has both).
 *
 * @param labels 0 or 1. @returns null without rows of both classes. O(n log n).
 *
 * Source: NannyML 0.13 sampling_error/binary_classification.py. There equal scores stand in an arbitrary order, and a lowest-ranked row of
 * the rarer class is left out.
 */
export function placements(scores: Float64Array, labels: ArrayLike<number>, order = argsort(scores)): Placements | null {
  const n = scores.length;
  let positives = 0;
  for (let i = 0; i < n; i++) positives += labels[i]!;
  if (positives === 0 || positives === n) return null;
  const rare = positives > n / 2 ? 0 : 1;
  const rareRows = rare === 1 ? positives : n - positives;
  const others = n - rareRows;
  let below = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < n; ) {
    const score = scores[order[i]!]!;
    let tiedRare = 0;
    let tiedOthers = 0;
    for (; i < n && scores[order[i]!]! === score; i++) {
      if (labels[order[i]!] === rare) tiedRare++;
      else tiedOthers++;
    }
    const placement = (below + tiedOthers / 2) / others;
    sum += tiedRare * placement;
    squares += tiedRare * placement * placement;
    below += tiedOthers;
  }
  const mean = sum / rareRows;
  return { variance: Math.max(0, squares / rareRows - mean * mean), share: rareRows / n };
}

/** Standard error of the ROC AUC over one row; over n rows it is this / √n. */
export function rocAucSamplingError(scores: Float64Array, labels: ArrayLike<number>, order?: Uint32Array): number | null {
  const found = placements(scores, labels, order);
  return found ? Math.sqrt(found.variance / found.share) : null;
}
