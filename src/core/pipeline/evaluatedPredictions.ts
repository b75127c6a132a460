import type { MeasureContext } from '../measures/measuresOf.ts';
import type { ItemDistance } from '../measures/ranking/itemDistance.ts';
import type { EvaluationInput } from '../read/evaluationInput.ts';
import type { Predictions } from '../read/predictions.ts';
import type { EvaluationColumns } from '../report/evaluationColumns.ts';
import type { EvaluationNote } from '../report/note.ts';
import type { LabelMatch } from '../roles/matchLabels.ts';
import { countRows } from '../sections/performance/compute/countRows.ts';
import type { PredictionsResult } from '../sections/predictions/result.ts';
import { rowLoss, sliceMeasure } from '../sections/slices/compute/rowLoss.ts';
import type { Slices } from '../sections/slices/result.ts';

/** Predictions as they were read, and what was settled about them. */
export interface EvaluatedPredictions {
  readonly columns: EvaluationColumns;
  readonly classes: readonly string[];
  readonly positive: number;
  readonly threshold: number | null;
  readonly k: number;
  readonly byRank: boolean;
  readonly items: ItemDistance | null;
  readonly reference: Predictions | null;
  readonly current: Predictions;
  readonly weighted: boolean;
  /** Labels that were taken for others, spelled differently. */
  readonly spelling: LabelMatch['changed'];
  /** Remarks on what was read. */
  readonly notes: readonly EvaluationNote[];
  /** Scores on another scale than that of probabilities, with nothing that says where they are cut. */
  readonly uncut: boolean;
}

/** What all sections of an evaluation are made of. */
export interface Evaluated {
  readonly input: EvaluationInput;
  readonly settled: EvaluatedPredictions;
  readonly context: MeasureContext;
  readonly rows: PredictionsResult['rows'];
  readonly chunks: { readonly reference: number; readonly current: number };
  /** Reference, where it has labels. */
  readonly labelled: Predictions | null;
  /** What every row of both sides lost; null where current cannot be judged. */
  readonly loss: RowLosses | null;
}

export interface RowLosses {
  readonly measure: Slices['measure'];
  readonly reference: Float64Array | null;
  readonly current: Float64Array;
}

/** Counts what can be used of the predictions. O(rows × scores). */
export function evaluatedOf(input: EvaluationInput, settled: EvaluatedPredictions): Evaluated {
  const { time, calendar } = input;
  const { reference, current } = settled;
  const { task } = settled.columns;
  const rows = { reference: reference === null ? null : countRows(reference, task), current: countRows(current, task) };
  const labelled = rows.reference !== null && rows.reference.labelled > 0 ? reference : null;
  return {
    input,
    settled,
    context: {
      task,
      classes: settled.classes.length,
      positive: settled.positive,
      k: settled.k,
      byRank: settled.byRank,
      items: settled.items,
      neighbours: calendar === null || calendar.by === 'group' ? null : input.correlation,
    },
    rows,
    chunks: { reference: time?.referenceChunks.length ?? 0, current: time?.chunks.length ?? 0 },
    labelled,
    loss: rows.current.labelled === 0 ? null : lossOf(labelled, current, task),
  };
}

function lossOf(labelled: Predictions | null, current: Predictions, task: EvaluationColumns['task']): RowLosses | null {
  const measure = sliceMeasure(current, task);
  if (measure === null) return null;
  return {
    measure,
    current: rowLoss(current, measure),
    reference: labelled === null || sliceMeasure(labelled, task) === null ? null : rowLoss(labelled, measure),
  };
}
