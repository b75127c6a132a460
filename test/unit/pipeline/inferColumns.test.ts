import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DataError } from '../../../src/core/data/dataError.ts';
import { mulberry32 } from '../../../src/core/stats/samples/mulberry32.ts';
import { binaryRows, evaluated } from './tables.ts';

/** Which column is what, told from names and from values. */

test('a label that is a score cut at a threshold is the prediction, and the column with its values is the target', async () => {
  const rows = binaryRows(600, 1);
  const { p, cut, truth, ...rest } = { p: rows.y_pred_proba!, cut: rows.y_pred!, truth: rows.churned!, city: rows.city!, age: rows.age! };
  const { columns } = (await evaluated({ ...rest, risk: p, decision: cut, repaid: truth }, null)).evaluation;
  assert.deepEqual(
    [columns.task, columns.prediction.column, columns.score.column, columns.target.column],
    ['binary', 'decision', 'risk', 'repaid'],
  );
  assert.equal(columns.prediction.evidence[0]?.code, 'copy_of_score');
  assert.equal(columns.target.evidence[0]?.code, 'roc_auc');
  assert.equal(columns.positive, '1');
});

test('what the spec names comes first, and a positive label can be turned round', async () => {
  const { columns, confusion } = (await evaluated(binaryRows(300, 2), null, { target: 'churned', positive: '0' })).evaluation;
  assert.equal(columns.target.evidence[0]?.code, 'given');
  assert.equal(columns.positive, '0');
  assert.deepEqual(confusion?.current.labels, ['0', '1']);
});

test('scores that sum to 1 over the labels make a multiclass model', async () => {
  const random = mulberry32(3);
  const names = ['a', 'b', 'c'];
  const rows = Array.from({ length: 500 }, () => {
    const raw = names.map(() => random() + 0.05);
    const sum = raw.reduce((x, y) => x + y, 0);
    const p = raw.map((x) => x / sum);
    const best = names[p.indexOf(Math.max(...p))]!;
    return { p, best, truth: random() < 0.7 ? best : names[Math.floor(random() * 3)]! };
  });
  const { columns, measures } = (
    await evaluated(
      {
        y_true: rows.map((r) => r.truth),
        y_pred: rows.map((r) => r.best),
        ...Object.fromEntries(names.map((name, i) => [`y_pred_proba_${name}`, rows.map((r) => r.p[i]!)])),
      },
      null,
    )
  ).evaluation;
  assert.equal(columns.task, 'multiclass');
  assert.deepEqual(
    columns.scores.map((s) => s.column),
    ['y_pred_proba_a', 'y_pred_proba_b', 'y_pred_proba_c'],
  );
  const accuracy = measures.find((m) => m.current.name === 'accuracy')?.current.value;
  assert.equal(accuracy, rows.filter((r) => r.best === r.truth).length / rows.length);
  assert.ok(measures.some((m) => m.current.name === 'roc_auc_ovr_macro' && m.current.value !== null));
});

test('quantities make a regression; the target is what the prediction is correlated with', async () => {
  const random = mulberry32(4);
  const truth = Array.from({ length: 400 }, () => 100 * random());
  const { columns, measures } = (
    await evaluated(
      { demand: truth, prediction: truth.map((y) => y + 10 * (random() - 0.5)), noise: truth.map(() => 1000 * random()) },
      null,
    )
  ).evaluation;
  assert.deepEqual([columns.task, columns.prediction.column, columns.target.column], ['regression', 'prediction', 'demand']);
  assert.ok(measures.find((m) => m.current.name === 'mae')!.current.value! < 5);
});

test('users, items, scores and relevance make a ranking', async () => {
  const random = mulberry32(5);
  const n = 900;
  const { columns, measures } = (
    await evaluated(
      {
        user_id: Array.from({ length: n }, (_, i) => Math.floor(i / 30)),
        item_id: Array.from({ length: n }, (_, i) => i % 30),
        score: Array.from({ length: n }, () => random()),
        relevance: Array.from({ length: n }, () => (random() < 0.2 ? 1 : 0)),
      },
      null,
      { k: 5 },
    )
  ).evaluation;
  assert.deepEqual(
    [columns.task, columns.user.column, columns.item.column, columns.target.column],
    ['ranking', 'user_id', 'item_id', 'relevance'],
  );
  assert.ok(measures.some((m) => m.current.name === 'ndcg' && m.current.at === 5 && m.current.value !== null));
});

test('a file without predictions is refused with its columns; a name that is not there too', async () => {
  const rows = { city: ['a', 'b'], when: [new Date(0), new Date(1)] };
  const refused = await evaluated(rows, null).catch((error: unknown) => error);
  assert.ok(refused instanceof DataError);
  assert.equal(refused.code, 'no_prediction_column');
  const unknown = await evaluated(binaryRows(50, 6), null, { target: 'Churned' }).catch((error: unknown) => error);
  assert.ok(unknown instanceof DataError);
  assert.deepEqual([unknown.code, unknown.details.column], ['unknown_column', 'Churned']);
});
