import type { SliceCondition } from '../check/subject.ts';
import { conditionKey } from '../report/conditionKey.ts';
import type { Evaluation } from '../report/evaluationOf.ts';
import type { EvaluationText } from '../report/evaluationText.ts';
import type { Report } from '../report/report.ts';
import { conditionText } from '../words/conditionText.ts';
import { capital, measureName } from '../words/measures/measureName.ts';
import { plainText } from '../words/plainText.ts';
import type { Translate } from '../words/translate.ts';
import { attributionText } from './attribution/words/attributionText.ts';
import { evidenceRows } from './attribution/words/evidenceRows.ts';
import { estimatedChunks } from './estimate/words/estimatedChunks.ts';
import { estimateText } from './estimate/words/estimateText.ts';
import { ledgerRows } from './estimate/words/ledgerText.ts';
import { evaluationHeads } from './evaluationHeads.ts';
import { fairnessText } from './fairness/words/fairnessText.ts';
import { measureText } from './performance/words/measureText.ts';
import { performanceText } from './performance/words/performanceText.ts';
import { behaviourText } from './predictions/words/behaviourText.ts';
import { evaluationNote } from './predictions/words/evaluationNote.ts';
import { pickText } from './predictions/words/pickText.ts';
import { predictionsText } from './predictions/words/predictionsText.ts';
import { taskText } from './predictions/words/taskText.ts';
import { resourceText } from './resources/words/resourceText.ts';
import { fallenText, slicesText, worstText } from './slices/words/sliceText.ts';

/** Everything that is said of an evaluation. */
export function sayEvaluation(report: Report, evaluation: Evaluation, t: Translate, locale: string): EvaluationText {
  const { columns, slices, attribution, estimate } = evaluation;
  return {
    predictions: predictionsText(evaluation, report, t, locale),
    performance: performanceText(evaluation, report, t, locale),
    attribution: attribution === null ? [] : attributionText(attribution, report, t, locale),
    task: taskText(columns.task, t),
    evidence: {
      target: pickText(columns.target, t, locale),
      prediction: pickText(columns.prediction, t, locale),
      score: pickText(columns.score, t, locale),
      user: pickText(columns.user, t, locale),
      item: pickText(columns.item, t, locale),
    },
    measures: evaluation.measures.map((row) => measureText(row, report, t, locale)),
    resources: evaluation.resources.flatMap((resource) => resourceText(resource, t, locale)),
    behaviour: evaluation.behaviour.rows.map((row) => behaviourText(row, t, locale)),
    estimate: estimate === null ? null : estimateText(estimate, evaluation, report, t, locale),
    ledger: estimate === null ? [] : ledgerRows(estimate, report, t, locale),
    estimatedChunks: estimate === null ? [] : estimatedChunks(estimate, report, t, locale),
    estimates: (estimate?.rows ?? []).map((row) => capital(measureName(row.name, null, t, locale))),
    worst: (slices?.worst ?? []).map((row) => worstText(row, slices!, t, locale)),
    fallen: (slices?.fallen ?? []).map((row) => fallenText(row, slices!, t, locale)),
    slices: slices === null ? null : slicesText(slices, t, locale),
    fairness: evaluation.fairness.map((one) => fairnessText(one, report, t, locale)),
    evidenceRows: attribution === null ? [] : evidenceRows(attribution, report, columns.task, t, locale),
    notes: evaluation.notes.map((note) => evaluationNote(note, t, locale)),
    labels: evaluationHeads(evaluation.training !== null, t),
    conditions: Object.fromEntries(
      conditionsOf(evaluation).map((condition) => [conditionKey(condition), plainText(conditionText(condition, t, locale))]),
    ),
  };
}

/** Every condition that is drawn or listed. */
function conditionsOf({ slices, fairness, attribution }: Evaluation): SliceCondition[] {
  return [
    ...[...(slices?.worst ?? []), ...(slices?.fallen ?? [])].flatMap((row) => row.conditions),
    ...(slices?.bySegment ?? []).flatMap(({ rows }) => rows.map((row) => row.condition)),
    ...fairness.flatMap(({ groups }) => groups.map((group) => group.condition)),
    ...(attribution?.rows ?? []).flatMap(({ groups }) => groups.map((group) => group.condition)),
  ];
}
