import type { CancelSignal } from '../../../data/cancelSignal.ts';
import type { Predictions } from '../../../read/predictions.ts';
import type { BeyondReference } from '../../../read/segments/beyondReference.ts';
import type { EvaluationTask } from '../../../spec/spec.ts';
import type { BlockSpread } from '../../../stats/blocks/blockVariance.ts';
import type { Feature } from './featureCoding.ts';
import type { EstimatedMeasure } from './measures.ts';

/** What the measure really was over some rows; null where it is undefined. */
export type Realised = (rows: Predictions, measure: EstimatedMeasure) => number | null;

export interface EstimateInput {
  readonly task: EvaluationTask;
  readonly reference: Predictions;
  readonly current: Predictions;
  /** Position of the positive class. */
  readonly positive: number;
  readonly features: { readonly reference: readonly Feature[]; readonly current: readonly Feature[] };
  readonly chunks: { readonly reference: number; readonly current: number };
  /** Columns that matter and leave what reference has seen. */
  readonly beyond: BeyondReference;
  readonly realised: Realised;
  /** What the reference says of how days differ in a measure; null where rows are independent. */
  readonly spread: (measure: EstimatedMeasure) => BlockSpread | null;
  readonly signal: CancelSignal;
}
