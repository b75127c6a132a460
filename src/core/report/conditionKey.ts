import type { SliceCondition } from '../check/subject.ts';

/** A text that is the same for the same condition: the key of its name in `EvaluationText.conditions`. */
export function conditionKey({ column, group }: SliceCondition): string {
  return JSON.stringify([column, group]);
}
