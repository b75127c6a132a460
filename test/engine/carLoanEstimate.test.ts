import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { binaryEstimates } from '../../src/core/sections/estimate/compute/binaryEstimates.ts';
import { type BinaryModel, estimateBinary, fitBinaryModel } from '../../src/core/sections/estimate/compute/binaryModel.ts';
import { errorOver } from '../../src/core/sections/estimate/compute/confusionSamplingErrors.ts';
import { ledgerRow, summariseLedger } from '../../src/core/sections/estimate/compute/ledger.ts';
import { type BinaryMeasure, binaryMeasures } from '../../src/core/sections/estimate/compute/measures.ts';
import { stdThreshold } from '../../src/core/sections/estimate/compute/stdThreshold.ts';
import { summarySamplingErrors } from '../oracles/summarySamplingErrors.ts';

/**
 * Estimates on the car loan data against the numbers of NannyML's documentation (chunks of 5,000 rows): notebooks "Tutorial - Estimating
 * Standard Performance Metrics - Binary Classification" (4c86ee350dc5) and "Tutorial - Calculating Standard Metrics - Binary
 * Classification" (11ef5c86ca89).
 */
const repository = fileURLToPath(new URL('../..', import.meta.url));
const shared = join(repository, '..', 'shared', 'data');
const needs = {
  skip: existsSync(join(shared, 'reference_synthetic_car_loan.parquet')) ? false : 'needs ../shared/data/*_synthetic_car_loan.parquet',
};

interface Loans {
  readonly scores: Float64Array;
  readonly predicted: Float64Array;
  readonly labels: Float64Array;
  readonly carValue: Float64Array;
}

async function read(path: string): Promise<Loans> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const columns = ['y_pred_proba', 'y_pred', 'repaid', 'car_value'].map((name) => `"${name}"::DOUBLE`);
  const result = await connection.runAndReadAll(`SELECT ${columns.join(', ')} FROM '${path}' ORDER BY timestamp`);
  const [scores, predicted, labels, carValue] = result
    .getColumns()
    .map((c) => Float64Array.from(c, (v) => (v === null ? Number.NaN : Number(v))));
  connection.closeSync();
  instance.closeSync();
  return { scores: scores!, predicted: predicted!, labels: labels!, carValue: carValue! };
}

function chunksOf({ scores, predicted, labels }: Loans, size: number): Loans[] {
  return Array.from({ length: scores.length / size }, (_, i) => {
    const part = (column: Float64Array) => column.subarray(i * size, (i + 1) * size);
    return { scores: part(scores), predicted: part(predicted), labels: part(labels), carValue: new Float64Array(0) };
  });
}

const fitted = (loans: Loans): BinaryModel => {
  const model = fitBinaryModel(loans, loans.labels);
  if (typeof model === 'string') throw new Error(model);
  return model;
};

const realised = (chunk: Loans) => binaryEstimates(chunk.scores, chunk.labels, chunk.predicted);

function near(actual: readonly (number | null)[], expected: readonly number[], tolerance: number): void {
  for (const [i, e] of expected.entries()) assert.ok(Math.abs(actual[i]! - e) <= tolerance, `entry ${i}: got ${actual[i]}, NannyML ${e}`);
}

test('car loan: estimates, realised values, limits and sampling errors are those of NannyML', needs, async () => {
  const reference = await read(join(shared, 'reference_synthetic_car_loan.parquet'));
  const monitoring = chunksOf(await read(join(shared, 'monitoring_synthetic_car_loan.parquet')), 5000);
  const model = fitted(reference);
  assert.equal(model.need.needed, true, 'NannyML calibrates here too');
  const estimates = monitoring.map((chunk) => estimateBinary(model, chunk));
  const of = (measure: BinaryMeasure) => estimates.map((e) => e[measure].value);

  // Six printed digits: 6e−7. Ties are grouped here and not there; the scores have two decimals, and yet no digit differs.
  near(of('roc_auc'), [0.970744, 0.971011, 0.971407, 0.971091, 0.971123, 0.96109, 0.961825, 0.961073, 0.962533, 0.961316], 6e-7);
  near(of('f1'), [0.94303, 0.941324, 0.943574, 0.943159, 0.944204, 0.911753, 0.911766, 0.911661, 0.913763, 0.914751], 6e-7);

  const truth = monitoring.map(realised);
  near(
    truth.map((t) => t.roc_auc),
    [0.970962, 0.970248, 0.976282, 0.967721, 0.969886, 0.96005, 0.95853, 0.959041],
    6e-7,
  );
  near(
    truth.map((t) => t.average_precision),
    [0.963617, 0.960533, 0.966286, 0.960979, 0.962524, 0.952855, 0.953275, 0.951779],
    6e-7,
  );
  near(
    truth.map((t) => t.accuracy),
    [0.9422, 0.9422, 0.9502, 0.9436, 0.941, 0.9146, 0.9156, 0.9144],
    1e-12,
  );

  const before = chunksOf(reference, 5000).map(realised);
  const f1 = stdThreshold(before.map((t) => t.f1!));
  near([f1.lower, f1.upper], [0.93466, 0.95085], 6e-6);
  const accuracy = stdThreshold(before.map((t) => t.accuracy!));
  near([accuracy.lower, accuracy.upper], [0.935859, 0.951421], 6e-7);

  const error = (measure: BinaryMeasure) => errorOver(5000, measure, model.errors[measure]);
  near([error('f1'), error('accuracy')], [0.00644, 0.003261], 6e-6);
  // There equal scores stand in the order of an unstable sort, here they count one half.
  near([error('roc_auc')], [0.001811], 6e-6);
  // Fifty random resamples on either side: the deviation of a deviation is a tenth.
  near([error('average_precision')], [0.004354], 0.0015);
  near([summarySamplingErrors(reference.carValue, 5000).std], [271.991747], 1e-5);

  // The last five chunks drifted, and the estimate said so without a label: below the limit, like the truth.
  assert.deepEqual(
    of('accuracy').map((value) => value! < accuracy.lower!),
    truth.map((t) => t.accuracy! < accuracy.lower!),
  );
  assert.deepEqual(
    of('accuracy').map((value) => value! < accuracy.lower!),
    [false, false, false, false, false, true, true, true, true, true],
  );
});

test('car loan: realised values lie in the bands, but for those that the concept moved', needs, async () => {
  const model = fitted(await read(join(shared, 'reference_synthetic_car_loan.parquet')));
  const monitoring = chunksOf(await read(join(shared, 'monitoring_synthetic_car_loan.parquet')), 5000);
  const estimates = monitoring.map((chunk) => estimateBinary(model, chunk));
  const truth = monitoring.map(realised);
  const outside = binaryMeasures.map((measure) => {
    const rows = estimates.map((e, i) => ledgerRow(String(i), measure, e[measure], truth[i]![measure]));
    assert.equal(summariseLedger(rows).graded, 10);
    return [measure, rows.filter((row) => !row.inside).map((row) => row.chunk)] as const;
  });
  // From April 2019 on (chunks 5 to 9) fewer loans are repaid than before at the same score, among those predicted repaid as among the
  // others: concept drift, which no estimate without labels can see. It lowers precision, raises recall, and cancels in the rest.
  assert.deepEqual(Object.fromEntries(outside.filter(([, chunks]) => chunks.length > 0)), {
    precision: ['5', '9'],
    recall: ['5', '8'],
    specificity: ['5', '9'],
    false_positives: ['5', '9'],
    false_negatives: ['5', '8'],
  });
  for (const [i, e] of estimates.entries()) {
    if (i >= 5) assert.ok(e.true_positives.value! > truth[i]!.true_positives! && e.false_negatives.value! > truth[i]!.false_negatives!);
  }
});

test('the bundled sample, a fifth of the rows: the drop is estimated, and scores never seen are refused', async () => {
  const model = fitted(await read(join(repository, 'media/sample/reference.parquet')));
  const chunks = chunksOf(await read(join(repository, 'media/sample/current.csv')), 1000);
  const rows = chunks.map((chunk, i) => ledgerRow(String(i), 'accuracy', estimateBinary(model, chunk).accuracy, realised(chunk).accuracy));
  const { graded, inside, meanAbsoluteError } = summariseLedger(rows);
  assert.deepEqual([graded, inside], [10, 10]);
  assert.ok(meanAbsoluteError! < 0.01, `mean absolute error ${meanAbsoluteError}`);
  const mean = (part: typeof rows) => part.reduce((sum, row) => sum + row.estimate! / part.length, 0);
  // Realised: 0.9454 in the first 5,000 rows, 0.9176 in the rest (counts of the file).
  assert.ok(mean(rows.slice(0, 5)) - mean(rows.slice(5)) > 0.02);

  const logits = chunks[0]!.scores.map((p) => 2 + p);
  assert.equal(estimateBinary(model, { ...chunks[0]!, scores: logits }).roc_auc.refused, 'outside_support');
});
