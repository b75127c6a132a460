import { normalQuantile } from '../../stats/distributions/normal.ts';
import { quantileInterval } from '../../stats/intervals/quantileInterval.ts';
import { quantileSorted } from '../../stats/samples/quantile.ts';
import type { MeasureDefinition } from '../definition.ts';
import { type Measure, measureOf, undefinedMeasure } from '../measure.ts';

/** A quantile of the absolute errors with its interval from order statistics; the standard error is what the interval's width implies. */
export function quantileMeasure(definition: MeasureDefinition, sorted: Float64Array, q: number, alpha: number, at: number | null): Measure {
  const n = sorted.length;
  if (n === 0) return undefinedMeasure(definition, 'no_rows', 0, at);
  const { low, high } = quantileInterval(sorted, q, alpha)!;
  const standardError = (high - low) / (2 * -normalQuantile(alpha / 2));
  return measureOf(
    definition,
    quantileSorted(sorted, q),
    n,
    { interval: { low, high, level: 1 - alpha, method: 'order_statistics' }, basis: { kind: 'standard_error', rows: n, standardError } },
    at,
  );
}
