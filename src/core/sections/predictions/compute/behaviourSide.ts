import type { Predictions } from '../../../read/predictions.ts';
import type { EvaluationTask } from '../../../spec/spec.ts';
import { behaviourOf, type ChunkBehaviour } from './chunkBehaviour.ts';
import { bothClasses, type ClassProbabilities } from './probabilities.ts';

/** Counts of a side's predictions and what its scores say of how sure it is. */
export interface BehaviourSide {
  readonly rows: number;
  readonly missing: number;
  readonly classCounts: Float64Array;
  readonly measured: ChunkBehaviour | null;
  /** Score of the positive class, or the predicted value: finite ones. */
  readonly values: Float64Array;
  /** Row by row: predicted class; score of the positive class or predicted value; probabilities of the classes; block (a day), where rows have one. */
  readonly predicted: Int32Array | null;
  readonly score: Float64Array | null;
  readonly probabilities: ClassProbabilities | null;
  readonly blockOf: Int32Array | null;
}

/** Whether a task predicts classes. */
export function predictsClasses(task: EvaluationTask): boolean {
  return task === 'binary' || task === 'multiclass';
}

/** Goes through the predictions of a side, or of a chunk. @param classes how many there are. O(rows · classes). */
export function behaviourSide(p: Predictions, task: EvaluationTask, classes: number): BehaviourSide {
  const classCounts = new Float64Array(classes);
  let missing = 0;
  if (p.predicted !== null) {
    for (const code of p.predicted) {
      if (code >= 0) classCounts[code]!++;
      else missing++;
    }
  } else {
    const values = task === 'regression' ? p.forecast : (p.scores[0] ?? null);
    for (const value of values ?? []) if (Number.isNaN(value)) missing++;
  }
  const score = task === 'regression' ? p.forecast : (p.scores[0] ?? null);
  const probabilities = predictsClasses(task) ? probabilitiesOf(p, task) : null;
  return {
    rows: p.rows,
    missing,
    classCounts,
    measured: probabilities === null ? null : behaviourOf(probabilities),
    values: task === 'multiclass' || score === null ? new Float64Array(0) : score.filter(Number.isFinite),
    predicted: p.predicted,
    score,
    probabilities,
    blockOf: p.blockOf,
  };
}

/** How many rows have a predicted class. */
export function predictedRows({ classCounts }: BehaviourSide): number {
  return classCounts.reduce((a, b) => a + b, 0);
}

function probabilitiesOf(p: Predictions, task: EvaluationTask): ClassProbabilities | null {
  if (p.scores.length === 0) return null;
  return task === 'binary' ? bothClasses(p.scores[0]!) : p.scores;
}
