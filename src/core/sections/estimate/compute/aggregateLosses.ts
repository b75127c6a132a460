import { NeumaierSum } from '../../../stats/samples/neumaierSum.ts';
import type { RowLoss } from './losses.ts';
import type { EstimatedError } from './measures.ts';

/**
 * Measures from the predicted losses of the rows: each clipped at 0, then averaged; with mse also its root rmse, with msle rmsle.
 *
 * @returns measures that follow from the loss; null without rows. O(n). Source: NannyML 0.13, direct loss estimation.
 */
export function aggregateLosses(loss: RowLoss, predictedLosses: ArrayLike<number>): Partial<Record<EstimatedError, number | null>> {
  const sum = new NeumaierSum();
  for (let i = 0; i < predictedLosses.length; i++) sum.add(Math.max(0, predictedLosses[i]!));
  const mean = predictedLosses.length > 0 ? sum.value / predictedLosses.length : null;
  const root = mean === null ? null : Math.sqrt(mean);
  switch (loss) {
    case 'mae':
      return { mae: mean };
    case 'mape':
      return { mape: mean };
    case 'mse':
      return { mse: mean, rmse: root };
    case 'msle':
      return { msle: mean, rmsle: root };
  }
}
