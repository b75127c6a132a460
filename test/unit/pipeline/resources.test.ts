import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnsOf } from '../../../src/core/report/sectionOf.ts';
import { resourceColumns } from '../../../src/core/roles/resourceColumns.ts';
import { binaryRows, type Columns, evaluated } from './tables.ts';

const near = (actual: number | null | undefined, expected: number, tolerance = 1e-9) =>
  assert.ok(actual != null && Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);
const withLatency = (rows: Columns, of: (i: number) => number): Columns => ({
  ...rows,
  latency_ms: rows.city!.map((_, i) => of(i)),
});
const before = withLatency(binaryRows(200, 1), (i) => 10 + ((i * 37) % 101) / 10);
const after = withLatency(binaryRows(200, 2), (i) => 12 + ((i * 53) % 103) / 8);

test('mean, median and 95 % quantile of each side with interval and change, not judged without a limit', async () => {
  const { evaluation, report } = await evaluated(after, before);
  const [latency, ...more] = evaluation.resources;
  assert.equal(more.length, 0);
  assert.deepEqual([latency!.column, latency!.evidence, latency!.n], ['latency_ms', 'name', { reference: 200, current: 200 }]);
  const [mean, median, p95] = latency!.figures;
  // Origin: scipy 1.17.1 t.ppf, ttest_ind(equal_var=False).confidence_interval, numpy 2.4.6 median and quantile.
  near(mean!.reference!.value, 15.0045);
  near(mean!.current.value, 18.29625);
  near(mean!.current.low, 17.77850138398167);
  near(mean!.current.high, 18.81399861601833);
  near(mean!.difference!.low, 2.634023190840885);
  near(mean!.difference!.high, 3.949476809159116);
  near(median!.current.value, 18.375);
  near(p95!.reference!.value, 19.505);
  near(p95!.current.value, 24.00625);
  assert.ok(p95!.current.low! < 24 && p95!.current.high! > 24.1 && p95!.difference!.low! > 0);
  assert.ok(latency!.figures.every(({ floor }) => floor === null));
  const column = columnsOf(report).find(({ name }) => name === 'latency_ms');
  assert.deepEqual([column!.verdict, column!.reason], ['not_tested', 'resource']);
  assert.ok(!evaluation.slices?.columns.includes('latency_ms'));
  assert.ok(!report.findings.some(({ column }) => column === 'latency_ms'));
});

test('a limit is judged and its breach is a finding; a limit alone makes a column a resource', async () => {
  const { evaluation, report } = await evaluated({ ...after, cost: after.latency_ms! }, null, {
    limits: { 'p95(latency_ms)': { max: 20 }, 'mean(cost)': { max: 18.5 }, 'median(cost)': { max: 30 } },
  });
  const verdicts = evaluation.resources.flatMap(({ column, figures }) =>
    figures.flatMap(({ of, floor }) => (floor === null ? [] : [[of, column, floor.verdict]])),
  );
  assert.deepEqual(verdicts, [
    ['p95', 'latency_ms', 'fail'],
    ['mean', 'cost', 'cannot_tell'],
    ['median', 'cost', 'pass'],
  ]);
  const [finding] = report.findings.filter(({ column }) => column === 'latency_ms');
  assert.deepEqual([finding?.code, finding?.limit, finding?.values], ['performance/limit', 20, { measure: 'p95(latency_ms)' }]);
  await assert.rejects(evaluated(after, null, { limits: { 'mean(nowhere)': { max: 1 } } }), { code: 'unknown_column' });
});

test('names that say what is spent and its unit', () => {
  const profile = (name: string) => ({ name, kind: 'number' }) as Parameters<typeof resourceColumns>[1][number];
  const names = [
    'training_seconds',
    'latencyMs',
    'peak_memory_mb',
    'inference_time_ms',
    'gpu_memory_gb',
    'age',
    'seconds',
    'duration_s',
    'memory',
  ];
  const spec = { reference: null, current: { path: 'a.csv' } };
  const found = (evaluate: object) => resourceColumns({ ...spec, evaluate }, names.map(profile), new Set()).map(({ column }) => column);
  assert.deepEqual(found({}), ['training_seconds', 'latencyMs', 'peak_memory_mb', 'inference_time_ms', 'gpu_memory_gb']);
  assert.deepEqual(found({ resources: [] }), []);
  assert.deepEqual(found({ resources: ['age'] }), ['age']);
});
