import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { outcome } from '../../../src/core/check/outcome.ts';
import { analyse } from '../../../src/core/pipeline/analyse.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { notesOf } from '../../../src/core/report/sectionOf.ts';
import { title } from '../../../src/core/sections/title.ts';
import { plainText } from '../../../src/core/words/plainText.ts';
import { MemoryTable, type MemoryValue } from '../memoryTable.ts';
import { english } from '../words/translators.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? sources(join(folder, entry.name)) : /\.tsx?$/.test(entry.name) ? [join(folder, entry.name)] : [],
  );
}

test('how much a finding weighs is written down in one place', () => {
  const places = ['src', 'webview'].flatMap(sources).filter((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return /severity\b[^;\n]*['"](?:critical|warning|info)['"]|['"]critical['"]\s*:|(?:critical|warning): \d/.test(text);
  });
  assert.deepEqual(places.sort(), [
    // What a check weighs where a driftbook does not say, and from which weight on it is a breach.
    join('src', 'core', 'check', 'askedChecks.ts'),
    join('src', 'core', 'check', 'breaches.ts'),
    join('src', 'core', 'check', 'findingSeverity.ts'),
  ]);
});

async function compare(reference: Record<string, MemoryValue[]>, current: Record<string, MemoryValue[]>): Promise<Report> {
  return analyse(
    { reference: { path: '/data/r.csv' }, current: { path: '/data/c.csv' } },
    { reference: new MemoryTable('r.csv', reference), current: new MemoryTable('c.csv', current) },
    { signal: new AbortController().signal, progress: () => {}, notes: [], version: '0.0.0', now: () => 0, budgetBytes: 1e8 },
  );
}

const rows = (make: (i: number) => MemoryValue): MemoryValue[] => Array.from({ length: 200 }, (_, i) => make(i));
const steady = { x: rows((i) => (i * 37) % 101) };

test('a column that never held a value is no alarm, one that lost all of them is, and the title says so', async () => {
  const never = await compare({ ...steady, gone: rows(() => null) }, { ...steady, gone: rows(() => null) });
  assert.deepEqual(outcome(never).alarms, []);
  assert.ok(notesOf(never).every(({ level }) => level !== 'alert'));
  const lost = await compare({ ...steady, gone: rows((i) => i % 7) }, { ...steady, gone: rows(() => null) });
  assert.equal(outcome(lost).verdict, 'fail');
  assert.match(plainText(title(lost, english, 'en')), /gone/);
});

test('what is an alarm is marked as one in the remarks, too', async () => {
  const report = await compare({ ...steady, lost: rows((i) => i % 5) }, { ...steady, added: rows((i) => i % 5) });
  assert.deepEqual(
    outcome(report).alarms.map(({ column }) => column),
    notesOf(report)
      .filter(({ level }) => level === 'alert')
      .map(({ column }) => column),
  );
});
