import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DataError } from '../../../src/core/data/dataError.ts';
import { isKin } from '../../../src/core/roles/kinship.ts';
import { matchLabels } from '../../../src/core/roles/matchLabels.ts';
import { sayReport } from '../../../src/core/sections/sayReport.ts';
import { mulberry32 } from '../../../src/core/stats/samples/mulberry32.ts';
import { plainText } from '../../../src/core/words/plainText.ts';
import { chinese, english } from '../words/translators.ts';
import { binaryRows, type Columns, evaluated } from './tables.ts';

/** The right target: names on both files, kinship, the fit of the predictions in the reference; asked for where two fit alike. */

/** A model's rows with a flag that goes with the prediction by chance of the data: kappa is high where the flag is common among the predicted. */
function withFlag(rows: Columns, seed: number, share: (p: number) => number): Columns {
  const random = mulberry32(seed);
  return { flag: (rows.y_pred_proba as readonly number[]).map((p) => (random() < share(p) ? 1 : 0)), ...rows };
}

const titleOf = (report: Parameters<typeof sayReport>[0]): string => plainText(sayReport(report, english, 'en').title);

test('the column that the reference’s scores fit best is the target, and the report says so first, in both languages', async () => {
  const flag = (p: number): number => (p > 0.5 ? 0.5 : 0.2);
  const { evaluation, report } = await evaluated(withFlag(binaryRows(3000, 41), 1, flag), withFlag(binaryRows(3000, 42), 2, flag));
  assert.equal(evaluation.columns.target.column, 'churned');
  assert.deepEqual(
    evaluation.columns.target.ranked.map(({ column, measure, side }) => [column, measure, side]),
    [
      ['churned', 'roc_auc', 'reference'],
      ['flag', 'roc_auc', 'reference'],
    ],
  );
  assert.match(titleOf(report), /^Taken as the target: churned \(ROC AUC 0\.\d\d\); next would be flag \(ROC AUC 0\.\d\d\)\. /);
  assert.match(
    plainText(sayReport(report, chinese, 'zh-cn').title),
    /^视为目标的列：churned（ROC AUC 0\.\d\d）；其次为 flag（ROC AUC 0\.\d\d）。/,
  );
});

test('two columns that fit alike are asked about with their numbers, not guessed', async () => {
  const { y_pred, y_pred_proba, churned, ...rest } = binaryRows(3000, 43);
  const random = mulberry32(44);
  const twin = churned!.map((y) => (random() < 0.01 ? 1 - Number(y) : y));
  const rows = { y_pred: y_pred!, y_pred_proba: y_pred_proba!, ...rest, twin, churned: churned! };
  const asked = await evaluated(rows, null).catch((error: unknown) => error);
  assert.ok(asked instanceof DataError);
  assert.equal(asked.code, 'target_open');
  assert.match(asked.details.found!, /^(churned|twin) \(0\.\d\d\), (churned|twin) \(0\.\d\d\)$/);
  const named = await evaluated(rows, null, { target: 'twin' });
  const beside = await evaluated({ twin, ...rest, churned: churned!, y_pred: y_pred!, y_pred_proba: y_pred_proba! }, null);
  assert.equal(beside.evaluation.columns.target.column, 'churned', 'the one that stands beside the prediction');
  assert.equal(named.evaluation.columns.target.column, 'twin');
});

test('a name of the prediction’s kin decides, and the title need not say it', async () => {
  const { y_pred, y_pred_proba, churned, ...rest } = binaryRows(2000, 45);
  const random = mulberry32(46);
  const twin = churned!.map((y) => (random() < 0.01 ? 1 - Number(y) : y));
  const { evaluation, report } = await evaluated({ twin, left: churned!, left_pred: y_pred!, left_proba: y_pred_proba!, ...rest }, null, {
    prediction: 'left_pred',
  });
  assert.equal(evaluation.columns.target.column, 'left');
  assert.doesNotMatch(titleOf(report), /Taken as the target/);
});

test('kin names', () => {
  for (const [prediction, target] of [
    ['y_pred', 'y_true'],
    ['y_pred', 'y'],
    ['yhat', 'y'],
    ['price_pred', 'price'],
    ['predicted_label', 'label'],
    ['churn_score', 'churned'],
    ['CancelledPred', 'isCancelled'],
  ] as const)
    assert.ok(isKin(prediction, target), `${prediction} and ${target}`);
  for (const [prediction, target] of [
    ['prediction', 'target'],
    ['y_pred', 'yes'],
    ['price_pred', 'age'],
    ['score', 'true'],
  ] as const)
    assert.ok(!isKin(prediction, target), `${prediction} and ${target}`);
});

test('a telling name whose reference performance is absurd is not taken over a column that fits', async () => {
  const spoil = (seed: number): Columns => {
    const rows = binaryRows(2000, seed);
    return { ...rows, label: (rows.y_pred_proba as readonly number[]).map((p) => (p < 0.3 ? 1 : 0)) };
  };
  const asked = await evaluated(spoil(47), spoil(48)).catch((error: unknown) => error);
  assert.ok(asked instanceof DataError, String(asked));
  assert.equal(asked.code, 'target_open');
});

test('current without labels beside a labelled reference has no labels: no other column takes their place', async () => {
  const flag = (p: number): number => 0.2 + 0.6 * p;
  const { churned: _, ...unlabelled } = withFlag(binaryRows(3000, 49), 3, flag);
  const { evaluation } = await evaluated(unlabelled, withFlag(binaryRows(3000, 50), 4, flag));
  assert.equal(evaluation.columns.target.column, 'churned');
  assert.equal(evaluation.rows.current.labelled, 0);
  assert.ok(evaluation.notes.some(({ code }) => code === 'no_labels'));
});

test('a regression’s target is what the prediction explains: R², not correlation', async () => {
  const random = mulberry32(51);
  const truth = Array.from({ length: 600 }, () => 50 + 100 * random());
  const scaled = truth.map((y) => 20 * y);
  const prediction = truth.map((y) => y + 8 * (random() - 0.5));
  const { evaluation } = await evaluated({ scaled, amount: truth, prediction }, null);
  assert.equal(evaluation.columns.task, 'regression');
  assert.equal(evaluation.columns.target.column, 'amount');
});

test('labels spelled differently are matched, told, and judged as if written alike', async () => {
  const rows = binaryRows(1500, 52);
  const words = { ...rows, churned: rows.churned!.map((y) => (y === 1 ? 'yes' : 'no')) };
  const plain = await evaluated(rows, null);
  const matched = await evaluated(words, rows, { target: 'churned' }, { kinds: { city: 'text' } });
  const of = ({ evaluation }: typeof plain): number => evaluation.measures.find((m) => m.current.name === 'accuracy')!.current.value!;
  assert.equal(of(matched), of(plain));
  const note = matched.evaluation.notes.find(({ code }) => code === 'labels_matched');
  assert.ok(note, 'told');
  const asked = await evaluated({ ...rows, churned: rows.churned!.map((y) => (y === 1 ? 'left' : 'stayed')) }, null, {
    target: 'churned',
  }).catch((error: unknown) => error);
  assert.ok(asked instanceof DataError);
  assert.equal(asked.code, 'labels_differ');
});

test('spellings: case and words of truth are one class, two spellings within one column stay two', () => {
  const of = (...columns: (readonly string[] | null)[]): readonly (string | null)[] => {
    const match = matchLabels(columns);
    return columns.flatMap((labels) => (labels ?? []).map(match.classOf));
  };
  assert.deepEqual(of(['yes', 'no'], ['1', '0']), ['yes', 'no', 'yes', 'no']);
  assert.deepEqual(of(['1.0', '0.0'], ['TRUE', 'False']), ['1', '0', '1', '0']);
  assert.deepEqual(of(['Cat', 'Dog'], ['cat', 'DOG']), ['Cat', 'Dog', 'Cat', 'Dog']);
  assert.deepEqual(of(['a', 'A'], ['a']), ['a', 'A', 'a']);
  assert.deepEqual(of(['0', '1', '2'], ['no', 'yes']), ['0', '1', '2', 'no', 'yes']);
  assert.deepEqual(of(['yes'], null, ['0', '1']), ['yes', '0', 'yes']);
});

test('classes and task come from both files: one true class in current stays one of three', async () => {
  const random = mulberry32(53);
  const names = ['high', 'low', 'mid'];
  const rows = (n: number, only: string | null): Columns => {
    const made = Array.from({ length: n }, () => {
      const raw = names.map(() => random() + 0.05);
      const sum = raw.reduce((x, y) => x + y, 0);
      const p = raw.map((x) => x / sum);
      const best = names[p.indexOf(Math.max(...p))]!;
      return { p, truth: only ?? (random() < 0.7 ? best : names[Math.floor(random() * 3)]!) };
    });
    return { label: made.map((r) => r.truth), ...Object.fromEntries(names.map((name, i) => [name, made.map((r) => r.p[i]!)])) };
  };
  const { evaluation } = await evaluated(rows(400, 'low'), rows(400, null));
  assert.equal(evaluation.columns.task, 'multiclass');
  assert.deepEqual(evaluation.classes, names);
  assert.deepEqual(
    evaluation.columns.scores.map(({ column }) => column),
    names,
  );
});
