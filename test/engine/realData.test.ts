import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { analyse } from '../../src/core/pipeline/analyse.ts';
import type { Report } from '../../src/core/report/report.ts';
import { columnsOf, driftOf, notesOf } from '../../src/core/report/sectionOf.ts';
import type { ColumnReport } from '../../src/core/sections/drift/result.ts';
import type { ComparisonSpec } from '../../src/core/spec/spec.ts';
import { openComparison } from '../../src/engine/openComparison.ts';

/**
 * Real and public data: the verdicts that must be true of them, each with its reason.
 * The sample (every fifth row of car loan) is in the repository, flights come with vega-datasets; the rest is read from ../shared/data.
 */
const repository = fileURLToPath(new URL('../..', import.meta.url));
const shared = join(repository, '..', 'shared', 'data');
const flightsFile = join(repository, 'node_modules', 'vega-datasets', 'data', 'flights-3m.parquet');
const folder = await mkdtemp(join(tmpdir(), 'driftbook-real-'));
after(() => rm(folder, { recursive: true, force: true }));

const needs = (name: string): { skip: string | false } => ({
  skip: existsSync(join(shared, name)) ? false : `needs ../shared/data/${name}`,
});

/** Writes the result of a query over trusted test files as a Parquet file of the temporary folder. */
async function part(name: string, sql: string): Promise<string> {
  const file = join(folder, name);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`COPY (${sql}) TO '${file}' (FORMAT parquet)`);
  connection.closeSync();
  return file;
}

async function compare(reference: string, current: string, spec: Partial<ComparisonSpec> = {}): Promise<Report> {
  const whole: ComparisonSpec = { reference: { path: reference }, current: { path: current }, ...spec };
  const { signal } = new AbortController();
  const tables = await openComparison(whole, { memoryLimitMb: 1024, threads: 2, tempDirectory: join(folder, 'temp') }, signal, () => {});
  try {
    return await analyse(whole, tables, {
      signal,
      progress: () => {},
      notes: tables.notes,
      version: '0.0.0',
      now: Date.now,
      budgetBytes: 256e6,
    });
  } finally {
    await tables.close();
  }
}

const column = (report: Report, name: string): ColumnReport => columnsOf(report).find((c) => c.name === name)!;
const withVerdict = (report: Report, verdict: ColumnReport['verdict']): string[] =>
  columnsOf(report)
    .filter((c) => c.verdict === verdict)
    .map((c) => c.name);
const sinceName = (report: Report, name: string): string | undefined => report.time?.chunks[column(report, name).since ?? -1]?.name;

/** The documentation of the car loan data shows drift in these columns from the fourth month of 2019 on, and in no other. */
const drifted = ['car_value', 'salary_range', 'loan_length', 'repaid_loan_on_prev_car', 'y_pred_proba'];

test('car loan: the five columns that drift, all since April 2019', needs('monitoring_synthetic_car_loan.parquet'), async () => {
  const report = await compare(join(shared, 'reference_synthetic_car_loan.parquet'), join(shared, 'monitoring_synthetic_car_loan.parquet'));
  assert.equal(report.time?.unit, 'month');
  assert.equal(report.time?.column, 'timestamp', 'timestamps stored as text are recognised');
  assert.deepEqual(withVerdict(report, 'alert'), drifted);
  for (const name of drifted) assert.equal(sinceName(report, name), '2019-04', name);
  // A third of the months leave the high salaries: 4.7 % of rows over the whole, under the limit; 9 % in the months concerned.
  assert.equal(column(report, 'salary_range').cause, 'chunk');
  assert.equal(column(report, 'salary_range').whole.verdict, 'ok');
  // Median car value over all of monitoring against reference: 21,900 → 33,700 (numpy 1.24 median of the two columns, rounded).
  const { movement } = column(report, 'car_value');
  assert.deepEqual([movement.kind, Math.round(movement.from! / 100), Math.round(movement.to! / 100)], ['higher', 219, 337]);
  // Labels and predicted classes keep their balance: the model still answers, it answers other people.
  assert.deepEqual(withVerdict(report, 'ok'), ['debt_to_income_ratio', 'size_of_downpayment', 'driver_tenure', 'repaid', 'y_pred']);
});

test('the bundled sample tells the same story at a fifth of the rows', async () => {
  const report = await compare(join(repository, 'media/sample/reference.parquet'), join(repository, 'media/sample/current.csv'));
  assert.deepEqual(withVerdict(report, 'alert'), drifted);
  for (const name of drifted) assert.equal(sinceName(report, name), '2019-04', name);
  assert.equal(column(report, 'id').reason, 'identifier');
});

test(
  'bike sharing, 2011 against 2012: season is not taken for drift, and the report says that one year cannot show more',
  needs('evidently_bike_sharing_dataset.zip'),
  async () => {
    const { unzipSync } = await import('../tools/unzip.mjs');
    const csv = unzipSync(join(shared, 'evidently_bike_sharing_dataset.zip'), 'hour.csv', folder);
    const year = (yr: number) => part(`bike-${yr}.parquet`, `SELECT * FROM read_csv('${csv}') WHERE yr = ${yr}`);
    const report = await compare(await year(0), await year(1));
    // `yr` is the year itself, the same on all of its days.
    assert.deepEqual(withVerdict(report, 'alert'), ['yr']);
    // Within 2011 rentals went from 38,000 in January to 143,000 in June: a year that holds each season once cannot tell that from growth (two thirds more in 2012).
    assert.ok(notesOf(report).some(({ code }) => code === 'reference_wanders'));
    for (const name of ['casual', 'registered', 'cnt', 'season', 'mnth', 'temp', 'atemp'])
      assert.equal(column(report, name).verdict, 'cannot_tell', name);
    assert.equal(column(report, 'cnt').movement.kind, 'higher');
    assert.equal(column(report, 'hr').verdict, 'ok');
    assert.equal(column(report, 'instant').reason, 'identifier');
    assert.equal(column(report, 'dteday').reason, 'timestamp');
  },
);

test('adults, no degree against some college and more: education is what was split by', needs('evidently_adults.parquet'), async () => {
  const adults = join(shared, 'evidently_adults.parquet');
  const side = (name: string, condition: string) => part(`adults-${name}.parquet`, `SELECT * FROM '${adults}' WHERE ${condition}`);
  const report = await compare(await side('low', '"education-num" <= 9'), await side('high', '"education-num" > 9'));
  assert.equal(report.time, null);
  assert.equal(column(report, 'education').whole.tvd, 1, 'no category in common');
  assert.equal(column(report, 'education').verdict, 'alert');
  // Income above 50K: 12.9 % without, 33.1 % with (counts of the file).
  const { movement } = column(report, 'class');
  assert.deepEqual([movement.category, Math.round(movement.from! * 1000), Math.round(movement.to! * 1000)], ['>50K', 129, 331]);
  // A sampling weight has nothing to do with education: certain (26,650 and 22,192 rows), but under the limit.
  assert.equal(column(report, 'fnlwgt').verdict, 'ok');
  assert.ok(column(report, 'fnlwgt').certain && column(report, 'fnlwgt').whole.p! < 0.001 && column(report, 'fnlwgt').effect! < 0.05);
});

test('adults against a random half of itself: nothing moved', needs('evidently_adults.parquet'), async () => {
  const adults = join(shared, 'evidently_adults.parquet');
  const half = (k: number) =>
    part(
      `half-${k}.parquet`,
      `SELECT * FROM '${adults}' WHERE hash(rowid_) % 2 = ${k}`.replace(
        `'${adults}'`,
        `(SELECT *, row_number() OVER () AS rowid_ FROM '${adults}')`,
      ),
    );
  const report = await compare(await half(0), await half(1), { columns: { ignore: ['rowid_'] } });
  assert.deepEqual(withVerdict(report, 'alert'), []);
  assert.deepEqual(withVerdict(report, 'watch'), []);
});

test('flights, February against March 2001', async () => {
  const month = (name: string, from: string, to: string) =>
    part(`flights-${name}.parquet`, `SELECT * FROM '${flightsFile}' WHERE date >= '${from}' AND date < '${to}'`);
  const report = await compare(await month('february', '2001-02-01', '2001-03-01'), await month('march', '2001-03-01', '2001-04-01'));
  assert.equal(report.time?.unit, 'day');
  assert.equal(driftOf(report).blocks?.by, 'day');
  // The same airlines fly the same routes, save on 5 March: snow in the north-east, 52 flights from LaGuardia against 308 on a usual day (counts of the file).
  assert.equal(column(report, 'distance').verdict, 'ok');
  for (const name of ['origin', 'destination']) {
    const { verdict, cause, whole, chunks } = column(report, name);
    assert.deepEqual([verdict, cause, whole.verdict], ['alert', 'chunk', 'ok'], name);
    assert.deepEqual(
      chunks.filter((chunk) => chunk.verdict === 'alert').map((chunk) => chunk.name),
      ['2001-03-05'],
      name,
    );
  }
});
