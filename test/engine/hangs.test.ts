import assert from 'node:assert/strict';
import { readFile, symlink } from 'node:fs/promises';
import { test } from 'node:test';
import { RecordBatchReader, tableFromArrays, tableToIPC } from 'apache-arrow';
import { DataError } from '../../src/core/data/dataError.ts';
import { Database } from '../../src/engine/database/database.ts';
import { openComparison } from '../../src/engine/openComparison.ts';
import { headerNames } from '../../src/engine/sources/csv/headerNames.ts';
import { calm, literal, numbersOf, runSql, workplace } from './workplace.ts';

/** Small files that kept a program busy for minutes, deaf to a cancel. */
const place = await workplace('hangs');
const small = await place.write('small.csv', `a,b\n${Array.from({ length: 50 }, (_, i) => `${i},${i % 3}`).join('\n')}\n`);
const digits = await place.write('digits.csv', `a,b\n${Array.from({ length: 200 }, (_, i) => `${'1'.repeat(20_000)}x,${i}`).join('\n')}\n`);
const equal = await place.write('equal.csv', `${'a,'.repeat(59_999)}a\n${'1,'.repeat(59_999)}1\n`);
const wide = (name: string, rows = 50): string =>
  `${Array.from({ length: 10_000 }, (_, i) => `${name}_${i}`).join(',')}\n${`${'0.5,'.repeat(9999)}0.5\n`.repeat(rows)}`;

const statements: string[] = [];
for (const method of ['rows', 'run'] as const) {
  const own = Database.prototype[method] as (...args: unknown[]) => Promise<never>;
  Database.prototype[method] = function (this: Database, ...args: unknown[]): Promise<never> {
    statements.push(String(args[0]));
    return own.apply(this, args);
  };
}

/** Processor seconds of some work: what else the machine does does not count. */
async function processorSeconds(work: () => Promise<unknown>): Promise<number> {
  const begin = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1e6;
}

test('cells of digits that end otherwise: a moment for each, not seconds', async () => {
  const took = await processorSeconds(() =>
    place.open({ reference: small, current: digits }, async ({ current }) => assert.equal(current.info.columns[0]?.kind, 'text')),
  );
  assert.ok(took < 5, `${took} s of processor`);
});

test('60,000 columns of one name are named in a moment, and refused before a reader plans them', async () => {
  const took = await processorSeconds(async () => {
    const { names } = headerNames(
      Array.from({ length: 60_000 }, () => 'a'),
      true,
    );
    assert.equal(new Set(names).size, 60_000);
    assert.deepEqual([names[0], names[1], names.at(-1)], ['a', 'a_1', 'a_59999']);
    const error = await place.refusal(small, equal);
    assert.deepEqual([error.code, error.details.found, error.details.expected], ['too_many_columns', '60000', '20000']);
  });
  assert.ok(took < 5, `${took} s of processor`);
});

test('numbers behind equal names pass over those that are taken', () => {
  assert.deepEqual(headerNames(['a', 'a', 'a_2', 'a', 'a_1', 'a'], true).names, ['a', 'a_3', 'a_2', 'a_4', 'a_1', 'a_5']);
});

test('a header longer than what is read at first is read whole; a line without end is told', async () => {
  const names = Array.from({ length: 9000 }, (_, i) => `${'long_name_'.repeat(6)}${i}`);
  const long = await place.write('long.csv', `${names.join(',')}\n${`${'1,'.repeat(8999)}2\n`.repeat(3)}`);
  const error = await place.refusal(small, long);
  assert.deepEqual([error.code, error.details.found?.startsWith(names[0]!)], ['no_common_column', true]);
  const endless = await place.write('endless.csv', 'a,'.repeat(1_500_000));
  const refusal = await place.refusal(small, endless);
  assert.deepEqual([refusal.code, refusal.details.line], ['line_too_long', 1]);
});

for (const [what, reference, current] of [
  ['delimited text', 'w1.csv', 'w2.csv'],
  ['delimited text and Parquet', 'n.parquet', 'w2.csv'],
  ['Parquet', 'n.parquet', 'w.parquet'],
  ['Arrow and delimited text', 'n.arrow', 'w2.csv'],
] as const) {
  test(`no column in common is told from the headers: ${what}`, async () => {
    await place.write('w1.csv', wide('w1'));
    await place.write('w2.csv', wide('w2'));
    const columns = Array.from({ length: 3000 }, (_, i) => `range AS w${i}`).join(', ');
    await runSql(
      `COPY (SELECT range AS n FROM range(100)) TO ${literal(place.path('n.parquet'))} (FORMAT parquet)`,
      `COPY (SELECT ${columns} FROM range(10)) TO ${literal(place.path('w.parquet'))} (FORMAT parquet)`,
    );
    await place.write('n.arrow', tableToIPC(tableFromArrays({ n: new Float64Array(100) }), 'file'));
    statements.length = 0;
    const error = await place.refusal(place.path(reference), place.path(current));
    assert.equal(error.code, 'no_common_column');
    assert.deepEqual(
      statements.filter((sql) => !sql.startsWith('DESCRIBE')),
      [],
      'no rows are read',
    );
  });
}

test('a common column in a later part is found; what is wrong with a file is still told', async () => {
  await place.write('later/1.csv', 'x,y\n1,2\n');
  await place.write('later/2.csv', 'x,a\n1,2\n');
  await place.open({ reference: small, current: place.path('later') }, async ({ current }) => assert.equal(current.info.rows, 2));
  const unclosed = await place.write('unclosed.csv', 'p,q\n1,2\n3,"open\n');
  assert.equal((await place.refusal(small, unclosed)).code, 'no_common_column');
  assert.equal((await place.refusal(unclosed)).code, 'unclosed_quote');
});

/** Milliseconds from a cancel until the work has stopped; the cancel comes with the first word about a file, or after `ms`. */
async function cancelled(current: string, ms: number | null): Promise<number> {
  const controller = new AbortController();
  let at = 0;
  const abort = (): void => {
    at ||= performance.now();
    controller.abort();
  };
  const timer = ms === null ? undefined : setTimeout(abort, ms);
  const opened = openComparison({ reference: { path: small }, current: { path: current } }, place.engine, controller.signal, (item) => {
    if (ms === null && item === current) abort();
  });
  const outcome = await opened.then(
    async (one) => one.close(),
    (error: unknown) => error,
  );
  clearTimeout(timer);
  if (at === 0) {
    assert.ok(outcome instanceof DataError, 'it had ended before the cancel');
    return 0;
  }
  assert.ok(outcome instanceof Error && outcome.name === 'AbortError', String(outcome));
  return performance.now() - at;
}

test('a cancel ends each of them at once', async (t) => {
  const skip = process.platform === 'win32';
  await place.write('linked/1.csv', 'a,b\n1,2\n');
  if (!skip) await symlink('/', place.path('linked/root'));
  // The aim is 500 ms on a free machine; a shared one is given four times that.
  for (const [what, current, ms] of [
    ['digits', digits, null],
    ['equal names', equal, 0],
    ['all files of the machine', skip ? 'C:/**/no such name ?.csv' : '/**/no such name ?.csv', 60],
    ['a folder with a link to the root', place.path('linked'), 0],
  ] as const) {
    const took = await cancelled(current, ms);
    t.diagnostic(`${what}: ${Math.round(took)} ms`);
    assert.ok(took < 2000, `${what}: ${took} ms`);
  }
  // And not cancelled: the link is passed over.
  await place.read(place.path('linked'), async (table) => assert.equal(table.info.rows, 1));
  assert.equal(calm.aborted, false);
});

const keys = (count: number, from = 0, value: (i: number) => string = String): string =>
  `{${Array.from({ length: count }, (_, i) => `"k${from + i}":${value(i)}`).join(',')}}`;

test('rows of JSON with hundreds of keys of one type are rows, with and without columns of lists', async () => {
  const file = await place.write('keys.jsonl', Array.from({ length: 30 }, () => keys(300)).join('\n'));
  await place.read(file, async (table) => assert.equal(table.info.columns.filter(({ kind }) => kind === 'number').length, 300));
  const lists = await place.write('lists.json', `[${Array.from({ length: 30 }, () => `{"l":[1],${keys(250).slice(1)}`).join(',')}]`);
  await place.read(lists, async (table) => {
    assert.equal(table.info.columns.length, 251);
    assert.equal(table.info.columns[0]?.kind, 'nested');
  });
});

test('JSON and Arrow of more than 20,000 columns are refused before a reader plans them', async (t) => {
  const mixed = (i: number): string => (i % 2 === 0 ? '"a"' : '1');
  const files = [
    await place.write('one.json', `[${keys(60_000)}]`),
    await place.write('mixed.jsonl', keys(60_000, 0, mixed)),
    // Few in each row, all different.
    await place.write('union.jsonl', Array.from({ length: 100 }, (_, row) => keys(600, 600 * row)).join('\n')),
  ];
  for (const file of files) {
    let error: DataError | null = null;
    const took = await processorSeconds(async () => {
      error = await place.refusal(file);
    });
    assert.deepEqual([error!.code, error!.details.found, error!.details.expected], ['too_many_columns', '60000', '20000']);
    t.diagnostic(`${file.split('/').at(-1)}: ${took.toFixed(2)} s of processor`);
    assert.ok(took < 3, `${file}: ${took} s of processor`);
  }
  const arrow = await place.write(
    'wide.arrow',
    tableToIPC(tableFromArrays(Object.fromEntries(Array.from({ length: 20_001 }, (_, i) => [`c${i}`, Float64Array.of(1)]))), 'file'),
  );
  const { code, details } = await place.refusal(arrow);
  assert.deepEqual([code, details.found], ['too_many_columns', '20001']);
});

test('a column of Arrow without a name has an empty one', async () => {
  const file = await place.write(
    'nameless.arrow',
    tableToIPC(tableFromArrays({ '': Float64Array.of(1, 2, 3), b: Float64Array.of(4, 5, 6) }), 'file'),
  );
  assert.equal(RecordBatchReader.from(await readFile(file)).open().schema.fields[0]?.name, null);
  await place.read(file, async (table) => {
    assert.deepEqual(
      table.info.columns.map(({ name }) => name),
      ['', 'b'],
    );
    assert.deepEqual((await numbersOf(table, ['', 'b'])).values, [
      [1, 2, 3],
      [4, 5, 6],
    ]);
  });
});
