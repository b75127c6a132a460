import { argsort } from '../../../stats/samples/argsort.ts';
import { mulberry32 } from '../../../stats/samples/mulberry32.ts';
import { expectedCurves } from './expectedCurves.ts';

const resamples = 50;
/** Rows drawn per resample at most: the error of one row does not depend on it. */
const mostDraws = 20_000;

/**
 * Standard error of the average precision over one row, by 50 bootstrap resamples of the reference; over n rows it is this / √n.
 *
 * @param labels 0 or 1. @param seed of the draws: same seed, same result. @returns null when no resample holds positives.
 *   O(50 · (n + draws)), at most 20,000 draws.
 *
 * Source: the definition of NannyML 0.13 (50 resamples), with a stream of its own.
 */
export function averagePrecisionSamplingError(
  scores: Float64Array,
  labels: ArrayLike<number>,
  seed = 1,
  order: Uint32Array = argsort(scores),
): number | null {
  const n = scores.length;
  const draws = Math.min(n, mostDraws);
  const random = mulberry32(seed);
  const values: number[] = [];
  for (let b = 0; b < resamples; b++) {
    const weights = new Uint16Array(n);
    for (let i = 0; i < draws; i++) weights[Math.floor(random() * n)]!++;
    const { averagePrecision } = expectedCurves(scores, labels, order, weights);
    if (averagePrecision !== null) values.push(averagePrecision);
  }
  if (values.length < 2) return null;
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;
  return Math.sqrt(variance * draws);
}
