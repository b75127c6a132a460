import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { WorkerClient } from '../../src/app/workerClient.ts';
import { evaluationOf } from '../../src/core/report/evaluationOf.ts';
import { isEvaluation } from '../../src/core/report/sectionOf.ts';
import type { ComparisonSpec, EvaluateSpec } from '../../src/core/spec/spec.ts';
import { churnSample } from '../tools/churnSample.mjs';

/** What columns an evaluation would take, asked of the worker before it runs. The sample of predictions says what is true: see its script. */
const workerPath = fileURLToPath(new URL('../../dist/worker.cjs', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'driftbook-inspect-'));
const client = new WorkerClient(workerPath);
const engine = { memoryLimitMb: 256, threads: 2, tempDirectory: join(folder, 'temp') };

before(async () => {
  assert.ok(existsSync(workerPath), 'the worker is built: npm run build');
  const files = churnSample();
  await writeFile(join(folder, 'reference.csv'), files['churn-reference.csv']);
  await writeFile(join(folder, 'current.csv'), files['churn-current.csv']);
  // The labels are the last column: this month's are not in yet.
  await writeFile(join(folder, 'unlabelled.csv'), files['churn-current.csv'].replace(/,[^,\n]*$/gm, ''));
  await writeFile(join(folder, 'words.csv'), `a,b\n${Array.from({ length: 300 }, (_, i) => `word${i},text${i}`).join('\n')}\n`);
});
after(async () => {
  await client.dispose();
  await rm(folder, { recursive: true, force: true });
});

const spec = (current: string, evaluate: EvaluateSpec = {}, reference: string | null = null): ComparisonSpec => ({
  reference: reference === null ? null : { path: join(folder, reference) },
  current: { path: join(folder, current) },
  evaluate,
});
const opening = (files: Set<string | null>) => {
  return ({ stage, item }: { stage: string; item: string | null }): void => {
    if (stage === 'opening') files.add(item);
  };
};

test('what is found in predictions by themselves; the evaluation after it opens nothing again', async () => {
  const asked = spec('current.csv');
  const first = new Set<string | null>();
  const { columns, labels, candidates } = await client.inspect({ spec: asked, engine }, { onProgress: opening(first) });
  assert.equal(first.size, 1);
  assert.equal(columns?.task, 'binary');
  assert.equal(columns.target.column, 'churned');
  assert.equal(columns.prediction.column, 'y_pred');
  assert.equal(columns.score.column, 'p_churn');
  assert.equal(columns.positive, 'yes');
  assert.deepEqual(labels, ['no', 'yes']);
  assert.deepEqual(
    candidates.map(({ name, side }) => `${name} ${side}`),
    'customer_id seen_at country plan tenure_months monthly_fee support_calls p_churn y_pred churned'
      .split(' ')
      .map((name) => `${name} current`),
  );
  const again = new Set<string | null>();
  const report = await client.compare({ spec: asked, engine, version: '0.0.0' }, { onProgress: opening(again) });
  assert.equal(again.size, 0, 'the file is still open');
  assert.ok(isEvaluation(report));
  assert.equal(report.datasets.reference, null);
  assert.deepEqual(evaluationOf(report)?.columns, columns, 'what was shown is what is evaluated');
});

test('what is chosen stands; the positive class is offered from the labels of the target', async () => {
  const { columns, labels } = await client.inspect({
    spec: spec('current.csv', { target: 'plan', score: null, task: 'multiclass' }),
    engine,
  });
  assert.equal(columns?.target.column, 'plan');
  assert.deepEqual(columns.target.evidence, [{ code: 'given', value: null }]);
  assert.equal(columns.task, 'multiclass');
  assert.deepEqual(labels, ['basic', 'no', 'plus', 'premium', 'yes']);
});

test('labels that are not in yet are found in reference', async () => {
  const { columns, candidates } = await client.inspect({ spec: spec('unlabelled.csv', {}, 'reference.csv'), engine });
  assert.equal(columns?.target.column, 'churned');
  assert.deepEqual(candidates.at(-1), { name: 'churned', kind: 'text', side: 'reference' });
});

test('no column looks like a prediction: none is taken, all are offered', async () => {
  const { columns, candidates } = await client.inspect({ spec: spec('words.csv'), engine });
  assert.equal(columns, null);
  assert.deepEqual(
    candidates.map(({ name }) => name),
    ['a', 'b'],
  );
});

test('a name that no file has is told', async () => {
  await assert.rejects(client.inspect({ spec: spec('current.csv', { target: 'gone' }), engine }), {
    code: 'unknown_column',
    details: { column: 'gone', file: join(folder, 'current.csv'), side: 'current' },
  });
});

test('it can be cancelled, and the next request is answered', async () => {
  const controller = new AbortController();
  const onProgress = (): void => controller.abort();
  await assert.rejects(client.inspect({ spec: spec('unlabelled.csv'), engine }, { signal: controller.signal, onProgress }), {
    name: 'AbortError',
  });
  const { columns } = await client.inspect({ spec: spec('unlabelled.csv'), engine });
  assert.equal(columns?.target.column, null);
});
