import { hitsAt } from './rankedLists.ts';

/** Divisor of precision@k for lists shorter than k: their length (as Evidently), or k (textbook). */
export type PrecisionDivisor = 'list' | 'k';

/** Share of the first k items that are relevant. */
export function precisionAtK(relevance: Float64Array, k: number, divisor: PrecisionDivisor = 'list'): number {
  return hitsAt(relevance, k) / (divisor === 'list' ? Math.min(k, relevance.length) : k);
}

/** Share of the user's relevant items that are among the first k. */
export function recallAtK(relevance: Float64Array, positives: number, k: number): number {
  return hitsAt(relevance, k) / positives;
}

/** 1 when a relevant item is among the first k, else 0. */
export function hitRateAtK(relevance: Float64Array, k: number): number {
  return hitsAt(relevance, k) > 0 ? 1 : 0;
}

/** F1@k: harmonic mean of mean precision@k and mean recall@k over users, as Evidently has it; 0 when both are 0. */
export function f1AtK(meanPrecision: number, meanRecall: number): number {
  const sum = meanPrecision + meanRecall;
  return sum > 0 ? (2 * meanPrecision * meanRecall) / sum : 0;
}
