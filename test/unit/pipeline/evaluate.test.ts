import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EvaluationNote } from '../../../src/core/report/note.ts';
import { binaryRows, evaluated } from './tables.ts';

const codes = (notes: readonly EvaluationNote[]): string[] =>
  notes.map((note) => `${note.code}${note.side === null ? '' : ` ${note.side}`}`);

test('two samples of one model: nothing fails, and the estimate agrees with what came true', async () => {
  const { evaluation, report } = await evaluated(binaryRows(4000, 11), binaryRows(4000, 12));
  assert.ok(
    evaluation.measures.every((m) => m.verdict !== 'fail'),
    JSON.stringify(evaluation.measures.filter((m) => m.verdict === 'fail')),
  );
  assert.deepEqual(
    report.findings.filter((f) => f.code !== 'performance/slice'),
    [],
  );
  const auc = evaluation.estimate?.rows.find((row) => row.name === 'roc_auc')?.whole;
  assert.ok(auc && auc.low! <= auc.realised! && auc.realised! <= auc.high!);
  assert.equal(evaluation.attribution?.reading, 'none');
});

test('a model that got worse in one city and plan: the drop fails, the slice is found and named', async () => {
  const worse = binaryRows(6000, 13, ({ city, plan }) => (city === 'Lyon' && plan === 'free' ? 0.8 : 0));
  const { evaluation, report } = await evaluated(worse, binaryRows(6000, 14));
  assert.equal(evaluation.measures.find((m) => m.current.name === 'accuracy')?.verdict, 'fail');
  assert.ok(report.findings.some((f) => f.code === 'performance/drop' && f.values?.measure === 'accuracy'));
  const conditions = evaluation.slices?.worst[0]?.conditions
    .map((c) => `${c.column}=${c.group.kind === 'value' ? c.group.value : '?'}`)
    .sort();
  assert.deepEqual(conditions, ['city=Lyon', 'plan=free']);
  assert.deepEqual(evaluation.slices?.fallen[0]?.conditions.map((c) => c.column).sort(), ['city', 'plan']);
});

test('more rows where the model always was weak is a mix shift, not a change of the model', async () => {
  const hard = ({ p }: { p: number }): number => (p > 0.3 && p < 0.7 ? 0.4 : 0);
  const reference = binaryRows(8000, 15, hard);
  const pool = binaryRows(16000, 16, hard);
  const score = pool.y_pred_proba as readonly number[];
  // Uncertain rows are kept, three of four certain ones are not.
  const kept = [...score.keys()].filter((i) => (score[i]! > 0.3 && score[i]! < 0.7) || i % 4 === 0);
  const current = Object.fromEntries(Object.entries(pool).map(([name, values]) => [name, kept.map((i) => values[i]!)]));
  const { evaluation } = await evaluated(current, reference);
  assert.equal(evaluation.attribution?.reading, 'mix_shift');
  assert.ok(evaluation.attribution!.difference.low! > 0);
});

test('labels on a part of the rows: the others are counted and left out', async () => {
  const rows = binaryRows(1000, 17);
  const { evaluation } = await evaluated({ ...rows, churned: rows.churned!.map((y, i) => (i % 4 === 0 ? null : y)) }, null);
  assert.equal(evaluation.rows.current.labelled, 750);
  assert.deepEqual(codes(evaluation.notes), ['some_labels_missing current']);
  assert.equal(evaluation.measures.find((m) => m.current.name === 'accuracy')?.current.n, 750);
});

test('no labels: behaviour and, with a labelled reference, an estimate; no measure', async () => {
  const { churned: _, ...unlabelled } = binaryRows(1500, 18);
  const empty = { ...unlabelled, churned: Array.from({ length: 1500 }, () => null) };
  for (const [current, spec] of [
    [unlabelled, {}],
    [unlabelled, { target: 'churned' }],
    [empty, {}],
  ] as const) {
    const { evaluation } = await evaluated(current, binaryRows(3000, 19), spec, {
      kinds: 'churned' in current ? { churned: 'number' } : {},
    });
    assert.equal(evaluation.columns.target.column, 'churned');
    assert.deepEqual(evaluation.measures, []);
    assert.ok(evaluation.behaviour.rows.length > 3);
    assert.ok(evaluation.estimate?.rows.some((row) => row.whole.value !== null && row.whole.realised === null));
    assert.ok(codes(evaluation.notes).includes('no_labels current'));
  }
});

test('what measures cannot be computed says why; the others stand', async () => {
  const rows = binaryRows(400, 20);
  const outside = await evaluated({ ...rows, y_pred_proba: (rows.y_pred_proba as readonly number[]).map((p) => 4 * p - 1) }, null, {
    score: 'y_pred_proba',
  });
  assert.ok(codes(outside.evaluation.notes).includes('scores_outside_0_1 current'));
  const byName = new Map(outside.evaluation.measures.map((m) => [m.current.name, m.current]));
  assert.equal(byName.get('log_loss')?.reason, 'score_outside_0_1');
  assert.ok(byName.get('roc_auc')?.value !== null);

  const one = await evaluated({ ...rows, churned: rows.churned!.map(() => 1) }, null, { target: 'churned' });
  assert.ok(codes(one.evaluation.notes).includes('one_class current'));
  const oneByName = new Map(one.evaluation.measures.map((m) => [m.current.name, m.current]));
  assert.equal(oneByName.get('roc_auc')?.reason, 'no_negatives');
  assert.ok(oneByName.get('accuracy')?.value !== null);

  const constant = await evaluated({ ...rows, y_pred: rows.y_pred!.map(() => 0) }, null, { score: null });
  assert.ok(codes(constant.evaluation.notes).includes('constant_prediction current'));

  const strange = { ...rows, churned: rows.churned!.map((y) => (y === 1 ? 'gone' : 'here')) };
  await assert.rejects(evaluated(strange, null, { target: 'churned' }), /labels_differ/);
});

test('infinite errors are left out and counted; negative weights are not used', async () => {
  const truth = Array.from({ length: 200 }, (_, i) => i);
  const prediction = truth.map((y) => (y === 7 ? Number.POSITIVE_INFINITY : y + 1));
  const { evaluation } = await evaluated(
    { target: truth, prediction, w: truth.map((_, i) => (i === 0 ? -1 : 1)) },
    null,
    {},
    { spec: { columns: { roles: { w: 'weight' } } } },
  );
  assert.deepEqual(codes(evaluation.notes), ['infinite_values current', 'negative_weights current']);
  assert.equal(evaluation.measures.find((m) => m.current.name === 'mae')?.current.value, 1);
});

test('ten thousand classes: averages stand, the matrix shows the largest and all others in one', async () => {
  const n = 20_000;
  const labels = Array.from({ length: n }, (_, i) => `c${i % 10_000}`);
  const { evaluation } = await evaluated({ y: labels, y_pred: labels.map((l, i) => (i % 10 === 0 ? 'c1' : l)) }, null, {
    task: 'multiclass',
    target: 'y',
    prediction: 'y_pred',
  });
  assert.equal(evaluation.classCount, 10_000);
  assert.equal(evaluation.confusion?.current.labels.length, 21);
  assert.equal(evaluation.confusion?.current.others, 9_980);
  assert.ok(evaluation.measures.find((m) => m.current.name === 'f1_macro')?.current.value !== null);
  assert.ok(codes(evaluation.notes).includes('many_classes'));
});

test('limits: a floor that is broken fails, one within the interval cannot tell, an unknown measure is refused', async () => {
  const rows = binaryRows(800, 21);
  const { evaluation, report } = await evaluated(rows, null, { limits: { accuracy: { min: 0.99 } } });
  const accuracy = evaluation.measures.find((m) => m.current.name === 'accuracy')!;
  assert.equal(accuracy.floor?.verdict, 'fail');
  assert.ok(report.findings.some((f) => f.code === 'performance/limit' && f.limit === 0.99));
  const near = await evaluated(rows, null, { limits: { accuracy: { min: accuracy.current.value! - 0.001 } } });
  assert.equal(near.evaluation.measures.find((m) => m.current.name === 'accuracy')?.floor?.verdict, 'cannot_tell');
  await assert.rejects(evaluated(rows, null, { limits: { acuracy: { min: 0.5 } } }), /unknown_measure/);
});
