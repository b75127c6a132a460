import type { Predictions } from '../../../read/predictions.ts';
import { fitBinaryModel } from './binaryModel.ts';
import type { ChunkToEstimate } from './estimateChunk.ts';
import type { EstimateInput } from './estimateInput.ts';
import type { Refusal } from './estimateResult.ts';
import type { Feature } from './featureCoding.ts';
import { fitMulticlassModel } from './multiclassModel.ts';
import { fitRegressionModel } from './regressionModel.ts';

/** What is learned from the labelled reference of a task; why nothing is, where it cannot be. */
export function fitModel(input: EstimateInput): ChunkToEstimate['model'] | Refusal {
  const { task, reference, positive } = input;
  if (task === 'regression') {
    if (reference.forecast === null || reference.target === null) return 'no_labels';
    return fitRegressionModel({ features: input.features.reference, predicted: reference.forecast }, reference.target);
  }
  if (reference.actual === null || reference.predicted === null || reference.scores.length === 0) return 'no_labels';
  if (task === 'binary') {
    const isPositive = (code: number) => (code === positive ? 1 : 0);
    return fitBinaryModel(
      { scores: reference.scores[0]!, predicted: codes(reference.predicted, isPositive) },
      codes(reference.actual, isPositive),
    );
  }
  const same = (code: number) => code;
  return fitMulticlassModel({ scores: reference.scores, predicted: codes(reference.predicted, same) }, codes(reference.actual, same));
}

/** Rows in the shape that the model of the task takes. */
export function rowsFor({ task, positive }: EstimateInput, p: Predictions, features: readonly Feature[]): ChunkToEstimate['rows'] {
  if (task === 'regression') return { features, predicted: p.forecast ?? new Float64Array(p.rows).fill(Number.NaN) };
  const code = (c: number): number => (c < 0 ? Number.NaN : task === 'binary' ? (c === positive ? 1 : 0) : c);
  const predicted = p.predicted === null ? new Float64Array(p.rows).fill(Number.NaN) : codes(p.predicted, code);
  return task === 'binary' ? { scores: p.scores[0]!, predicted } : { scores: p.scores, predicted };
}

/** Codes as numbers; NaN for a missing one. */
function codes(from: Int32Array, of: (code: number) => number): Float64Array {
  const numbers = new Float64Array(from.length);
  for (let i = 0; i < from.length; i++) numbers[i] = from[i]! < 0 ? Number.NaN : of(from[i]!);
  return numbers;
}
