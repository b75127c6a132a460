import { applyIsotonic, fitIsotonic, scoreTable } from '../../src/core/sections/estimate/compute/isotonic.ts';
import { argsort } from '../../src/core/stats/samples/argsort.ts';

/**
 * Calibrated probabilities of the reference's own rows, each by a map that was fitted without it: row i belongs to fold i mod `folds`.
 * Estimates of reference chunks rest on these, else they would look better than those of any later chunk.
 *
 * @param labels 0 or 1. @returns the score itself for a row whose other folds are empty. O(folds · n + n log n).
 */
export function outOfFoldProbabilities(scores: Float64Array, labels: ArrayLike<number>, folds = 5): Float64Array {
  const order = argsort(scores);
  const probabilities = scores.slice();
  for (let fold = 0; fold < folds; fold++) {
    const others = Uint8Array.from(scores, (_, row) => (row % folds === fold ? 0 : 1));
    const map = fitIsotonic(scoreTable(scores, labels, others, order));
    if (!map) continue;
    for (let row = fold; row < scores.length; row += folds) probabilities[row] = applyIsotonic(map, scores[row]!);
  }
  return probabilities;
}
