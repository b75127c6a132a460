import type { FindingCode } from '../../../src/core/check/finding.ts';
import type { Evaluation } from '../../../src/core/report/evaluationOf.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { attributionText } from '../../../src/core/sections/attribution/words/attributionText.ts';
import { estimateText } from '../../../src/core/sections/estimate/words/estimateText.ts';
import type { Fairness } from '../../../src/core/sections/fairness/result.ts';
import { fairnessText } from '../../../src/core/sections/fairness/words/fairnessText.ts';
import { findingText } from '../../../src/core/sections/findingText.ts';
import { measureText } from '../../../src/core/sections/performance/words/measureText.ts';
import { performanceText } from '../../../src/core/sections/performance/words/performanceText.ts';
import { evaluationNote } from '../../../src/core/sections/predictions/words/evaluationNote.ts';
import { pickText } from '../../../src/core/sections/predictions/words/pickText.ts';
import { predictionsText } from '../../../src/core/sections/predictions/words/predictionsText.ts';
import { fallenText, slicesText, worstText } from '../../../src/core/sections/slices/words/sliceText.ts';
import { title } from '../../../src/core/sections/title.ts';
import { plainText } from '../../../src/core/words/plainText.ts';
import type { Translate } from '../../../src/core/words/translate.ts';
import type { ReportChanges } from '../../harness/changedReport.ts';
import { estimate, evaluated, evaluation, measure, pick, row, slice, undefinedRow, unlabelled } from './makeEvaluation.ts';
import { months, moved, note } from './makeReport.ts';

type Say = (t: Translate, locale: string) => string;

const titleOf =
  (of: Evaluation, changes: ReportChanges = {}): Say =>
  (t, locale) =>
    plainText(title(evaluated(of, changes), t, locale));
const measureOf =
  (of: Evaluation['measures'][number], changes: ReportChanges = {}): Say =>
  (t, locale) => {
    const text = measureText(of, evaluated(evaluation([of]), changes), t, locale);
    return `${text.glyph} ${text.word} | ${plainText(text.sentence)}`;
  };
const prose =
  (of: Evaluation, changes: ReportChanges = {}): Say =>
  (t, locale) =>
    plainText(performanceText(of, evaluated(of, changes), t, locale));
const noteOf =
  (
    code: Evaluation['notes'][number]['code'],
    values: Record<string, string | number> = {},
    side: 'reference' | 'current' | null = 'current',
  ): Say =>
  (t, locale) => {
    const said = evaluationNote({ code, side, values }, t, locale);
    return `${said.glyph} ${plainText(said.text)}`;
  };
const time = months(8);
const findingOf =
  (code: FindingCode, values: Record<string, string | number>, of: Evaluation): Say =>
  (t, locale) =>
    findingText(
      { code, severity: 'warning', column: 'y_pred', chunk: null, value: 0.08, limit: 0.05, q: null, values },
      evaluated(of, { time }),
      t,
      locale,
    );
const slices = {
  measure: 'error_rate',
  overall: 0.13,
  columns: ['city', 'plan'],
  tested: 120,
  worst: [slice()],
  highest: 0,
  fallen: [],
  bySegment: [],
} as const;

const drop = row('roc_auc', 0.842, 0.817, 'fail', { since: 3 });
const none = { reference: null } as const;
const limits = (of: Record<string, { min?: number; max?: number; maxDrop?: number }>): Partial<Report> => ({
  spec: { reference: { path: 'a' }, current: { path: 'b' }, evaluate: { limits: of } },
});

const group = (value: string, selected: number, excluded: string | null = null): Fairness['groups'][number] => ({
  condition: { column: 'sex', group: { kind: 'value', value } },
  n: 1000,
  selection: { value: selected, low: selected - 0.03, high: selected + 0.03, level: 0.95, method: 'wilson' },
  tpr: null,
  fpr: null,
  accuracy: null,
  excluded,
});
const gap = (code: Fairness['gaps'][number]['code'], value: number, breached: boolean, limit = 0.1): Fairness['gaps'][number] => ({
  code,
  value,
  low: code === 'demographic_parity_ratio' ? null : value - 0.05,
  high: code === 'demographic_parity_ratio' ? null : value + 0.05,
  limit,
  breached,
});
const fairnessSentence = (of: Fairness, t: Translate, locale: string): string =>
  plainText(fairnessText(of, evaluated(evaluation([], { fairness: [of] })), t, locale).sentence);
const fairnessOf =
  (groups: Fairness['groups'], gaps: Fairness['gaps']): Say =>
  (t, locale) =>
    fairnessSentence({ column: 'sex', groups, gaps, p: 0.001 }, t, locale);

const attribution: NonNullable<Evaluation['attribution']> = {
  measure: 'error_rate',
  reference: 0.08,
  current: 0.121,
  difference: { value: 0.041, low: 0.03, high: 0.052 },
  rows: [
    {
      column: 'salary_range',
      mix: { value: 0.032, low: 0.02, high: 0.04 },
      rate: { value: 0.009, low: -0.001, high: 0.02 },
      turnover: 0,
      q: 0.001,
      matters: true,
      drift: 'alert',
      groups: [],
    },
  ],
  covariate: { alerts: 3, tested: 9, p: 0.00001, effect: 0.12, changed: true, small: false },
  label: { p: 0.4, reference: 0.5, current: 0.51, changed: false, small: false },
  concept: { p: 0.3, effect: 0.002, size: 0.004, changed: false, small: false, bins: [] },
  reading: 'mix_shift',
  reason: null,
};
const attributed =
  (changes: Partial<typeof attribution>): Say =>
  (t, locale) => {
    const of = { ...attribution, ...changes };
    return plainText(attributionText(of, evaluated(evaluation([], { attribution: of })), t, locale));
  };
const estimated =
  (of: NonNullable<Evaluation['estimate']>, on: Evaluation = unlabelled()): Say =>
  (t, locale) =>
    plainText(estimateText(of, on, evaluated({ ...on, estimate: of }), t, locale));

const over = row('accuracy', 0.831, 0.819, 'pass', {
  verdict: 'fail',
  ended: [{ first: 1, last: 3, chunks: 3, worst: { chunk: 2, value: 0.703 } }],
  chunks: [{ chunk: 4, value: 0.86, low: 0.84, high: 0.88, n: 500, reason: null, verdict: 'pass' }],
});

/** What is said of an evaluation in which situation. */
export const evaluationSituations: Readonly<Record<string, Say>> = {
  // Titles
  'title: a drop, since': titleOf(evaluation([drop, row('recall', 0.71, 0.7, 'pass')]), { time }),
  'title: a drop beyond what was given': titleOf(
    evaluation([row('roc_auc', 0.842, 0.817, 'fail', { judged: { allowed: 0.01 } })]),
    limits({ roc_auc: { maxDrop: 0.01 } }),
  ),
  'title: two measures fail': titleOf(evaluation([row('roc_auc', 0.842, 0.817, 'fail'), row('recall', 0.71, 0.6, 'fail')])),
  'title: an error rises': titleOf(evaluation([row('mae', 38.2, 44.9, 'fail', { half: 2.1, judged: { allowed: 1.91 } })])),
  'title: worse in the last chunks only': titleOf(
    evaluation([
      row('recall', 0.71, 0.7, 'pass', {
        since: 5,
        verdict: 'fail',
        lately: { current: measure('recall', 0.63), difference: -0.08, interval: { low: -0.11, high: -0.05, level: 0.95 } },
        chunks: [{ chunk: 7, value: 0.61, low: 0.58, high: 0.64, n: 500, reason: null, verdict: 'fail' }],
      }),
    ]),
    { time },
  ),
  'title: a failure that is over': titleOf(evaluation([row('roc_auc', 0.842, 0.838, 'pass'), over]), { time }),
  'title: the measure of the headline failed for a time': titleOf(
    evaluation([{ ...over, current: measure('roc_auc', 0.83), reference: measure('roc_auc', 0.842) }]),
    { time },
  ),
  'title: better, the share of errors rose by the mix': titleOf(
    evaluation(
      [
        row('mae', 846, 775, 'improved', { half: 33 }),
        row('mape', 0.233, 0.247, 'pass', { half: 0.007, excuse: { code: 'mix', difference: -0.012 } }),
      ],
      { columns: { ...evaluation([]).columns, task: 'regression' } },
    ),
  ),
  'title: labels end, the reference lacks a season': titleOf(
    evaluation([row('roc_auc', 0.842, 0.838, 'pass', { half: 0.008 })], {
      labelsEnd: 4,
      season: {
        missing: [10, 11, 12, 1],
        common: [5, 6],
        share: 0.4,
        like: { measure: 'roc_auc', reference: 0.84, current: 0.85, difference: 0.01, interval: { low: -0.002, high: 0.022, level: 0.95 } },
      },
    }),
    { time },
  ),
  'title: a limit on what has no value': titleOf(
    evaluation([
      row('accuracy', null, null, null, {
        current: measure('accuracy', null, 0, { reason: 'no_predictions' }),
        floor: { min: 0.8, max: null, verdict: 'fail', reason: 'no_value' },
        verdict: 'fail',
      }),
    ]),
    none,
  ),
  'title: chosen by its fit': titleOf(
    evaluation([row('roc_auc', 0.842, 0.838, 'pass')], {
      columns: {
        ...evaluation([]).columns,
        target: pick('is_canceled', {
          evidence: [{ code: 'roc_auc', value: 0.82 }],
          ranked: [
            { column: 'is_canceled', measure: 'roc_auc', value: 0.82, absurd: false, side: 'reference' },
            { column: 'is_repeated_guest', measure: 'roc_auc', value: 0.71, absurd: false, side: 'reference' },
          ],
        }),
      },
    }),
  ),
  'title: below a floor, alone': titleOf(
    evaluation([row('roc_auc', null, 0.76, null, { floor: { min: 0.78, max: null, verdict: 'fail', reason: null }, verdict: 'fail' })]),
    none,
  ),
  'title: above a ceiling, and worse': titleOf(
    evaluation([row('mae', 38.2, 44.9, 'fail', { half: 2.1, floor: { min: null, max: 40, verdict: 'fail', reason: null } })]),
  ),
  'title: all fine': titleOf(evaluation([row('roc_auc', 0.842, 0.838, 'pass', { half: 0.008 }), row('recall', 0.71, 0.72, 'pass')])),
  'title: a certain small drop within the allowed': titleOf(
    evaluation([row('roc_auc', 0.842, 0.834, 'pass', { half: 0.004, judged: { adjustedP: 0.001 } })]),
  ),
  'title: a big drop that may be chance': titleOf(
    evaluation([row('recall', 0.71, 0.66, 'cannot_tell', { half: 0.09, judged: { rowsNeeded: 873 } })]),
  ),
  'title: one may be worse, others hold': titleOf(
    evaluation([
      row('roc_auc', 0.842, 0.84, 'pass'),
      row('recall', 0.71, 0.66, 'cannot_tell', { half: 0.09, judged: { rowsNeeded: 873 } }),
    ]),
  ),
  'title: reference too small': titleOf(evaluation([row('recall', 0.71, 0.66, 'cannot_tell', { half: 0.09 })])),
  'title: tiny n': titleOf(evaluation([row('recall', 0.71, 0.72, 'cannot_tell', { half: 0.2, judged: { rowsNeeded: 4_321 } })])),
  'title: improved': titleOf(evaluation([row('roc_auc', 0.817, 0.842, 'improved'), row('recall', 0.71, 0.72, 'pass')])),
  'title: two improved, one untold': titleOf(
    evaluation([row('roc_auc', 0.817, 0.842, 'improved'), row('f1', 0.6, 0.65, 'improved'), row('log_loss', 0.4, 0.39, 'cannot_tell')]),
  ),
  'title: no labels, as in reference': titleOf(unlabelled({ estimate: estimate() })),
  'title: no labels, estimate fell': titleOf(
    unlabelled({ estimate: estimate({ value: 0.86, low: 0.84, high: 0.88, standing: 'worse', alert: true }) }),
  ),
  'title: no labels, estimate refused': titleOf(
    unlabelled({ estimate: estimate({}, { refused: { code: 'few_reference_rows', value: null }, rows: [] }) }),
  ),
  'title: no labels, no reference': titleOf(unlabelled(), none),
  'title: no labels, a ranking': titleOf(unlabelled()),
  'title: no reference': titleOf(evaluation([row('roc_auc', null, 0.842, null), row('accuracy', null, 0.93, null)]), none),
  'title: reference without labels': titleOf(evaluation([row('recall', null, 0.71, null)])),
  'title: limits kept, no reference': titleOf(
    evaluation([row('roc_auc', null, 0.842, null, { floor: { min: 0.78, max: null, verdict: 'pass', reason: null }, verdict: 'pass' })]),
    none,
  ),
  'title: limits perhaps kept': titleOf(
    evaluation([
      row('roc_auc', null, 0.783, null, { floor: { min: 0.78, max: null, verdict: 'cannot_tell', reason: null }, verdict: 'cannot_tell' }),
    ]),
    none,
  ),
  'title: nothing defined': titleOf(evaluation([undefinedRow('roc_auc', 'one_class')]), none),
  'title: with drift': titleOf(evaluation([drop]), { time, columns: [moved('a', { effect: 0.1 })] }),
  'title: identical files': titleOf(evaluation([row('recall', 0.71, 0.71, 'pass')]), {
    columns: [moved('a')],
    notes: [note('same_content')],
  }),
  // Measures
  'measure: worse, since': measureOf(drop, { time }),
  'measure: one class': measureOf(undefinedRow('roc_auc', 'one_class')),
  'measure: nothing predicted positive': measureOf(undefinedRow('precision', 'no_predicted_positives')),
  'measure: a target of zero': measureOf(undefinedRow('mape', 'zero_target')),
  'measure: scores outside 0 to 1': measureOf(undefinedRow('log_loss', 'score_outside_0_1')),
  'measure: held': measureOf(row('accuracy', 0.93, 0.928, 'pass', { half: 0.006 })),
  'measure: too few rows': measureOf(row('accuracy', 0.93, 0.931, 'cannot_tell', { half: 0.05, judged: { rowsNeeded: 1204 } })),
  'measure: improved error': measureOf(row('rmse', 51.3, 42.1, 'improved', { half: 3.2 })),
  'measure: neither way is better': measureOf({ ...row('bias', 0.4, -1.2, null), current: measure('bias', -1.2, 0.6) }),
  'measure: a ranking': measureOf({
    ...row('ndcg', 0.412, 0.377, 'fail', { half: 0.02 }),
    current: measure('ndcg', 0.377, 0.02, { at: 10 }),
  }),
  'measure: limit kept': measureOf(
    row('mae', null, 38.2, null, {
      floor: { min: null, max: 40, verdict: 'pass', reason: null },
      verdict: 'pass',
      current: measure('mae', 38.2, 1.4),
    }),
  ),
  // Prose
  'performance: some of each': prose(
    evaluation([
      drop,
      row('accuracy', 0.93, 0.929, 'pass'),
      row('f1', 0.6, 0.65, 'improved'),
      row('log_loss', 0.4, 0.39, 'cannot_tell'),
      undefinedRow('brier', 'no_scores'),
    ]),
    { time },
  ),
  'predictions: binary, some labels': (t, locale) => {
    const base = evaluation([]);
    const of = { ...base, rows: { ...base.rows, current: { ...base.rows.current, labelled: 1_200 } } };
    return plainText(predictionsText(of, evaluated(of), t, locale));
  },
  'predictions: twelve classes': (t, locale) => {
    const of = evaluation([]);
    const scores = Array.from({ length: 12 }, (_, i) => ({ label: `c${i}`, column: `p_${i}` }));
    return plainText(
      predictionsText(
        { ...of, classCount: 12, columns: { ...of.columns, task: 'multiclass', score: pick(null), scores, positive: null } },
        evaluated(of),
        t,
        locale,
      ),
    );
  },
  'evidence: a copy of the score': (t, locale) => pickText(evaluation([]).columns.prediction, t, locale),
  'evidence: agrees': (t, locale) => pickText(pick('repaid', { evidence: [{ code: 'agrees', value: 0.8891 }] }), t, locale),
  'estimate: as in reference': estimated(estimate()),
  'estimate: better': estimated(estimate({ value: 0.98, low: 0.975, high: 0.985, standing: 'better' })),
  'estimate: a column leaves what reference has seen': estimated(estimate({}, { beyond: [{ column: 'km_driven', share: 0.3 }] })),
  'estimate: with labels, below the band': estimated(
    estimate({ realised: 0.91 }, { ledger: { compared: 10, inside: 7, waiting: 2, undefined: 0, meanError: 0.02, rows: [] } }),
    evaluation([]),
  ),
  'estimate: refused, errors cannot be foreseen': estimated(
    estimate({}, { method: 'dle', refused: { code: 'no_better_than_mean', value: null }, rows: [] }),
  ),
  'estimate: refused for the whole': estimated(
    estimate({ value: null, low: null, high: null, refused: { code: 'outside_support', value: null } }),
  ),
  'slices: worst': (t, locale) => plainText(slicesText(slices, t, locale)),
  'slices: none': (t, locale) => plainText(slicesText({ ...slices, worst: [] }, t, locale)),
  'slice: missing and a range': (t, locale) =>
    plainText(
      worstText(
        slice({
          conditions: [
            { column: 'plan', group: { kind: 'missing' } },
            { column: 'age', group: { kind: 'range', above: 60, upTo: null } },
          ],
          reference: 0.2,
        }),
        slices,
        t,
        locale,
      ).sentence,
    ),
  'slice: fell, absolute error': (t, locale) =>
    plainText(
      fallenText(
        slice({ conditions: [{ column: 'age', group: { kind: 'range', above: 18, upTo: 25 } }], value: 52.31, reference: 41.2, rest: 1.3 }),
        { ...slices, measure: 'absolute_error' },
        t,
        locale,
      ).sentence,
    ),
  'fairness: below four fifths': fairnessOf([group('F', 0.21), group('M', 0.31)], [gap('demographic_parity_ratio', 0.677, true, 0.8)]),
  'fairness: fine, one group left out': fairnessOf(
    [group('F', 0.29), group('M', 0.31), group('X', 0.5, 'few_rows')],
    [gap('demographic_parity_ratio', 0.935, false, 0.8), gap('equal_opportunity_difference', 0.14, true)],
  ),
  'attribution: more weak rows': attributed({}),
  'attribution: a concept shift': attributed({ reading: 'concept', rows: [] }),
  'attribution: a change that may be chance': attributed({
    difference: { value: 0.003, low: -0.004, high: 0.01 },
    current: 0.083,
    reading: 'none',
  }),
  'attribution: cannot tell': attributed({ reading: 'cannot_tell', reason: 'few_labels' }),
  // Findings
  'finding: a drop': findingOf('performance/drop', { measure: 'roc_auc' }, evaluation([drop])),
  'finding: a limit': findingOf(
    'performance/limit',
    { measure: 'mae' },
    evaluation([
      row('mae', null, 44.9, null, {
        floor: { min: null, max: 40, verdict: 'fail', reason: null },
        verdict: 'fail',
        current: measure('mae', 44.9, 1.4),
      }),
    ]),
  ),
  'finding: calibration without a reference': findingOf(
    'performance/calibration',
    { measure: 'ece' },
    evaluation([row('ece', null, 0.08, null)]),
  ),
  'finding: an estimate': findingOf(
    'performance/estimate',
    { measure: 'roc_auc' },
    unlabelled({ estimate: estimate({ value: 0.86, low: 0.84, high: 0.88, standing: 'worse', alert: true }) }),
  ),
  'finding: a slice': findingOf('performance/slice', { slice: 0 }, evaluation([], { slices })),
  // Remarks
  'note: no labels': noteOf('no_labels', { column: 'churned' }),
  'note: some labels missing': noteOf('some_labels_missing', { rows: 300, share: 0.03 }),
  'note: scores outside': noteOf('scores_outside_0_1', { rows: 12, share: 0.0012, column: 's' }),
  'note: constant prediction': noteOf('constant_prediction', { column: 'y' }),
  'note: labels written differently': noteOf('labels_differ_in_type', { target: 'churned', prediction: 'y_pred' }),
};
