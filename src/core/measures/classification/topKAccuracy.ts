/**
 * Rows (or their weight) whose true class is among the k best scored. Scores tied with the true class count by their order, the later class ahead, as
 * sklearn top_k_accuracy_score 1.2.1. O(n · classes).
 *
 * @param actual class of each row. @param scores one column per class.
 */
export function topKHits(actual: Int32Array, scores: readonly Float64Array[], k: number, weights: Float64Array | null = null): number {
  let hits = 0;
  for (let i = 0; i < actual.length; i++) {
    const own = actual[i]!;
    const score = scores[own]![i]!;
    let ahead = 0;
    for (let c = 0; c < scores.length; c++) {
      const other = scores[c]![i]!;
      if (other > score || (other === score && c > own)) ahead++;
    }
    if (ahead < k) hits += weights === null ? 1 : weights[i]!;
  }
  return hits;
}
