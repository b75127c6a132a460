import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TargetPick } from '../../../src/core/report/evaluationColumns.ts';
import type { ColumnInspection } from '../../../src/core/roles/inspectColumns.ts';
import { candidatesOf, choosePart, withoutColumns } from '../../../src/host/questions/askedParts.ts';
import { predictionsFirst } from '../../../src/host/questions/likelyPartners.ts';

const pick = (column: string | null, ...alternatives: string[]): TargetPick => ({
  column,
  evidence: [],
  alternatives,
  ranked: [],
  open: false,
});
const inspection: ColumnInspection = {
  columns: {
    task: 'binary',
    taskGiven: false,
    target: pick('churned', 'plan'),
    prediction: pick('y_pred'),
    score: pick('p_churn', 'share'),
    scores: [],
    positive: 'yes',
    user: pick(null),
    item: pick(null),
  },
  candidates: [
    { name: 'when', kind: 'timestamp', side: 'current' },
    { name: 'plan', kind: 'text', side: 'current' },
    { name: 'share', kind: 'number', side: 'current' },
    { name: 'y_pred', kind: 'text', side: 'current' },
    { name: 'p_churn', kind: 'number', side: 'current' },
    { name: 'nested', kind: 'nested', side: 'current' },
    { name: 'churned', kind: 'text', side: 'reference' },
  ],
  labels: ['no', 'yes'],
};

test('columns offered for a part: the one taken, its alternatives, the rest; labels may stand in reference alone', () => {
  assert.deepEqual(candidatesOf(inspection, 'target'), ['churned', 'plan', 'share', 'p_churn']);
  assert.deepEqual(candidatesOf(inspection, 'prediction'), ['y_pred', 'plan', 'share', 'p_churn']);
  assert.deepEqual(candidatesOf(inspection, 'score'), ['p_churn', 'share']);
  assert.deepEqual(candidatesOf({ ...inspection, columns: null }, 'score'), ['share', 'p_churn']);
});

test('a choice is kept, cleared, or found again; another task lets go of what belongs to the one before', () => {
  const chosen = choosePart(choosePart({}, 'target', 'plan'), 'score', null);
  assert.deepEqual(chosen, { target: 'plan', score: null });
  assert.deepEqual(choosePart(chosen, 'target', undefined), { score: null });
  assert.deepEqual(choosePart({ ...chosen, positive: 'yes', threshold: 0.4 }, 'task', 'regression'), {
    target: 'plan',
    task: 'regression',
  });
  assert.deepEqual(choosePart({ task: 'binary' }, 'task', undefined), {});
});

test('choices without names of columns', () => {
  assert.deepEqual(
    withoutColumns({ target: 'a', score: null, segments: ['b'], task: 'binary', threshold: 0.3, limits: { f1: { min: 0 } } }),
    {
      task: 'binary',
      threshold: 0.3,
      limits: { f1: { min: 0 } },
    },
  );
});

test('files of predictions are offered first, a reference after current data', () => {
  assert.deepEqual(
    predictionsFirst(['/a.csv', '/train_predictions.csv', '/prod.csv', '/predictions.csv', '/prod-scores.csv', '/train.csv']),
    ['/prod-scores.csv', '/predictions.csv', '/train_predictions.csv', '/prod.csv', '/a.csv', '/train.csv'],
  );
});
