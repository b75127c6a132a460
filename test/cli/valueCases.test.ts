import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Report } from '../../src/core/report/report.ts';
import { columnsOf, notesOf } from '../../src/core/report/sectionOf.ts';
import type { ColumnReport } from '../../src/core/sections/drift/result.ts';
import { temporaryFolder } from '../harness/temporaryFolder.mjs';
import { runCli } from './runCli.ts';

/**
 * Situations from public bug reports of tools that do this job, each with its right outcome. Expected numbers: pandas 3.1.1 (`median`,
 * `to_numeric` of the cleaned texts), scipy 1.17.1 (`ks_2samp`), on the same files.
 */
const cases = fileURLToPath(new URL('../fixtures/cases/', import.meta.url));

interface Outcome {
  readonly code: number;
  readonly report: Report;
  readonly text: string;
  readonly of: (column: string) => ColumnReport;
  readonly notes: readonly string[];
}

async function compare(folder: string, reference: string, current: string, ...options: readonly string[]): Promise<Outcome> {
  const paths = [join(cases, folder, reference), join(cases, folder, current)];
  const { code, stdout, stderr } = await runCli(['compare', ...paths, '--format', 'json', ...options], { cwd: cases });
  assert.ok(code === 0 || code === 1, stderr);
  const report = JSON.parse(stdout) as Report;
  const { stdout: text } = await runCli(['compare', ...paths, ...options], { cwd: cases });
  const of = (name: string): ColumnReport => {
    const found = columnsOf(report).find((column) => column.name === name);
    assert.ok(found, `a column ${name}`);
    return found;
  };
  return { code, report, text, of, notes: notesOf(report).map((note) => `${note.code} ${note.side} ${note.column ?? ''}`.trim()) };
}

const medians = ({ numeric }: ColumnReport): (number | undefined)[] => [numeric?.reference.quantiles[4], numeric?.current.quantiles[4]];
const close = (actual: number | null | undefined, expected: number, tolerance: number): void =>
  assert.ok(actual != null && Math.abs(actual - expected) <= tolerance * Math.abs(expected), `${actual} is not ${expected}`);

test('06: texts and integers in one JSON column are one category, and nothing moved', async () => {
  const { code, of } = await compare('06-texts-and-integers', 'ref.jsonl', 'cur.jsonl');
  assert.equal(code, 0);
  assert.equal(of('cat').kind, 'text');
  assert.equal(of('cat').effect, 0);
});

test('07: thousands commas, currency signs, percent and brackets for negatives are numbers', async () => {
  const { code, of, report } = await compare('07-thousands-currency-percent', 'ref.csv', 'cur.csv');
  assert.equal(code, 1);
  assert.deepEqual(
    columnsOf(report).map(({ kind }) => kind),
    ['number', 'number', 'number', 'number', 'number'],
  );
  const order = of('order_total');
  close(order.measures?.ks?.p, 6e-8, 0.1);
  // Means by Python's statistics module over the texts without their signs.
  close(order.numeric?.reference.mean, 2322.27822, 1e-9);
  close(order.numeric?.current.mean, 3245.9712, 1e-9);
  close(of('balance').numeric?.reference.mean, 186.75256, 1e-9);
  close(of('discount').numeric?.current.mean, 0.14452, 1e-9);
  assert.ok((of('balance').numeric?.reference.min ?? 0) < 0, 'brackets are negative');
  assert.ok((of('discount').numeric?.reference.max ?? 9) < 1, 'percent are hundredths');
  assert.deepEqual(
    columnsOf(report).map(({ missing }) => missing.current.share),
    [0, 0, 0, 0, 0],
  );
});

test('08: semicolons, decimal commas and notes at the end', async () => {
  const { of } = await compare('08-european-export-with-notes', 'ref.csv', 'cur.csv');
  const [before, now] = medians(of('kurs'));
  close((now ?? 0) / (before ?? 1), 1.024, 0.0005);
  const [past, present] = medians(of('betrag'));
  close(past, 3188, 0.001);
  close(present, 3861, 0.001);
  assert.equal(of('datum').kind, 'timestamp');
});

test('10: copies in single precision are the same rows', async () => {
  for (const current of ['same-float32.parquet', 'same-through-float32.csv']) {
    const { code, report, notes } = await compare('10-few-floats-with-noise', 'same-float64.csv', current);
    assert.equal(code, 0);
    assert.deepEqual(
      columnsOf(report).map(({ effect }) => effect),
      [0, 0, 0, 0],
      current,
    );
    assert.equal(notes.filter((note) => note.startsWith('single_precision current')).length, 4);
  }
  const { code, of } = await compare('10-few-floats-with-noise', 'ref.csv', 'cur-float32.parquet');
  assert.equal(code, 0);
  close(of('rate').whole.p, 0.8, 0.01);
});

test('12: NA and None that one side holds as values are values on the other, and it is told', async () => {
  const { code, of, notes, report } = await compare('12-country-NA', 'ref.parquet', 'cur.csv');
  assert.equal(code, 0);
  assert.deepEqual([of('country').missing.current.share, of('garage').missing.current.share], [0, 0]);
  assert.deepEqual(
    columnsOf(report).filter(({ verdict }) => verdict === 'alert'),
    [],
  );
  assert.ok(notes.includes('missing_held current country') && notes.includes('missing_held current garage'));
  // The other way round the reference is read again.
  const turned = await compare('12-country-NA', 'cur.csv', 'ref.parquet');
  assert.deepEqual([turned.of('country').missing.reference.share, turned.of('country').missing.current.share], [0, 0]);
  assert.ok(turned.notes.includes('missing_held reference country'));
  // What the user says is missing is missing.
  const said = await compare('12-country-NA', 'cur.csv', 'ref.csv', '--null-values', 'NA');
  close(said.of('country').missing.reference.share, 279 / 700, 1e-9);
  assert.equal(said.of('garage').missing.reference.share, 0);
});

test('14: times with a zone against times without: told, and no overlap that is none', async () => {
  const { notes } = await compare('14-zones', 'ref.parquet', 'cur.csv');
  assert.ok(notes.includes('zones_differ current call_date'));
  assert.ok(!notes.some((note) => note.startsWith('time_overlap')));
  const offset = await compare('14-zones', 'ref.parquet', 'cur-offset.csv');
  assert.ok(!offset.notes.some((note) => note.startsWith('zones_differ')));
});

test('18: names with marks, and a name with blanks around it that is told', async () => {
  const { report, notes, of } = await compare('18-column-names', 'ref.csv', 'cur.csv');
  assert.equal(columnsOf(report).length, 20);
  for (const name of ['__proto__', '=1+1', 'a[0]', '温度 (°C)', 'line\nbreak', 'lead', 'column19']) of(name);
  assert.ok(notes.includes('name_trimmed reference lead') && notes.includes('name_trimmed current lead'));
});

test('19: codes of one shape are codes', async () => {
  const { of, code } = await compare('19-codes-like-numbers', 'ref.csv', 'cur.csv');
  assert.equal(code, 0);
  for (const name of ['sku', 'hexid', 'flag']) assert.equal(of(name).kind, 'text', name);
  const { code: moved } = await compare('19-codes-like-numbers', 'ref-48.csv', 'cur-48-moved.csv');
  assert.equal(moved, 1);
});

test('21: the only quoted field in a late row', async () => {
  const folder = await temporaryFolder('late-quotes');
  try {
    const names = ['Al', 'Bo', 'Cy'];
    const rows = (n: number): string[] => Array.from({ length: n }, (_, i) => `${names[i % 3]},${i % 5}`);
    await writeFile(join(folder.path, 'ref.csv'), `a,b\n${rows(3000).join('\n')}\n`);
    const late = rows(20_600).map((row, i) => (i === 20_501 ? '"Bo, Inc. & ""Co""",3' : row));
    await writeFile(join(folder.path, 'cur.csv'), `a,b\n${late.join('\n')}\n`);
    const { stdout } = await runCli(['compare', 'ref.csv', 'cur.csv', '--format', 'json'], { cwd: folder.path });
    assert.equal((JSON.parse(stdout) as Report).datasets.current.rows, 20_600);
  } finally {
    await folder.remove();
  }
});

test('22: a header shorter than all rows is named; names of rows as R writes them are understood', async () => {
  const place = (name: string): string => join(cases, '22-header-shorter-than-rows', name);
  const { code, stderr } = await runCli(['compare', place('ref.csv'), place('cur-extra.csv')], { cwd: cases });
  assert.equal(code, 3);
  assert.match(stderr, /cur-extra\.csv, line 1: the header has 4 names, the rows have 5 fields/);
  const trailing = await compare('22-header-shorter-than-rows', 'ref.csv', 'cur-trailing.csv');
  const named = await compare('22-header-shorter-than-rows', 'ref.csv', 'cur-rownames.csv');
  assert.deepEqual(
    columnsOf(named.report).map(({ name, effect }) => [name, effect]),
    columnsOf(trailing.report).map(({ name, effect }) => [name, effect]),
  );
  assert.ok(named.notes.includes('row_names current'));
});

test('23: decimals, large integers, half floats, and times of day as ordered quantities', async () => {
  const { of, text } = await compare('23-parquet-types', 'ref.parquet', 'cur.parquet');
  for (const [name, before, now] of [
    ['price', 100.64, 110.59],
    ['big', 5.065e22, 4.78e22],
    ['u64', 8.902e18, 9.714e18],
    ['at', 5 + 43 / 60, 11 + 40 / 60],
  ] as const) {
    const [past, present] = medians(of(name));
    assert.equal(of(name).kind, 'number');
    close(past, before, 0.006);
    close(present, now, 0.006);
  }
  assert.match(text, /at number .* 05:4\d → 11:40/);
  assert.match(text, /In at, .*median 05:4\d → 11:40/s);
});

test('24: spellings of true: only the planted column moved', async () => {
  for (const [current, share] of [
    ['cur.csv', 0.73],
    ['cur2.csv', 0.68],
  ] as const) {
    const { report, of } = await compare('24-spellings-of-true', 'ref.parquet', current);
    assert.deepEqual(
      columnsOf(report).map(({ kind }) => kind),
      ['boolean', 'boolean', 'boolean', 'boolean', 'boolean'],
    );
    assert.deepEqual(
      columnsOf(report)
        .filter(({ verdict }) => verdict === 'alert')
        .map(({ name }) => name),
      ['drifted'],
    );
    close(of('drifted').movement.from, 0.38, 0.02);
    close(of('drifted').movement.to, share, 0.01);
  }
});
