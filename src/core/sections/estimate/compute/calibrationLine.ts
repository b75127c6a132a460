/** A straight line from predicted to realised losses, with the covariance of its two coefficients. */
export interface CalibrationLine {
  readonly intercept: number;
  readonly slope: number;
  /** Mean of the predictions it was fitted on: coefficients are kept about it. */
  readonly centre: number;
  /** Variances of the height at the centre and of the slope, and their covariance. */
  readonly heightVariance: number;
  readonly slopeVariance: number;
  readonly covariance: number;
}

/**
 * Least-squares line through predicted and realised losses of rows not trained on. Boosted trees draw predictions towards the mean; the
 * slope undoes it, and the line's error says how sure the mean of any chunk is: it grows with the distance from what was seen.
 *
 * Variances are robust to losses that spread more where they are larger (White 1980, HC0). Predictions that are all equal, or a line that
 * falls, give slope 0. One row or none: slope 1, intercept 0, no variance. O(n).
 *
 * Source: Mincer and Zarnowitz (1969), regression of realised on predicted values.
 */
export function fitLine(predictions: Float64Array, realised: Float64Array): CalibrationLine {
  const n = predictions.length;
  if (n < 2) return { intercept: 0, slope: 1, centre: 0, heightVariance: 0, slopeVariance: 0, covariance: 0 };
  let centre = 0;
  let height = 0;
  for (let i = 0; i < n; i++) {
    centre += predictions[i]! / n;
    height += realised[i]! / n;
  }
  let spread = 0;
  let together = 0;
  for (let i = 0; i < n; i++) {
    const x = predictions[i]! - centre;
    spread += x * x;
    together += x * (realised[i]! - height);
  }
  const slope = spread > 0 ? Math.max(0, together / spread) : 0;
  let squares = 0;
  let weighted = 0;
  let crossed = 0;
  for (let i = 0; i < n; i++) {
    const x = predictions[i]! - centre;
    const residual = realised[i]! - height - slope * x;
    squares += residual * residual;
    crossed += residual * residual * x;
    weighted += residual * residual * x * x;
  }
  return {
    intercept: height - slope * centre,
    slope,
    centre,
    heightVariance: squares / (n * n),
    slopeVariance: spread > 0 ? weighted / (spread * spread) : 0,
    covariance: spread > 0 ? crossed / (n * spread) : 0,
  };
}

/** The line at each prediction. */
export function onLine({ intercept, slope }: CalibrationLine, predictions: Float64Array): Float64Array {
  return predictions.map((prediction) => intercept + slope * prediction);
}

/** Standard error of the line at the mean prediction of a chunk. */
export function lineError({ centre, heightVariance, slopeVariance, covariance }: CalibrationLine, prediction: number): number {
  const x = prediction - centre;
  return Math.sqrt(Math.max(0, heightVariance + 2 * x * covariance + x * x * slopeVariance));
}
