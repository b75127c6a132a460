/** Discounted cumulative gain of the first k items, linear gain: Σ rel / log2(rank + 1). */
function discountedGain(relevance: Float64Array, k: number): number {
  let sum = 0;
  for (let i = 0; i < Math.min(k, relevance.length); i++) sum += relevance[i]! / Math.log2(i + 2);
  return sum;
}

/** Gain of the best possible order of the same items. */
function idealGain(relevance: Float64Array, k: number): number {
  return discountedGain(Float64Array.from(relevance).sort().reverse(), k);
}

/**
 * Normalised discounted cumulative gain of one list, 0 to 1: its gain over that of the best order of the same items. 0 without relevant
 * items. O(n log n).
 *
 * Source: K. Järvelin and J. Kekäläinen, ACM TOIS 20 (2002), linear gain.
 */
export function ndcgAtK(relevance: Float64Array, k: number): number {
  const ideal = idealGain(relevance, k);
  return ideal > 0 ? discountedGain(relevance, k) / ideal : 0;
}

/**
 * The same from scores, items with equal scores sharing the mean of their gains, so that the order of ties does not matter. O(n log n).
 *
 * As sklearn ndcg_score 1.2.1; ties after F. McSherry and M. Najork, ECIR 2008.
 */
export function ndcgWithTies(relevance: Float64Array, scores: Float64Array, k = Number.POSITIVE_INFINITY): number {
  const ideal = idealGain(relevance, k);
  if (!(ideal > 0)) return 0;
  const order = Uint32Array.from(scores, (_, i) => i).sort((a, b) => scores[b]! - scores[a]!);
  let gain = 0;
  for (let from = 0; from < order.length; ) {
    let to = from;
    let sum = 0;
    let discount = 0;
    while (to < order.length && scores[order[to]!] === scores[order[from]!]) {
      sum += relevance[order[to]!]!;
      if (to < k) discount += 1 / Math.log2(to + 2);
      to++;
    }
    gain += (sum / (to - from)) * discount;
    from = to;
  }
  return gain / ideal;
}
