import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { UndefinedReason } from '../../../src/core/measures/measure.ts';
import { catalogue, type MeasureName } from '../../../src/core/measures/registry.ts';
import type { PickEvidence } from '../../../src/core/report/evaluationColumns.ts';
import type { EvaluationNote } from '../../../src/core/report/note.ts';
import type { Attribution } from '../../../src/core/sections/attribution/result.ts';
import { readingText } from '../../../src/core/sections/attribution/words/attributionText.ts';
import { refusalText } from '../../../src/core/sections/estimate/words/refusalText.ts';
import { undefinedText } from '../../../src/core/sections/performance/words/undefinedText.ts';
import { evaluationNote } from '../../../src/core/sections/predictions/words/evaluationNote.ts';
import { pickText } from '../../../src/core/sections/predictions/words/pickText.ts';
import { measureAbout } from '../../../src/core/words/measures/measureAbout.ts';
import { measureName } from '../../../src/core/words/measures/measureName.ts';
import { plainText } from '../../../src/core/words/plainText.ts';
import type { Translate } from '../../../src/core/words/translate.ts';
import { pick } from './makeEvaluation.ts';
import { chinese, english } from './translators.ts';

const chineseCharacters = /[\u4e00-\u9fff]/;
const unfilled = /\{\d\}|undefined|NaN|null|\[object|[\uFDD0\uFDD1]/;

function both(code: string, say: (t: Translate, locale: string) => string): void {
  const text = say(english, 'en');
  assert.match(text, /\S/, code);
  assert.doesNotMatch(text, unfilled, code);
  const translated = say(chinese, 'zh-cn');
  assert.doesNotMatch(translated, unfilled, code);
  assert.match(translated, chineseCharacters, code);
}

test('every measure has a name of its own and says what it is and which way is better', () => {
  const names = Object.keys(catalogue) as MeasureName[];
  const said = new Set<string>();
  for (const name of names) {
    const text = measureName(name, 10, english, 'en');
    assert.ok(!text.includes('_'), name);
    said.add(text);
    both(name, (t) => measureAbout(name, catalogue[name].direction, t));
    assert.match(measureAbout(name, catalogue[name].direction, english), /^.+\. .+\.$/, name);
  }
  assert.equal(said.size, names.length);
});

test('every reason, refusal, reading, evidence and remark has words in both languages', () => {
  const reasons: Readonly<Record<UndefinedReason, true>> = {
    no_rows: true,
    one_class: true,
    no_positives: true,
    no_negatives: true,
    no_predicted_positives: true,
    no_predicted_negatives: true,
    chance_agreement_is_certain: true,
    score_outside_0_1: true,
    no_scores: true,
    too_many_classes: true,
    negative_weights: true,
    constant_target: true,
    zero_target: true,
    value_below_0: true,
    no_users: true,
    no_labels: true,
    no_predictions: true,
    not_of_task: true,
  };
  for (const reason of Object.keys(reasons) as UndefinedReason[]) both(reason, (t) => undefinedText(reason, t));
  for (const code of ['no_labels', 'one_class', 'few_reference_rows', 'few_rows', 'outside_support', 'no_better_than_mean', 'undefined']) {
    const text = refusalText(code, english);
    assert.notEqual(text, code);
    assert.match(refusalText(code, chinese), chineseCharacters, code);
  }
  const readings: Readonly<Record<Attribution['reading'], true>> = {
    mix_shift: true,
    label: true,
    concept: true,
    several: true,
    none: true,
    cannot_tell: true,
  };
  for (const reading of Object.keys(readings) as Attribution['reading'][]) {
    both(reading, (t) => plainText(readingText({ reading, reason: 'few_labels' } as Attribution, t)));
  }
  const evidence: Readonly<Record<PickEvidence['code'], PickEvidence['value']>> = {
    given: null,
    name: 'y',
    copy_of_score: 0.5,
    sums_to_one: null,
    between_0_and_1: null,
    same_values: 'y_pred',
    agrees: 0.9,
    roc_auc: 0.82,
    r2: 0.4,
    kin: 'y_pred',
    beside: null,
    only_candidate: null,
  };
  for (const [code, value] of Object.entries(evidence)) {
    both(code, (t, locale) => pickText(pick('y', { evidence: [{ code: code as PickEvidence['code'], value }] }), t, locale));
  }
  const notes: Readonly<Record<EvaluationNote['code'], EvaluationNote['values']>> = {
    no_labels: { column: null },
    no_reference_labels: { column: null },
    some_labels_missing: { rows: 1, share: 0.0001 },
    scores_outside_0_1: { rows: 1, share: 0.5, column: 's' },
    one_class: { column: 'y' },
    constant_prediction: { column: null },
    labels_differ_in_type: { target: null, prediction: null },
    scores_not_cut: { column: 'margin' },
    classes_absent: { classes: 'mid', n: 1 },
    labels_matched: { from: '0, 1', to: 'no, yes' },
    scores_not_matched: { columns: 'p_low, p_mid, p_high', n: 3 },
    infinite_values: { rows: 3 },
    rows_sampled: { by: 'rows', current: 900_000, currentRows: 4_500_000, reference: 900_000, referenceRows: 4_500_000 },
    negative_weights: {},
    many_classes: { classes: 120, shown: 20 },
    no_scores: {},
    users_without_relevant: { users: 1, of: 40 },
    all_relevant: { column: 'rating' },
    training_reference: { by: 'file_name' },
    part_failed: { part: 'slices', error: 'boom' },
  };
  for (const [code, values] of Object.entries(notes)) {
    for (const side of ['reference', 'current', null] as const) {
      both(code, (t, locale) => plainText(evaluationNote({ code: code as EvaluationNote['code'], side, values }, t, locale).text));
    }
  }
});
