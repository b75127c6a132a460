import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Evaluation } from '../../../src/core/report/evaluationOf.ts';
import { binaryRows, type Columns, evaluated } from './tables.ts';

const note = ({ notes }: Evaluation) => notes.find(({ code }) => code === 'rows_sampled');
const measure = ({ measures }: Evaluation, name: string) => measures.find(({ current }) => current.name === name)!.current;

test('predictions that do not fit the budget are evaluated on rows drawn evenly, and the report says on how many', async () => {
  const rows = 100_000;
  const [now, before] = [binaryRows(rows, 1, ({ city }) => (city === 'Lyon' ? 0.3 : 0)), binaryRows(rows, 2)];
  const { evaluation: whole } = await evaluated(now, before);
  const { evaluation: sampled } = await evaluated(now, before, {}, { budgetBytes: 1e6 });
  assert.equal(note(whole), undefined);
  assert.deepEqual(note(sampled)?.values, {
    current: rows / 2,
    currentRows: rows,
    reference: rows / 2,
    referenceRows: rows,
    by: 'rows',
  });
  assert.deepEqual([whole.rows.current.labelled, sampled.rows.current.labelled], [rows, rows / 2]);
  for (const name of ['roc_auc', 'accuracy', 'log_loss', 'brier']) {
    const [all, some] = [measure(whole, name), measure(sampled, name)];
    assert.equal(some.n, rows / 2, name);
    assert.ok(all.value! >= some.interval!.low && all.value! <= some.interval!.high, `${name}: ${all.value} of all, ${some.value} of some`);
    // Half the rows: intervals are wider by √2.
    const width = ({ interval }: typeof all) => interval!.high - interval!.low;
    assert.ok(Math.abs(width(some) / width(all) - Math.SQRT2) < 0.1, name);
  }
  assert.deepEqual(sampled.slices?.worst[0]?.conditions, whole.slices?.worst[0]?.conditions);
  assert.deepEqual(
    sampled.measures.map(({ current, verdict }) => [current.name, verdict]),
    whole.measures.map(({ current, verdict }) => [current.name, verdict]),
  );
});

test('a ranking that does not fit the budget keeps the whole lists of the users that are drawn', async () => {
  const users = 34_000;
  const rows = Array.from({ length: 3 * users }, (_, i) => ({ user: Math.floor(i / 3), rank: (i % 3) + 1 }));
  const current: Columns = {
    user_id: rows.map(({ user }) => `u${user}`),
    item_id: rows.map((_, i) => `i${i % 500}`),
    rank: rows.map(({ rank }) => rank),
    relevance: rows.map(({ user, rank }) => (rank === 1 + (user % 3) ? 1 : 0)),
  };
  const { evaluation } = await evaluated(
    current,
    null,
    { task: 'ranking', user: 'user_id', item: 'item_id', score: 'rank', target: 'relevance', k: 3 },
    { budgetBytes: 1e6 },
  );
  const drawn = note(evaluation)!.values;
  assert.equal(drawn.by, 'users');
  assert.ok(Math.abs(Number(drawn.current) / rows.length - 0.5) < 0.02, String(drawn.current));
  const hits = measure(evaluation, 'hit_rate');
  // Each list holds its relevant item, which no half list would.
  assert.equal(hits.value, 1);
  assert.equal(hits.n, Number(drawn.current) / 3);
});
