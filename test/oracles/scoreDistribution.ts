import { totalVariation } from '../../src/core/stats/distances/totalVariation.ts';
import { moments } from '../../src/core/stats/samples/moments.ts';
import { quantileSorted } from '../../src/core/stats/samples/quantile.ts';
import { countInBins, quantileEdges } from '../../src/core/stats/samples/quantileBins.ts';
import { andersonDarling } from './andersonDarling.ts';

/** Probabilities at which the distribution of scores is read off. */
export const scoreQuantiles = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** Where the scores (or predicted numbers) of a dataset or chunk lie. NaN without values. */
export interface ScoreDistribution {
  /** Finite values; others are left out. */
  readonly n: number;
  readonly mean: number;
  /** Divisor n − 1. */
  readonly sd: number;
  /** At `scoreQuantiles`, type 7. */
  readonly quantiles: readonly number[];
}

/** Finite values, ascending. */
export function sortedScores(scores: Float64Array): Float64Array {
  return scores.filter((v) => Number.isFinite(v)).sort();
}

/** @param sorted finite values, ascending. O(n). */
export function scoreDistribution(sorted: Float64Array): ScoreDistribution {
  const { n, mean, sd } = moments(sorted);
  return { n, mean, sd, quantiles: scoreQuantiles.map((p) => quantileSorted(sorted, p)) };
}

/** How scores changed: total variation over ten reference-quantile bins, and the two-sample Anderson-Darling p. */
export interface ScoreChange {
  readonly tvd: number;
  readonly tvdCorrected: number;
  readonly p: number;
}

/** @param reference, current finite values, ascending. All NaN when a side is empty. O(n + m). */
export function scoreChange(reference: Float64Array, current: Float64Array): ScoreChange {
  const edges = quantileEdges(reference, 10);
  const { tvd, corrected } = totalVariation(countInBins(reference, edges), countInBins(current, edges));
  return { tvd, tvdCorrected: corrected, p: andersonDarling(reference, current).p };
}
