import { accuracy } from '../../../measures/classification/accuracy.ts';
import { averagePrecision } from '../../../measures/classification/averagePrecision.ts';
import { averageOverClasses } from '../../../measures/classification/averages.ts';
import { balancedAccuracy } from '../../../measures/classification/balancedAccuracy.ts';
import { type BinaryCounts, binaryCounts } from '../../../measures/classification/binaryCounts.ts';
import { confusionCounts } from '../../../measures/classification/confusionCounts.ts';
import { fBeta } from '../../../measures/classification/fBeta.ts';
import { precision, recall, specificity } from '../../../measures/classification/precisionRecall.ts';
import { rocAuc } from '../../../measures/classification/rocAuc.ts';
import type { MeasureContext } from '../../../measures/measuresOf.ts';
import type { Predictions } from '../../../read/predictions.ts';
import { scoreCounts } from '../../../stats/samples/scoreCounts.ts';
import type { EstimatedMeasure } from './measures.ts';

/**
 * What an estimated measure really was over some rows, defined as the estimate defines it (macro means over one-against-rest classes); null where it
 * is undefined or labels are missing. O(n log n).
 */
export function measureValue(p: Predictions, name: EstimatedMeasure, context: MeasureContext): number | null {
  return context.task === 'regression' ? regression(p, name) : classification(p, name, context);
}

function regression({ target, forecast, rows }: Predictions, name: EstimatedMeasure): number | null {
  if (target === null || forecast === null) return null;
  let n = 0;
  let absolute = 0;
  let squares = 0;
  for (let i = 0; i < rows; i++) {
    const error = forecast[i]! - target[i]!;
    if (!Number.isFinite(error)) continue;
    n++;
    absolute += Math.abs(error);
    squares += error * error;
  }
  if (n === 0) return null;
  if (name === 'mae') return absolute / n;
  if (name === 'mse') return squares / n;
  return name === 'rmse' ? Math.sqrt(squares / n) : null;
}

function classification(p: Predictions, name: EstimatedMeasure, { task, classes, positive }: MeasureContext): number | null {
  if (p.actual === null) return null;
  if (name === 'roc_auc' || name === 'average_precision') {
    const of = (score: Float64Array, c: number): number | null => {
      const counts = scoreCounts(
        score,
        Uint8Array.from(p.actual!, (code) => (code < 0 ? 255 : code === c ? 1 : 0)),
      );
      return name === 'roc_auc' ? rocAuc(counts) : averagePrecision(counts);
    };
    if (p.scores.length === 0) return null;
    if (task === 'binary') return of(p.scores[0]!, positive);
    const values = p.scores.map(of);
    return values.includes(null) ? null : values.reduce<number>((sum, v) => sum + v!, 0) / values.length;
  }
  if (p.predicted === null) return null;
  const counts = confusionCounts(p.actual, p.predicted, classes);
  if (counts.total === 0) return null;
  if (name === 'accuracy') return accuracy(counts);
  if (name === 'balanced_accuracy') return balancedAccuracy(counts);
  const rates: Partial<Record<EstimatedMeasure, (of: BinaryCounts) => number | null>> = {
    precision,
    recall,
    specificity,
    f1: (of) => fBeta(of, 1),
  };
  const rate = rates[name];
  if (rate === undefined) return null;
  return task === 'binary' ? rate(binaryCounts(counts, positive)) : averageOverClasses(counts, rate).macro;
}
