import { normalQuantile } from '../../stats/distributions/normal.ts';
import { aucNewcombe } from '../../stats/intervals/aucNewcombe.ts';
import { deLong, deLongInterval } from '../../stats/intervals/deLong.ts';
import type { MeasureDefinition } from '../definition.ts';
import { type Interval, type Measure, measureOf } from '../measure.ts';
import { bootstrapMeasure } from '../uncertainty.ts';
import { rocAuc } from './rocAuc.ts';
import type { ScorePass } from './scoreMeasure.ts';

/**
 * AUC, or what is linear in it: DeLong; where all positives lead, Newcombe's interval, which has a width; with weights the bootstrap.
 *
 * @param of the measure from the AUC. @param slope how much it changes with the AUC.
 */
export function areaMeasure(
  definition: MeasureDefinition,
  { counts, coarse, n, alpha, rowsPerWeight }: ScorePass,
  replicates: readonly (number | null)[],
  of: (auc: number) => number,
  slope: number,
): Measure {
  const auc = rocAuc(counts)!;
  const centre = rowsPerWeight === 1 ? null : rocAuc(coarse);
  if (centre !== null) return bootstrapMeasure(definition, { value: of(auc), n }, replicates, alpha, of(centre));
  const test = deLong(counts);
  const degenerate = test === null || test.variance === 0;
  const bounds = degenerate ? aucNewcombe(auc, counts.totalPositives, counts.totalNegatives, alpha) : deLongInterval(test, alpha);
  const method: Interval['method'] = degenerate ? 'newcombe_auc' : 'delong';
  // A perfect order has no variance by DeLong; its spread is what the one side of Newcombe's interval implies.
  const standardError = degenerate
    ? (bounds.high - bounds.low) / -normalQuantile(alpha / 2) / (auc === 0 || auc === 1 ? 1 : 2)
    : Math.sqrt(test.variance);
  return measureOf(definition, of(auc), n, {
    interval: { ...bounds, low: of(bounds.low), high: of(bounds.high), level: 1 - alpha, method },
    basis: { kind: 'standard_error', rows: n, standardError: slope * standardError },
  });
}
