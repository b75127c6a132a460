import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '../../../src/core/pipeline/analyse.ts';
import { ColumnBudget } from '../../../src/core/read/columnBudget.ts';
import { evaluationOf } from '../../../src/core/report/evaluationOf.ts';
import { mulberry32 } from '../../../src/core/stats/samples/mulberry32.ts';
import { MemoryTable, type MemoryValue } from '../memoryTable.ts';

const classes = 200;
const rows = 12_000;

/** Predictions of a model of many classes: a score for each, a few columns for slices. */
function manyClasses(seed: number): MemoryTable {
  const random = mulberry32(seed);
  const truth = Array.from({ length: rows }, () => Math.floor(classes * random()));
  const columns: Record<string, readonly MemoryValue[]> = {
    y: truth.map((c) => `k${c}`),
    y_pred: truth.map((c) => `k${random() < 0.7 ? c : Math.floor(classes * random())}`),
  };
  for (let c = 0; c < classes; c++) columns[`proba_k${c}`] = truth.map((t) => (t === c ? 0.204 : 0.004));
  for (let f = 0; f < 4; f++) columns[`f${f}`] = truth.map(() => Math.round(100 * random()));
  return new MemoryTable(`${seed}.csv`, columns);
}

test('the columns that an evaluation of many classes holds stay within the budget it is given', async (t) => {
  const budget = new ColumnBudget(16e6);
  const report = await analyse(
    {
      reference: { path: 'r' },
      current: { path: 'c' },
      columns: { include: ['f0'] },
      evaluate: {
        task: 'multiclass',
        target: 'y',
        prediction: 'y_pred',
        scores: Object.fromEntries(Array.from({ length: classes }, (_, c) => [`k${c}`, `proba_k${c}`])),
      },
    },
    { reference: manyClasses(1), current: manyClasses(2) },
    {
      signal: new AbortController().signal,
      progress: () => {},
      notes: [],
      version: '0.0.0',
      now: () => 0,
      budgetBytes: budget.bytes,
      budget,
    },
  );
  const sampled = evaluationOf(report)!.notes.find(({ code }) => code === 'rows_sampled');
  t.diagnostic(`${(budget.most / 1e6).toFixed(1)} MB of ${(budget.alone / 1e6).toFixed(1)}; ${sampled?.values.current} rows`);
  // All rows, fewer than the 50,000 that are usually read whatever the budget, would take 39 MB.
  assert.equal(sampled?.values.current, rows / 2);
  assert.ok(budget.most <= budget.alone, `${budget.most} bytes held`);
  assert.ok(budget.most > budget.bytes / 2, 'what is held is counted');
});
