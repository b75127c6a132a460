import type { Predictions } from '../read/predictions.ts';
import { type ClusterVariance, clusterVariance } from '../stats/blocks/clusterVariance.ts';
import type { Measure } from './measure.ts';
import { basisVariance } from './measureDifference.ts';

/**
 * Squared standard error of a quantile of the absolute errors when the rows of a block go together: the error by rows times the design effect of the
 * share of rows beyond the quantile. Null without blocks. O(rows).
 */
export function blockQuantileVariance(
  { target, forecast, blockOf }: Predictions,
  measure: Measure,
  quantile: number,
): ClusterVariance | null {
  if (target === null || forecast === null || blockOf === null || measure.value === null || measure.basis === null) return null;
  const count = blockOf.reduce((most, block) => Math.max(most, block + 1), 0);
  const sums = new Float64Array(count);
  const seen = new Uint8Array(count);
  let n = 0;
  for (let i = 0; i < blockOf.length; i++) if (Number.isFinite(forecast[i]! - target[i]!)) n++;
  for (let i = 0; i < blockOf.length; i++) {
    const error = Math.abs(forecast[i]! - target[i]!);
    if (!Number.isFinite(error) || blockOf[i]! < 0) continue;
    sums[blockOf[i]!]! += ((error <= measure.value ? 1 : 0) - quantile) / n;
    seen[blockOf[i]!] = 1;
  }
  const found = clusterVariance(sums, seen);
  if (found === null) return null;
  const byRows = (quantile * (1 - quantile)) / n;
  return { ...found, variance: basisVariance(measure.basis) * (found.variance / byRows) };
}
