/** Losses of a single row that a regression measure is the mean of. */
export const rowLosses = ['mae', 'mse', 'mape', 'msle'] as const;
export type RowLoss = (typeof rowLosses)[number];

/**
 * Loss of one row: |e|, e², |e| / |y|, (ln(1 + y) − ln(1 + ŷ))².
 *
 * @returns NaN where undefined: mape of y = 0, msle of values ≤ −1, a missing value on either side.
 */
export function lossOf(loss: RowLoss, y: number, predicted: number): number {
  const error = predicted - y;
  switch (loss) {
    case 'mae':
      return Math.abs(error);
    case 'mse':
      return error * error;
    case 'mape':
      return y === 0 ? Number.NaN : Math.abs(error) / Math.abs(y);
    case 'msle':
      return y > -1 && predicted > -1 ? (Math.log1p(predicted) - Math.log1p(y)) ** 2 : Number.NaN;
  }
}

/** Losses of the rows; NaN where undefined. */
export function lossesOf(loss: RowLoss, y: Float64Array, predicted: Float64Array): Float64Array {
  return y.map((value, i) => lossOf(loss, value, predicted[i]!));
}
