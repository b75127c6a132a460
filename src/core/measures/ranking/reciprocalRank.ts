/** 1 / rank of the first relevant item among the first k; 0 when there is none. */
export function reciprocalRankAtK(relevance: Float64Array, k: number): number {
  for (let i = 0; i < Math.min(k, relevance.length); i++) if (relevance[i]! > 0) return 1 / (i + 1);
  return 0;
}
