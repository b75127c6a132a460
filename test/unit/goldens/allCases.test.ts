import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import { kindsOfWork } from '../../goldens/kindOfWork.ts';
import type { CaseResult } from '../../goldens/results.ts';
import { runFolder } from '../../goldens/runFolder.ts';
import { runPeers } from '../../goldens/runPeers.ts';
import { repo } from '../../harness/repo.mjs';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'driftbook-goldens-'));
});
after(() => rm(folder, { recursive: true, force: true }));

async function goldens(method: string, cases: readonly object[]): Promise<CaseResult[]> {
  const at = join(folder, method);
  await mkdir(at, { recursive: true });
  await writeFile(join(at, `${method}.json`), JSON.stringify({ method, cases }));
  return runFolder(at);
}

const outcomes = (results: readonly CaseResult[]): string[] =>
  results.map(({ name, outcome, remarks }) => [name, outcome, ...remarks].join(': '));

test('an area under the curve of one class: where the reference refuses there must be no value', async () => {
  // sklearn 1.2.1 roc_auc_score raises "Only one class present in y_true. ROC AUC score is not defined in that case."
  const error = 'ValueError: Only one class present in y_true';
  const oneClass = { input: { y_true: [1, 1, 1], y_score: [0.2, 0.5, 0.9] } };
  assert.deepEqual(
    outcomes(
      await goldens('roc_auc', [
        { name: 'error', ...oneClass, expected: { error } },
        { name: 'in words', ...oneClass, expected: { error, recommended: 'undefined, never 0.5' } },
        { name: 'recommended', ...oneClass, expected: { error, recommended: { status: 'undefined', auc: null } } },
        { name: 'two classes', input: { y_true: [0, 1, 1], y_score: [0.2, 0.5, 0.9] }, expected: { error } },
      ]),
    ),
    [
      'error: passed',
      'in words: passed',
      'recommended: passed',
      ['two classes: failed', ...['auc', 'gini', 'ks'].map((field) => `${field}: a value where the reference refuses`)].join(': '),
    ],
  );
});

test('Wasserstein of two constants alike is 0 on every scale, of different ones without a scale', async () => {
  const constant = (value: number) => [value, value, value, value];
  assert.deepEqual(
    outcomes(
      await goldens('wasserstein_1', [
        {
          name: 'alike',
          input: { ref: constant(3), cur: constant(3) },
          expected: { w1: 0, evidently_norm: 0, ref_iqr: 0, robust_norm: 0 },
        },
        { name: 'different', input: { ref: constant(3), cur: constant(4) }, expected: { w1: 1, ref_iqr: 0, robust_norm: 'Infinity' } },
      ]),
    ),
    ['alike: passed', 'different: passed'],
  );
});

test('a ranking without any feedback is 0, with users left out and with them counted', async () => {
  const zero = { precision: 0, recall: 0, hit_rate: 0, map: 0, mrr: 0, ndcg: 0 };
  const input = { user: ['a', 'a', 'b'], prediction: [1, 2, 1], target: [0, 0, 0], type: 'rank' };
  assert.deepEqual(outcomes(await goldens('ranking', [{ name: 'zero', input, expected: { k1: zero, k1_incl: zero } }])), ['zero: passed']);
});

/** A data set of 40 rows in two files, with the predictions that `columns` gives as SQL of i. */
async function dataset(name: string, columns: string): Promise<string> {
  const at = join(folder, 'peers/data');
  await mkdir(at, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const part of ['reference', 'monitoring'])
    await connection.run(`COPY (SELECT i AS timestamp, ${columns} FROM range(40) t(i)) TO '${join(at, `${part}_${name}.parquet`)}'`);
  connection.closeSync();
  instance.closeSync();
  return `peer_data/*_${name}.parquet`;
}

test("peers' cases on data sets: regression and more classes, read from data/ beside the cases; what is not there is skipped by name", async () => {
  // The error is i mod 4: its mean over 20 rows is 1.5, its mean square 3.5.
  const prices = await dataset('prices', '(100 + i)::DOUBLE AS y_true, (100 + i + i % 4)::DOUBLE AS y_pred');
  const classes = await dataset(
    'classes',
    `['a','b','c'][i % 3 + 1] AS y_true, ['a','b'][i % 2 + 1] AS y_pred, 0.5 AS y_pred_proba_a, 0.3 AS y_pred_proba_b, 0.2 AS y_pred_proba_c`,
  );
  const agreeing = (from: number): number => Array.from({ length: 20 }, (_, i) => from + i).filter((i) => i % 3 === i % 2).length / 20;
  const file = join(folder, 'peers/peer_cases.json');
  const peer = (id: string, method: string, dataset: string, expected: unknown) => ({
    id,
    method,
    input: { dataset, chunk: 20 },
    params: {},
    expected,
    tolerance: { abs: 1e-9 },
  });
  await writeFile(
    file,
    JSON.stringify({
      cases: [
        peer('mae', 'realised mae per chunk', prices, [1.5, 1.5]),
        peer('mse', 'realised regression mse per reference chunk', prices, [3.5, 3.5]),
        // Deviation of 0, 1, 2, 3 is sqrt(1.25); over 20 rows / sqrt(20).
        peer('error', 'sampling error mae chunk 20', prices, { value: Math.sqrt(1.25 / 20) }),
        peer('dle', 'dle mae per chunk', prices, [0, 0]),
        peer('classes', 'realised multiclass accuracy per chunk', classes, [agreeing(0), agreeing(20)]),
        peer('gone', 'realised mae per chunk', 'peer_data/*_elsewhere.parquet', [0]),
        peer('unknown', 'adwin', prices, [0]),
        peer('wrong', 'realised mae per chunk', prices, [1.5, 1.6]),
      ],
    }),
  );
  assert.deepEqual(outcomes(await runPeers(file)), [
    'mae: passed',
    'mse: passed',
    'error: passed',
    "dle: skipped: the peer's model of the error is another library's trees: its estimates are its own",
    'classes: passed',
    'gone: skipped: needs data/reference_elsewhere.parquet',
    'unknown: skipped: not built yet: stream detectors',
    'wrong: failed: [1]: got 1.5, expected 1.6',
  ]);
});

test('the README lists what is skipped by the kind of work that will build it', () => {
  const readme = readFileSync(join(repo, 'README.md'), 'utf8');
  for (const kind of kindsOfWork) assert.ok(readme.includes(`| ${kind} |`), kind);
});
