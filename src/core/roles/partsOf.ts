import type { EvaluationColumns } from '../report/evaluationColumns.ts';
import type { Role } from '../spec/spec.ts';

/** Columns by the part they play in an evaluation. */
export function partsOf({ target, prediction, score, scores, user, item }: EvaluationColumns): ReadonlyMap<string, Role> {
  const parts = new Map<string, Role>();
  const set = (column: string | null, role: Role): void => {
    if (column !== null) parts.set(column, role);
  };
  set(user.column, 'id');
  set(item.column, 'id');
  set(score.column, 'score');
  for (const { column } of scores) set(column, 'score');
  set(prediction.column, 'prediction');
  set(target.column, 'target');
  return parts;
}
