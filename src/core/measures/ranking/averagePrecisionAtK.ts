/** Divisor of AP@k: all relevant items of the user, or at most k of them (textbook). */
export type AveragePrecisionDivisor = 'positives' | 'at_most_k';

/** Average precision of one list: Σ over relevant items among the first k of precision up to there, over the relevant items. */
export function averagePrecisionAtK(
  relevance: Float64Array,
  positives: number,
  k: number,
  divisor: AveragePrecisionDivisor = 'positives',
): number {
  let hits = 0;
  let sum = 0;
  for (let i = 0; i < Math.min(k, relevance.length); i++) {
    if (relevance[i]! > 0) sum += ++hits / (i + 1);
  }
  return sum / (divisor === 'positives' ? positives : Math.min(k, positives));
}
