import { meanSd } from '../../../stats/samples/meanSd.ts';
import { quantileSorted } from '../../../stats/samples/quantile.ts';
import { type NumericSummary, quantileProbabilities } from '../result.ts';

/** Summary of an ascending finite sample; O(n). */
export function numericSummary(sorted: Float64Array): NumericSummary {
  if (sorted.length === 0) return { n: 0, mean: null, sd: null, min: null, max: null, quantiles: [] };
  const { mean, sd } = meanSd(sorted);
  return {
    n: sorted.length,
    mean: finite(mean),
    sd: finite(sd),
    min: sorted[0]!,
    max: sorted[sorted.length - 1]!,
    quantiles: quantileProbabilities.map((p) => quantileSorted(sorted, p)),
  };
}

function finite(x: number | null): number | null {
  return x !== null && Number.isFinite(x) ? x : null;
}
