import { logLossClip } from '../../src/core/measures/classification/logLoss.ts';
import type { ScoreCounts } from '../../src/core/stats/samples/scoreCounts.ts';

/** Logistic regression of the outcome on the logit of the prediction: 1 and 0 when calibrated, slope below 1 when over-confident. */
export interface CalibrationSlope {
  readonly slope: number;
  readonly intercept: number;
}

/**
 * Calibration slope and intercept by Newton's method. Null when a class is missing, a score is outside [0, 1], all scores are equal, or
 * the classes are separated so that no finite slope fits best. O(distinct scores · steps).
 *
 * Source: D. R. Cox, Biometrika 45 (1958).
 */
export function calibrationSlope(counts: ScoreCounts): CalibrationSlope | null {
  const { scores, positives, negatives, totalPositives, totalNegatives } = counts;
  if (scores.length < 2 || scores[0]! < 0 || scores[scores.length - 1]! > 1) return null;
  if (!(totalPositives > 0) || !(totalNegatives > 0)) return null;
  const logits = scores.map((p) => {
    const inside = Math.min(1 - logLossClip, Math.max(logLossClip, p));
    return Math.log(inside) - Math.log1p(-inside);
  });
  let slope = 1;
  let intercept = 0;
  for (let step = 0; step < 100; step++) {
    let g0 = 0;
    let g1 = 0;
    let h00 = 0;
    let h01 = 0;
    let h11 = 0;
    for (let i = 0; i < logits.length; i++) {
      const x = logits[i]!;
      const n = positives[i]! + negatives[i]!;
      const fitted = 1 / (1 + Math.exp(-(intercept + slope * x)));
      const residual = positives[i]! - n * fitted;
      const weight = n * fitted * (1 - fitted);
      g0 += residual;
      g1 += residual * x;
      h00 += weight;
      h01 += weight * x;
      h11 += weight * x * x;
    }
    const determinant = h00 * h11 - h01 * h01;
    if (!(determinant > 1e-12 * h00 * h11)) return null;
    const d0 = (h11 * g0 - h01 * g1) / determinant;
    const d1 = (h00 * g1 - h01 * g0) / determinant;
    intercept += d0;
    slope += d1;
    if (!Number.isFinite(slope) || Math.abs(slope) > 1e6) return null;
    if (Math.abs(d0) + Math.abs(d1) < 1e-10 * (1 + Math.abs(slope))) return { slope, intercept };
  }
  return null;
}
