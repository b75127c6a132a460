import type { EvaluationTask } from '../../../spec/spec.ts';
import type { Estimate } from '../result.ts';
import { estimatedSides } from './estimatedParts.ts';
import type { EstimateInput } from './estimateInput.ts';
import { estimateLedger } from './estimateLedger.ts';
import { estimateRow } from './estimateRow.ts';
import { fitModel } from './fitModel.ts';
import type { EstimatedMeasure } from './measures.ts';

/** Measures whose estimate is shown, by task. */
const shown: Readonly<Record<Exclude<EvaluationTask, 'ranking'>, readonly EstimatedMeasure[]>> = {
  binary: ['roc_auc', 'average_precision', 'accuracy', 'precision', 'recall', 'specificity', 'f1'],
  multiclass: ['roc_auc', 'average_precision', 'accuracy', 'precision', 'recall', 'specificity', 'f1'],
  regression: ['mae', 'rmse'],
};

/** Performance estimated without labels from a labelled reference: over the whole of current and over each chunk. Null for rankings. */
export async function estimatePart(input: EstimateInput): Promise<Estimate | null> {
  const { task } = input;
  if (task === 'ranking') return null;
  const method = task === 'regression' ? 'dle' : 'cbpe';
  const model = fitModel(input);
  if (typeof model === 'string')
    return { method, calibrated: false, refused: { code: model, value: null }, beyond: [], rows: [], ledger: null };
  const sides = await estimatedSides(input, model);
  const measures = shown[task];
  return {
    method,
    calibrated: model.kind === 'binary' ? model.map !== null : model.kind === 'multiclass' && model.maps.some((map) => map !== null),
    refused: null,
    beyond: input.beyond.columns,
    rows: measures.flatMap((name) => estimateRow(input, name, sides) ?? []),
    ledger: sides.whole[measures[0]!] === undefined ? null : estimateLedger(input, model, measures[0]!, sides.now),
  };
}
