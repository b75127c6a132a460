import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import {
  Table as ArrowTable,
  Bool,
  Dictionary,
  Float64,
  Int32,
  TimestampMillisecond,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from 'apache-arrow';
import type { Table } from '../../src/core/data/table.ts';
import { sqliteBytes } from './sqliteFiles.ts';
import { calm, kindsOf, literal, numbersOf, profileOf, runSql, tallyOf, workplace } from './workplace.ts';

/** One table of 500 rows in every format: whatever it is written as, it must be read as the same. The expected numbers are counted here, in JavaScript. */
const place = await workplace('formats');
const rowCount = 500;
const hour = 3_600_000;
const start = Date.UTC(2024, 0, 1);
const words = ['plain', 'say "hi"', 'a, b; c', 'line one\nline two', 'Grüße 😀 中文', "it's", 'tab\there'];

interface Row {
  readonly id: number;
  readonly amount: number;
  readonly ratio: number | null;
  readonly word: string | null;
  readonly active: boolean | null;
  readonly at: string | null;
}

const rows: readonly Row[] = Array.from({ length: rowCount }, (_, i) => ({
  id: i - 20,
  amount: ((i * 37) % 1000) / 100,
  ratio: i % 7 === 0 ? null : Math.sin(i) * 10 ** (i % 13),
  word: i % 11 === 0 ? null : words[i % words.length]!,
  active: i % 13 === 0 ? null : i % 3 === 0,
  at: i % 17 === 0 ? null : new Date(start + i * hour).toISOString().slice(0, 19),
}));

const jsonl = `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`;
const number = (value: number | boolean | null): number => (value === null ? Number.NaN : Number(value));
const time = (value: string | null): number => (value === null ? Number.NaN : Date.parse(`${value}Z`));

const expectedNumbers = [
  rows.map((row) => row.id),
  rows.map((row) => row.amount),
  rows.map((row) => number(row.ratio)),
  rows.map((row) => number(row.active)),
  rows.map((row) => time(row.at)),
];

interface Expected {
  readonly nulls: number;
  readonly distinct: number;
  readonly min: number | null;
  readonly max: number | null;
}

function expectedProfile(values: readonly (string | number | boolean | null)[], numeric: readonly number[] | null): Expected {
  const present = values.filter((value) => value !== null);
  const finite = numeric?.filter((value) => !Number.isNaN(value)) ?? null;
  return {
    nulls: values.length - present.length,
    distinct: new Set(present).size,
    min: finite === null ? null : Math.min(...finite),
    max: finite === null ? null : Math.max(...finite),
  };
}

const expectedProfiles: Readonly<Record<string, Expected>> = {
  id: expectedProfile(
    rows.map((row) => row.id),
    expectedNumbers[0]!,
  ),
  amount: expectedProfile(
    rows.map((row) => row.amount),
    expectedNumbers[1]!,
  ),
  ratio: expectedProfile(
    rows.map((row) => row.ratio),
    expectedNumbers[2]!,
  ),
  word: expectedProfile(
    rows.map((row) => row.word),
    null,
  ),
  active: expectedProfile(
    rows.map((row) => row.active),
    null,
  ),
  at: expectedProfile(
    rows.map((row) => row.at),
    expectedNumbers[4]!,
  ),
};

/** Frequency of values, counted here. */
function frequency(values: readonly (string | null)[]): Map<string | null, number> {
  const found = new Map<string | null, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return found;
}

function arrowTable(text: 'utf8' | 'dictionary'): ArrowTable {
  const of = <K extends keyof Row>(key: K): Row[K][] => rows.map((row) => row[key]);
  return new ArrowTable({
    id: vectorFromArray(of('id'), new Int32()),
    amount: vectorFromArray(of('amount'), new Float64()),
    ratio: vectorFromArray(of('ratio'), new Float64()),
    word: vectorFromArray(of('word'), text === 'utf8' ? new Utf8() : new Dictionary(new Utf8(), new Int32())),
    active: vectorFromArray(of('active'), new Bool()),
    at: vectorFromArray(
      of('at').map((value) => (value === null ? null : time(value))),
      new TimestampMillisecond(),
    ),
  });
}

const source = await place.write('table.jsonl', jsonl);
const typed = `SELECT id::INTEGER AS id, amount::DECIMAL(10, 2) AS amount, ratio, word, active, "at" FROM read_json(${literal(source)}, format = 'newline_delimited', columns = {id: 'BIGINT', amount: 'DOUBLE', ratio: 'DOUBLE', word: 'VARCHAR', active: 'BOOLEAN', "at": 'TIMESTAMP'})`;
const copy = (name: string, options: string): string => `COPY (${typed}) TO ${literal(place.path(name))} (${options})`;
await runSql(
  copy('table.csv', 'FORMAT csv, HEADER'),
  copy('table.tsv', "FORMAT csv, HEADER, DELIM '\t'"),
  copy('table.tab', "FORMAT csv, HEADER, DELIM '\t'"),
  copy('semicolon.txt', "FORMAT csv, HEADER, DELIM ';'"),
  copy('table.csv.zst', 'FORMAT csv, HEADER, COMPRESSION zstd'),
  copy('table.parquet', 'FORMAT parquet, COMPRESSION snappy'),
  copy('table.pq', 'FORMAT parquet, COMPRESSION zstd'),
  copy('table.parq', 'FORMAT parquet, COMPRESSION gzip'),
  copy('table.pqt', 'FORMAT parquet, COMPRESSION uncompressed, ROW_GROUP_SIZE 100'),
);
await place.write('table.csv.gz', gzipSync(await readFile(place.path('table.csv'))));
await place.write('table.tsv.gz', gzipSync(await readFile(place.path('table.tsv'))));
await place.write('UPPER.CSV', await readFile(place.path('table.csv')));
await place.write('table.ndjson', jsonl);
await place.write('table.jsonl.gz', gzipSync(jsonl));
await place.write('table.json', JSON.stringify(rows, null, 1));
await place.write('lines.json', jsonl);
await place.write('table.arrow', tableToIPC(arrowTable('utf8'), 'file'));
await place.write('table.arrows', tableToIPC(arrowTable('utf8'), 'stream'));
await place.write('table.feather', tableToIPC(arrowTable('dictionary'), 'file'));
await place.write('table.ipc', tableToIPC(arrowTable('dictionary'), 'stream'));

const inSqlite = rows.map((row) => [row.id, row.amount, row.ratio, row.word, row.active === null ? null : Number(row.active), row.at]);
const declared = 'CREATE TABLE "all" (id INTEGER PRIMARY KEY, amount DECIMAL(10, 2), ratio REAL, word TEXT, active BOOLEAN, at DATETIME)';
await place.write('table.sqlite', await sqliteBytes([declared], 'all', inSqlite));
await place.write(
  'table.sqlite3',
  await sqliteBytes(
    ["PRAGMA encoding = 'UTF-16le'", 'CREATE TABLE "all" (id INT, amount DOUBLE, ratio REAL, word TEXT, active BOOLEAN, at TIMESTAMP)'],
    'all',
    // Times as seconds since 1970.
    inSqlite.map((row) => [...row.slice(0, 5), row[5] === null ? null : time(String(row[5])) / 1000]),
  ),
);
await place.write(
  'table.db',
  await sqliteBytes(
    ['PRAGMA page_size = 512', 'CREATE TABLE "all" (id INTEGER PRIMARY KEY, amount, ratio, word, active BOOL, at DATE) WITHOUT ROWID'],
    'all',
    // Times as Julian days.
    inSqlite.map((row) => [...row.slice(0, 5), row[5] === null ? null : time(String(row[5])) / 86_400_000 + 2_440_587.5]),
  ),
);

const files = [
  ...['table.csv', 'table.tsv', 'table.tab', 'semicolon.txt', 'UPPER.CSV', 'table.csv.gz', 'table.tsv.gz', 'table.csv.zst'],
  ...['table.json', 'lines.json', 'table.jsonl', 'table.ndjson', 'table.jsonl.gz'],
  ...['table.parquet', 'table.pq', 'table.parq', 'table.pqt'],
  ...['table.arrow', 'table.arrows', 'table.feather', 'table.ipc'],
  ...['table.sqlite', 'table.sqlite3', 'table.db'],
];

const names = ['id', 'amount', 'ratio', 'active', 'at'];

/** Everything a comparison reads of a table must be what was written. */
async function assertSame(table: Table, what: string): Promise<void> {
  assert.equal(table.info.rows, rowCount, what);
  assert.deepEqual(
    kindsOf(table),
    { id: 'number', amount: 'number', ratio: 'number', word: 'text', active: 'boolean', at: 'timestamp' },
    what,
  );
  for (const profile of await table.profile(calm)) {
    const { nulls, distinct, min, max, unreadable, nans, infinities, rows: count } = profile;
    assert.deepEqual({ nulls, distinct, min, max }, expectedProfiles[profile.name], `${what}: ${profile.name}`);
    assert.deepEqual({ unreadable, nans, infinities, count }, { unreadable: 0, nans: 0, infinities: 0, count: rowCount }, what);
    assert.ok(profile.distinctExact, what);
  }
  const { values } = await numbersOf(table, names);
  values.forEach((column, i) => {
    assert.deepEqual(column, expectedNumbers[i], `${what}: values of ${names[i]}`);
  });
  assert.deepEqual(await tallyOf(table, 'word'), frequency(rows.map((row) => row.word)), `${what}: words`);
  assert.deepEqual(
    await tallyOf(table, 'active'),
    frequency(rows.map((row) => (row.active === null ? null : String(row.active)))),
    `${what}: booleans`,
  );
  // A number is spelled alike whatever holds it: 3, never 3.0 or 3.00.
  assert.deepEqual(await tallyOf(table, 'amount'), frequency(rows.map((row) => String(row.amount))), `${what}: amounts as text`);
}

for (const name of files) {
  test(`${name}: as reference, and as current against Parquet`, async () => {
    const file = place.path(name);
    await place.open({ reference: file, current: place.path('table.parquet') }, async ({ reference, current }) => {
      await assertSame(reference, `${name} as reference`);
      await assertSame(current, `Parquet against ${name}`);
      assert.deepEqual([reference.info.label, reference.info.path], [name, file]);
    });
    await place.open({ reference: place.path('table.parquet'), current: file }, async ({ current, notes }) => {
      await assertSame(current, `${name} as current`);
      assert.deepEqual(notes, []);
    });
  });
}

test('profile: order, whole numbers, lengths', async () => {
  await place.read(place.path('table.csv'), async (table) => {
    assert.equal((await profileOf(table, 'id')).increasing, 'strict');
    assert.equal((await profileOf(table, 'id')).integer, true);
    assert.equal((await profileOf(table, 'amount')).increasing, 'none');
    assert.equal((await profileOf(table, 'amount')).integer, false);
    const texts = rows.flatMap((row) => (row.word === null ? [] : [row.word]));
    const mean = texts.reduce((sum, text) => sum + [...text].length, 0) / texts.length;
    assert.ok(Math.abs((await profileOf(table, 'word')).meanLength - mean) < 1e-9, 'characters, not bytes or UTF-16 units');
  });
});

test('buckets by row, by time, and groups are the same in every format', async () => {
  const day = 24 * hour;
  const byRow = rows.map((_, i) => Math.floor(i / 64));
  // -2147483648 is the bucket of rows without a time (core/data/table.ts).
  const byTime = rows.map((row) => (row.at === null ? -2147483648 : Math.floor(time(row.at) / day)));
  let groups: readonly number[] | null = null;
  for (const name of ['table.csv', 'table.json', 'table.parquet', 'table.arrow', 'table.sqlite']) {
    await place.read(place.path(name), async (table) => {
      assert.deepEqual((await numbersOf(table, ['id'], { rows: { size: 64 } })).buckets, byRow, name);
      const timed = await numbersOf(table, ['id'], { time: { column: 'at', unitMs: day }, group: { column: 'amount', buckets: 16 } });
      assert.deepEqual(timed.buckets, byTime, name);
      groups ??= timed.groups;
      assert.deepEqual(timed.groups, groups, `${name}: the hash does not depend on the type that holds the value`);
      const words = (await numbersOf(table, ['id'], { group: { column: 'word', buckets: 8 } })).groups;
      words.forEach((group, i) => {
        assert.ok(rows[i]!.word === null ? group === -1 : group >= 0 && group < 8, name);
      });
      assert.equal(new Set(words.map((group, i) => `${rows[i]!.word} ${group}`)).size, words.length === 0 ? 0 : 8, 'one group per word');
      const counts = await table.countValues('word', { rows: { size: 64 } }, 3, calm);
      const perBucket = new Map<number, number>();
      counts.bucket.forEach((bucket, i) => {
        perBucket.set(bucket, (perBucket.get(bucket) ?? 0) + counts.count[i]!);
      });
      // 500 = 7 × 64 + 52.
      assert.deepEqual(
        [...perBucket].sort(([a], [b]) => a - b).map(([, n]) => n),
        [64, 64, 64, 64, 64, 64, 64, 52],
        name,
      );
      assert.equal(counts.values.length, 3);
      assert.equal(counts.distinct, words.length === 0 ? 0 : 7);
    });
  }
});

for (const [format, options] of [
  ['csv', 'FORMAT csv, HEADER'],
  ['parquet', 'FORMAT parquet'],
  ['json', 'FORMAT json'],
] as const) {
  test(`${format}: a glob and a folder of parts are one table in the order of their names`, async () => {
    const folder = place.path(`parts-${format}`);
    await mkdir(folder);
    // part-2 before part-10, and bookkeeping left out.
    for (const [n, from] of [
      [1, 0],
      [2, 100],
      [10, 200],
    ] as const) {
      await runSql(
        `COPY (SELECT i AS id, 'p${n}' AS part FROM range(${from}, ${from + 100}) AS r(i)) TO ${literal(`${folder}/part-${n}.${format}`)} (${options})`,
      );
    }
    await writeFile(`${folder}/_SUCCESS`, '');
    await writeFile(`${folder}/.part-1.${format}.crc`, 'x');
    await writeFile(`${folder}/README.md`, 'not data');
    const expected = Array.from({ length: 300 }, (_, i) => i);
    for (const path of [folder, `${folder}/`, `${folder}/part-*.${format}`]) {
      await place.read(path, async (table) => {
        assert.deepEqual(
          table.info.files.map((file) => file.path.slice(folder.length + 1)),
          [`part-1.${format}`, `part-2.${format}`, `part-10.${format}`],
        );
        const { values, buckets } = await numbersOf(table, ['id'], { rows: { size: 100 } });
        assert.deepEqual(values[0], expected);
        assert.deepEqual(
          buckets.filter((_, i) => i % 100 === 0),
          [0, 1, 2],
        );
        // countValues numbers rows by itself: the same order.
        const counts = await table.countValues('part', { rows: { size: 100 } }, 10, calm);
        const found = [...counts.value].map((v, i) => [counts.values[v], counts.bucket[i], counts.count[i]]);
        assert.deepEqual(
          found.sort((a, b) => Number(a[1]) - Number(b[1])),
          [
            ['p1', 0, 100],
            ['p2', 1, 100],
            ['p10', 2, 100],
          ],
        );
      });
    }
    await place.read(`${folder}/part-?.${format}`, async (table) => assert.equal(table.info.rows, 200));
  });
}

test('folders named key=value give a column', async () => {
  const folder = place.path('hive');
  await mkdir(`${folder}/year=2023`, { recursive: true });
  await mkdir(`${folder}/year=2024`, { recursive: true });
  await runSql(
    `COPY (SELECT range AS x FROM range(3)) TO ${literal(`${folder}/year=2023/a.parquet`)} (FORMAT parquet)`,
    `COPY (SELECT range AS x FROM range(4)) TO ${literal(`${folder}/year=2024/a.parquet`)} (FORMAT parquet)`,
  );
  await place.read(folder, async (table) => {
    assert.deepEqual(kindsOf(table), { x: 'number', year: 'number' });
    assert.deepEqual((await numbersOf(table, ['year'])).values[0], [2023, 2023, 2023, 2024, 2024, 2024, 2024]);
  });
});

test('keys that first appear on the last line of JSONL are read', async () => {
  const lines = Array.from({ length: 30_000 }, (_, i) => JSON.stringify(i === 29_999 ? { a: i, late: 'here' } : { a: i }));
  const file = await place.write('late.jsonl', lines.join('\n'));
  await place.read(file, async (table) => {
    assert.deepEqual(kindsOf(table), { a: 'number', late: 'text' });
    assert.deepEqual(
      await tallyOf(table, 'late'),
      new Map([
        ['here', 1],
        [null, 29_999],
      ] as [string | null, number][]),
    );
  });
});

test('nested and binary columns are named and skipped', async () => {
  const file = place.path('nested.parquet');
  await runSql(
    `COPY (SELECT range AS x, [1, 2] AS list, {a: 1} AS struct, MAP {'k': 1} AS map, 'ab'::BLOB AS blob FROM range(5)) TO ${literal(file)} (FORMAT parquet)`,
  );
  await place.read(file, async (table) => {
    assert.deepEqual(kindsOf(table), { x: 'number', list: 'nested', struct: 'nested', map: 'nested', blob: 'other' });
    assert.equal((await table.profile(calm)).length, 5);
  });
});

test('a JSON object of 20 MB is read', async () => {
  const file = await place.write('long.jsonl', `{"a": 1, "n": ["${'x'.repeat(20e6)}"]}\n{"a": 2, "n": []}\n`);
  const options = { ...place.engine, memoryLimitMb: 1024 };
  await place.read(file, async (table) => assert.deepEqual((await numbersOf(table, ['a'])).values[0], [1, 2]), {}, options);
});

for (const [memoryLimitMb, threads] of [
  [256, 2],
  [512, 4],
  [1024, 8],
] as const) {
  test(`a small JSONL file opens under ${memoryLimitMb} MiB with ${threads} threads`, async () => {
    const options = { ...place.engine, memoryLimitMb, threads };
    await place.read(place.path('table.jsonl'), async (table) => assert.equal(table.info.rows, rowCount), {}, options);
  });
}
