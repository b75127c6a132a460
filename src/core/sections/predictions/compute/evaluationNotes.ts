import { usableWeights } from '../../../measures/measuresOf.ts';
import type { Predictions } from '../../../read/predictions.ts';
import type { EvaluationColumns } from '../../../report/evaluationColumns.ts';
import type { EvaluationNote } from '../../../report/note.ts';
import type { LabelMatch } from '../../../roles/matchLabels.ts';
import type { EvaluationRows, PredictionsResult } from '../result.ts';

/** More classes than this are folded where they are drawn. */
const manyClasses = 20;

export interface NotesInput {
  readonly columns: EvaluationColumns;
  readonly classes: number;
  readonly rows: { readonly reference: EvaluationRows | null; readonly current: EvaluationRows };
  readonly reference: Predictions | null;
  readonly current: Predictions;
  readonly weighted: boolean;
  readonly training: PredictionsResult['training'];
  readonly spelling: LabelMatch['changed'];
  readonly uncut: boolean;
  readonly names: readonly string[];
}

/** Remarks on what could not be used: missing labels, scores that are no probabilities, one class, infinite values, weights. */
export function evaluationNotes(input: NotesInput): EvaluationNote[] {
  const { columns, rows, classes, weighted, training } = input;
  const notes: EvaluationNote[] = [];
  const note = (code: EvaluationNote['code'], side: EvaluationNote['side'], values: EvaluationNote['values'] = {}): void =>
    void notes.push({ code, side, values });
  const labels = columns.task === 'binary' || columns.task === 'multiclass';
  if (training !== null) note('training_reference', 'reference', { by: training });
  if (input.uncut) note('scores_not_cut', null, { column: columns.score.column });
  const absent = labels && rows.current.labelled > 0 ? absentClasses(input) : [];
  if (absent.length > 0) note('classes_absent', 'current', { classes: absent.slice(0, 5).join(', '), n: absent.length });
  if (input.spelling.length > 0) {
    const list = (key: 'from' | 'to'): string => input.spelling.map((one) => one[key]).join(', ');
    note('labels_matched', null, { from: list('from'), to: list('to') });
  }
  if (rows.current.labelled === 0) note('no_labels', 'current', { column: columns.target.column });
  else if (rows.current.labelled < rows.current.rows) {
    note('some_labels_missing', 'current', {
      rows: rows.current.rows - rows.current.labelled,
      share: 1 - rows.current.labelled / rows.current.rows,
    });
  }
  if (rows.reference !== null && rows.reference.labelled === 0) note('no_reference_labels', 'reference', { column: columns.target.column });
  const unmatched = columns.unmatchedScores ?? [];
  if (unmatched.length > 0) note('scores_not_matched', null, { columns: unmatched.join(', '), n: unmatched.length });
  else if (labels && columns.score.column === null && columns.scores.length === 0) note('no_scores', null);
  if (columns.task === 'ranking' && rows.current.labelled > 0) {
    const { users, without, irrelevant } = usersOf(input.current);
    if (without > 0) note('users_without_relevant', 'current', { users: without, of: users });
    if (users > 0 && irrelevant === 0) note('all_relevant', 'current', { column: columns.target.column });
  }
  for (const side of ['reference', 'current'] as const) {
    const counted = rows[side];
    const predictions = input[side];
    if (counted === null || predictions === null) continue;
    if (counted.outside > 0)
      note('scores_outside_0_1', side, { rows: counted.outside, share: counted.outside / counted.rows, column: columns.score.column });
    if (counted.infinite > 0) note('infinite_values', side, { rows: counted.infinite });
    if (labels && counted.labelled > 0 && distinct(predictions.actual) === 1) note('one_class', side, { column: columns.target.column });
    if (labels && counted.predicted > 0 && distinct(predictions.predicted) === 1)
      note('constant_prediction', side, { column: columns.prediction.column });
    if (labels && counted.labelled > 0 && counted.predicted > 0 && !overlap(predictions.actual, predictions.predicted)) {
      note('labels_differ_in_type', side, { target: columns.target.column, prediction: columns.prediction.column });
    }
    if (weighted && usableWeights(predictions) === null) note('negative_weights', side);
  }
  if (classes > manyClasses) note('many_classes', null, { classes, shown: manyClasses });
  return notes;
}

/** Users of a ranking, those none of whose items is relevant, and rows that are not relevant. O(rows). */
function usersOf({ users, target }: Predictions): { readonly users: number; readonly without: number; readonly irrelevant: number } {
  const served = new Map<number, boolean>();
  let irrelevant = 0;
  for (let i = 0; i < (users?.length ?? 0); i++) {
    const value = target?.[i] ?? Number.NaN;
    if (Number.isNaN(users![i]) || Number.isNaN(value)) continue;
    if (!(value > 0)) irrelevant++;
    served.set(users![i]!, served.get(users![i]!) === true || value > 0);
  }
  let without = 0;
  for (const hit of served.values()) if (!hit) without++;
  return { users: served.size, without, irrelevant };
}

/** Classes among the true labels of reference that no true label of current has. */
function absentClasses({ reference, current, names }: NotesInput): string[] {
  const of = (codes: Int32Array | null): ReadonlySet<number> => new Set(codes ?? []);
  const [was, is] = [of(reference?.actual ?? null), of(current.actual)];
  return [...was].filter((code) => code >= 0 && !is.has(code)).flatMap((code) => names[code] ?? []);
}

function distinct(codes: Int32Array | null): number {
  const seen = new Set<number>();
  for (const code of codes ?? []) {
    if (code >= 0) seen.add(code);
    if (seen.size > 1) break;
  }
  return seen.size;
}

/** Whether any label stands in both. */
function overlap(a: Int32Array | null, b: Int32Array | null): boolean {
  const seen = new Set(a ?? []);
  seen.delete(-1);
  for (const code of b ?? []) if (seen.has(code)) return true;
  return false;
}
