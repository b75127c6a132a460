import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import { evaluationOf } from '../../../src/core/report/evaluationOf.ts';
import { isReport } from '../../../src/core/report/isReport.ts';
import { migrate, type ReportVersion2 } from '../../../src/core/report/migrate.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { driftOf, notesOf } from '../../../src/core/report/sectionOf.ts';
import { sayReport } from '../../../src/core/sections/sayReport.ts';
import { report } from '../words/makeReport.ts';
import { chinese, english } from '../words/translators.ts';

// Reports as version 2 kept them (driftbook at cb161c7: `driftbook compare|evaluate … --json`, on the cases of the same names).
const folder = new URL('../../fixtures/reports/', import.meta.url);
const fixtures = readdirSync(folder).filter((name) => name.startsWith('version2-'));
const kept = (name: string): ReportVersion2 => JSON.parse(gunzipSync(readFileSync(new URL(name, folder))).toString());

for (const name of fixtures) {
  test(`${name}: brought up to today without a change to any number`, () => {
    const old = kept(name);
    const now = migrate(kept(name));
    assert.ok(isReport(now));
    const { rule, blocks, family, summary, columns } = old;
    const { columns: brought, ...rest } = driftOf(now);
    assert.deepEqual(rest, { rule, blocks, family, summary });
    // What that version did not look at is added as not there, and nothing else.
    const added = { within: null };
    assert.deepEqual(
      brought,
      columns.map((column) => ({
        ...column,
        whole: { ...column.whole, ...added },
        chunks: column.chunks.map((cell) => ({ ...cell, ...added })),
        like: null,
        unmatched: false,
      })),
    );
    assert.deepEqual(evaluationOf(now), old.evaluation);
    assert.deepEqual(notesOf(now), old.notes);
    assert.deepEqual(now.findings, old.findings);
    assert.deepEqual(now.datasets, { reference: old.reference, current: old.current });
    assert.deepEqual([now.spec, now.time], [old.spec, old.time]);
    assert.deepEqual(now.run, { createdAt: old.createdAt, durationMs: old.durationMs, tool: old.tool });
    for (const [t, language] of [
      [english, 'en'],
      [chinese, 'zh-cn'],
    ] as const) {
      assert.match(sayReport(now, t, language).plainTitle, /\S/);
    }
  });
}

test('there are fixtures of a comparison and of evaluations', () => assert.equal(fixtures.length, 3));

test('the published schema takes what is brought up', () => {
  const schema = JSON.parse(readFileSync(new URL('../../../media/report.schema.json', import.meta.url), 'utf8'));
  const valid = new Ajv({ strict: false }).compile(schema);
  for (const name of fixtures) assert.ok(valid(migrate(kept(name))), `${name}: ${JSON.stringify(valid.errors?.slice(0, 2))}`);
});

test('a report of today stays what it is; of another version, or none, it is null', () => {
  const today = report([]);
  assert.equal(migrate(today), today);
  for (const other of [
    null,
    7,
    'x',
    [],
    {},
    { ...today, schema: 'other' },
    { ...today, version: 1 },
    { ...today, version: 4 },
    { ...today, version: 2 },
  ]) {
    assert.equal(migrate(other), null);
  }
});

test('what a section is not is refused: an unknown or double kind, no result and no reason, columns that are none', () => {
  const [quality, drift] = report([]).sections as [Report['sections'][number], Report['sections'][number]];
  const withSections = (sections: unknown): unknown => ({ ...report([]), sections });
  assert.ok(isReport(withSections([quality, drift])));
  for (const wrong of [
    'none',
    [quality, quality],
    [{ ...quality, kind: '__proto__' }],
    [{ ...quality, kind: 'toString' }],
    [{ ...quality, notes: null }],
    [{ ...quality, result: null }],
    [{ ...quality, failed: 'boom' }],
    [{ ...drift, result: { columns: 'x', summary: {} } }],
    [{ ...drift, result: { columns: [] } }],
  ]) {
    assert.equal(isReport(withSections(wrong)), false, JSON.stringify(wrong));
  }
  for (const part of ['run', 'spec', 'datasets', 'findings', 'sections'] as const) {
    const rest: Partial<Report> = { ...report([]) };
    delete (rest as Record<string, unknown>)[part];
    assert.equal(isReport(rest), false, part);
  }
});
