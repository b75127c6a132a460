import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import { evaluationOf } from '../../../src/core/report/evaluationOf.ts';
import { isReport } from '../../../src/core/report/isReport.ts';
import { migrate, type ReportVersion2, type ReportVersion3 } from '../../../src/core/report/migrate.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { driftOf, notesOf } from '../../../src/core/report/sectionOf.ts';
import { sayReport } from '../../../src/core/sections/sayReport.ts';
import { report } from '../words/makeReport.ts';
import { chinese, english } from '../words/translators.ts';

// Reports as version 2 kept them (driftbook at cb161c7: `driftbook compare|evaluate … --json`, on the cases of the same names).
const folder = new URL('../../fixtures/reports/', import.meta.url);
const fixtures = readdirSync(folder).filter((name) => name.startsWith('version2-'));
const kept = (name: string): ReportVersion2 => JSON.parse(gunzipSync(readFileSync(new URL(name, folder))).toString());

// Reports as version 3 kept them (driftbook at 001c619, in the folders of the same cases).
const fixtures3 = readdirSync(folder).filter((name) => name.startsWith('version3-'));
const kept3 = (name: string): ReportVersion3 => JSON.parse(gunzipSync(readFileSync(new URL(name, folder))).toString());

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

for (const name of fixtures3) {
  test(`${name}: its sections get their checks, and nothing else changes`, () => {
    const now = migrate(kept3(name));
    assert.ok(isReport(now));
    assert.ok(now.sections.every(({ checks }) => Array.isArray(checks)));
    assert.ok(now.sections.some(({ checks }) => checks.length > 0));
    const before = now.sections.map(({ checks: _, ...section }) => section);
    assert.deepEqual({ ...now, version: 3, sections: before }, kept3(name));
    assert.deepEqual(migrate(JSON.parse(JSON.stringify(now))), now);
  });
}

test('there are fixtures of a comparison and of evaluations', () => assert.deepEqual([fixtures.length, fixtures3.length], [3, 3]));

test('what only says that it is of version 3 is none', () => {
  const [name] = fixtures3;
  const report = kept3(name!);
  for (const wrong of [
    { ...report, sections: null },
    { ...report, sections: [null] },
    { ...report, sections: [{ kind: 'drift' }] },
    { ...report, sections: [...report.sections, ...report.sections] },
    { ...report, findings: undefined },
  ])
    assert.equal(migrate(wrong), null);
});

test('the published schema takes what is brought up', () => {
  const schema = JSON.parse(readFileSync(new URL('../../../media/report.schema.json', import.meta.url), 'utf8'));
  const valid = new Ajv({ strict: false }).compile(schema);
  for (const name of [...fixtures, ...fixtures3])
    assert.ok(valid(migrate(kept(name))), `${name}: ${JSON.stringify(valid.errors?.slice(0, 2))}`);
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
    { ...today, version: 5 },
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
    [{ ...quality, checks: undefined }],
    [{ ...quality, checks: [null] }],
    [{ ...quality, checks: [{ check: { id: 7, subject: {} }, measurement: {}, verdict: { outcome: 'pass' } }] }],
    [{ ...quality, checks: [{ check: { id: 'x', subject: {} }, measurement: {}, verdict: null }] }],
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
