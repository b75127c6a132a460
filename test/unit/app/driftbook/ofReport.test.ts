import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDriftbook } from '../../../../src/app/driftbook/driftbookDocument.ts';
import { driftbookOfReport } from '../../../../src/app/driftbook/driftbookOfReport.ts';
import { driftbookSpec } from '../../../../src/core/driftbook/driftbookSpec.ts';
import type { Report } from '../../../../src/core/report/report.ts';
import type { ComparisonSpec } from '../../../../src/core/spec/spec.ts';
import { column, report as reportOf } from '../../words/makeReport.ts';
import { chinese, english } from '../../words/translators.ts';

const asked: ComparisonSpec = {
  reference: { path: '/data/ref@1.csv', rev: 'v1.2' },
  current: { database: '/data/now.db', table: 'predictions' },
  profile: 'strict',
  chunk: { rows: 500 },
  columns: {
    ignore: ['hash'],
    roles: { country: 'segment', 'a: b': 'id' },
    types: { zip: 'text' },
    limits: { price: 0.1 },
    weights: { price: 3 },
    timestamp: 'at',
    group: 'user',
  },
};

test('a driftbook of a report asks what the report answers', async () => {
  const report: Report = { ...reportOf([column('price')]), spec: asked };
  for (const t of [english, chinese]) {
    const { driftbook, problems } = parseDriftbook(driftbookOfReport(report, (path) => path.slice('/data/'.length), t));
    assert.deepEqual(problems, []);
    const cell = driftbook!.cells.find((one) => 'drift' in one)!;
    assert.deepEqual(driftbookSpec(driftbook!, cell, { resolve: (path) => `/data/${path}` }), asked);
  }
});

test('one of an evaluation by itself has no reference, and no check against one', async () => {
  const { evaluate: _, ...spec } = asked;
  const report: Report = { ...reportOf([column('price')]), spec: { ...spec, reference: null, evaluate: {} } };
  const { driftbook, problems } = parseDriftbook(driftbookOfReport(report, (path) => path, english));
  assert.deepEqual(problems, []);
  assert.equal(driftbook!.datasets.reference, undefined);
  assert.ok(driftbook!.cells.every((cell) => !('drift' in cell)));
});
