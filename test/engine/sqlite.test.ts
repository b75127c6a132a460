import assert from 'node:assert/strict';
import { copyFile, readdir, readFile, truncate } from 'node:fs/promises';
import { test } from 'node:test';
import { DataError } from '../../src/core/data/dataError.ts';
import type { Table } from '../../src/core/data/table.ts';
import { listTables } from '../../src/engine/listTables.ts';
import { openComparison } from '../../src/engine/openComparison.ts';
import { openSqliteFile } from '../../src/engine/sources/sqlite/openSqlite.ts';
import { sqliteError } from '../../src/engine/sources/sqlite/sqliteFault.ts';
import { sqliteBytes } from './sqliteFiles.ts';
import { calm, kindsOf, numbersOf, profileOf, tallyOf, workplace } from './workplace.ts';

const place = await workplace('sqlite');
const fixture = (name: string): string => new URL(`../fixtures/sqlite/${name}`, import.meta.url).pathname;
const write = async (name: string, ...statements: readonly string[]): Promise<string> => place.write(name, await sqliteBytes(statements));
const counted = (rows: number, what: string): string =>
  `WITH RECURSIVE c(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM c WHERE i < ${rows - 1}) SELECT ${what} FROM c`;
const texts = async (table: Table, column: string): Promise<Record<string, number>> =>
  Object.fromEntries([...(await tallyOf(table, column))].map(([text, n]) => [String(text), n]));

test('a table is named behind the file; without a name there must be one only', async () => {
  const file = await write(
    'several.db',
    'CREATE TABLE first (a)',
    'INSERT INTO first VALUES (1), (2)',
    'CREATE TABLE Second (a)',
    'INSERT INTO Second VALUES (3)',
    'CREATE VIEW both AS SELECT a FROM first UNION ALL SELECT a FROM Second',
    'CREATE INDEX i ON first (a)',
    'CREATE TABLE seq (id INTEGER PRIMARY KEY AUTOINCREMENT)',
  );
  const rowsOf = (address: string): Promise<number> => place.read(address, async ({ info }) => info.rows);
  assert.deepEqual(await listTables(file, {}, place.engine, calm), ['first', 'Second', 'both', 'seq']);
  assert.deepEqual([await rowsOf(`${file}#first`), await rowsOf(`${file}#second`), await rowsOf(`${file}#both`)], [2, 1, 3]);
  await place.open({ reference: `${file}#first`, current: `${file}#Second` }, async ({ reference, current }) => {
    assert.deepEqual([reference.info.label, reference.info.table, reference.info.path], ['several.db#first', 'first', `${file}#first`]);
    assert.deepEqual([current.info.table, current.info.files[0]?.path, current.info.format], ['Second', file, 'sqlite']);
  });
  const several = await place.refusal(file);
  assert.deepEqual([several.code, several.details.found], ['several_tables', 'first, Second, both, seq']);
  const unknown = await place.refusal(`${file}#third`);
  assert.deepEqual([unknown.code, unknown.details.expected], ['unknown_table', 'third']);
  assert.equal((await place.refusal(`${file}#seq`)).code, 'no_rows');
  assert.equal((await place.refusal(await write('none.db', 'PRAGMA user_version = 1'))).code, 'no_tables');
});

test('names of tables and columns are names, whatever stands in them', async () => {
  for (const name of ['a"b', "it's; DROP TABLE x; --", 'line\nbreak', '中文 😀', ' ', 'select', 'x#y.csv', '[b]', '%s*?']) {
    const quoted = `"${name.replaceAll('"', '""')}"`;
    const file = await write('hostile.db', `CREATE TABLE ${quoted} (${quoted} TEXT, "b" REAL)`, `INSERT INTO ${quoted} VALUES ('x', 1)`);
    await place.read(`${file}#${name}`, async (table) => {
      assert.deepEqual(kindsOf(table), { [name]: 'text', b: 'number' });
      assert.deepEqual(await texts(table, name), { x: 1 });
    });
  }
});

test('a column is what its cells are, whatever it was declared as', async () => {
  const file = await write(
    'mixed.db',
    'CREATE TABLE t (few_texts INTEGER, half TEXT, big INTEGER, big_and_real NUMERIC, blobs BLOB, some_blobs TEXT, none INT, inf REAL, late)',
    `INSERT INTO t ${counted(
      6000,
      `CASE WHEN i = 5999 THEN 'unknown' WHEN i = 7 THEN 'x' ELSE i END, CASE WHEN i % 2 = 0 THEN i ELSE 'w' || i END,
       9007199254740993 + i, CASE WHEN i = 3 THEN 0.5 ELSE 9007199254740993 END, x'00ff', CASE WHEN i < 10 THEN x'ff' ELSE 'a' END, NULL,
       CASE WHEN i = 0 THEN 9e999 ELSE i END, CASE WHEN i < 5500 THEN i ELSE i / 2.0 END`,
    )}`,
  );
  await place.read(file, async (table) => {
    assert.deepEqual(kindsOf(table), {
      few_texts: 'number',
      half: 'text',
      big: 'number',
      big_and_real: 'number',
      blobs: 'other',
      some_blobs: 'text',
      none: 'number',
      inf: 'number',
      late: 'number',
    });
    const few = await profileOf(table, 'few_texts');
    assert.deepEqual([few.unreadable, few.min, few.max], [2, 0, 5998]);
    assert.equal((await profileOf(table, 'some_blobs')).unreadable, 10);
    assert.equal((await profileOf(table, 'none')).nulls, 6000);
    assert.equal((await profileOf(table, 'inf')).infinities, 1);
    assert.equal((await profileOf(table, 'late')).max, 5499);
    // Told apart although a double would round them to the same.
    assert.equal((await profileOf(table, 'big')).distinct, 6000);
    assert.deepEqual(Object.entries(await texts(table, 'half').catch(() => ({}))).length, 0);
    assert.deepEqual((await numbersOf(table, ['few_texts'])).values[0]!.slice(5, 9), [5, 6, Number.NaN, 8]);
  });
});

test('numbers are times and booleans where they are declared so', async () => {
  const day = 86_400_000;
  const start = Date.UTC(2024, 0, 1);
  const rows = Array.from({ length: 100 }, (_, i) => start + i * day);
  const file = await place.write(
    'times.db',
    await sqliteBytes(
      [
        'CREATE TABLE t (text TEXT, unix DATETIME, ms TIMESTAMP, us TIMESTAMP, julian DATE, digits DATE, flag BOOLEAN, many BOOLEAN, n INTEGER)',
      ],
      't',
      rows.map((at, i) => {
        const iso = new Date(at).toISOString();
        return [
          iso.slice(0, 19).replace('T', ' '),
          at / 1000,
          at,
          at * 1000,
          at / day + 2_440_587.5,
          Number(iso.slice(0, 10).replaceAll('-', '')),
          i % 2,
          i % 3,
          at / 1000,
        ];
      }),
    ),
  );
  await place.read(file, async (table) => {
    const times = ['text', 'unix', 'ms', 'us', 'julian', 'digits'];
    assert.deepEqual(kindsOf(table), {
      ...Object.fromEntries(times.map((name) => [name, 'timestamp'])),
      flag: 'boolean',
      many: 'number',
      n: 'number',
    });
    for (const values of (await numbersOf(table, times)).values) assert.deepEqual(values, rows);
    assert.equal(table.info.columns.find(({ name }) => name === 'julian')?.physicalType, 'DATE');
  });
});

test('texts that are no UTF-8 are read as Latin-1, and that is told; a NUL within is kept', async () => {
  const file = await write(
    'latin.db',
    'CREATE TABLE t (a TEXT)',
    "INSERT INTO t VALUES (CAST(x'47726fdf' AS TEXT)), (CAST(x'610062' AS TEXT)), ('Größe')",
  );
  await place.read(file, async (table, { notes }) => {
    assert.deepEqual(await texts(table, 'a'), { Groß: 1, 'a\0b': 1, Größe: 1 });
    assert.deepEqual([...new Set(notes.map(({ code }) => code))], ['encoding_assumed']);
  });
});

test('generated columns, tables without row ids, defaults that stand in no row, and triggers', async () => {
  const file = await write(
    'kinds.db',
    'CREATE TABLE t (k TEXT PRIMARY KEY, n INT, twice AS (n * 2), stored AS (n + 1) STORED) WITHOUT ROWID',
    `INSERT INTO t (k, n) ${counted(3000, "'k' || i, i")}`,
    `ALTER TABLE t ADD COLUMN late TEXT DEFAULT '${'long '.repeat(50)}'`,
    'CREATE TRIGGER tr AFTER INSERT ON t BEGIN DELETE FROM t; END',
  );
  await place.read(file, async (table) => {
    assert.equal(table.info.rows, 3000);
    assert.deepEqual([(await profileOf(table, 'twice')).max, (await profileOf(table, 'stored')).max], [5998, 3000]);
    assert.deepEqual(await texts(table, 'late'), { ['long '.repeat(50)]: 3000 });
  });
});

test('what is no database, or a damaged one, is told', async () => {
  const whole = await sqliteBytes(['CREATE TABLE t (a, b)', `INSERT INTO t ${counted(5000, "i, 'text ' || i")}`]);
  const coded = async (name: string, bytes: Uint8Array | string): Promise<string> =>
    (await place.refusal(await place.write(name, bytes))).code;
  assert.equal(await coded('text.db', 'a,b\n1,2\n'), 'not_this_format');
  assert.equal(await coded('zip.sqlite', Buffer.from('PK\x03\x04\0\0')), 'not_this_format');
  assert.equal(await coded('empty.db', ''), 'empty_file');
  assert.equal(await coded('magic.db', 'SQLite format 3\0'), 'corrupt_file');
  assert.equal(await coded('head.db', whole.subarray(0, 100)), 'corrupt_file');
  assert.equal(await coded('cut.db', whole.subarray(0, whole.length - 3000)), 'corrupt_file');
  assert.equal(await coded('half.db', whole.subarray(0, 8192)), 'corrupt_file');
  const pages = Buffer.from(whole);
  // 4,294,967,295 of them.
  pages.writeUInt32BE(0xffffffff, 28);
  assert.equal(await coded('pages.db', pages), 'corrupt_file');
  const noise = Buffer.from(whole);
  for (let i = 8192; i < noise.length; i += 7) noise[i] = (noise[i]! * 31 + i) & 255;
  assert.equal(await coded('noise.db', noise), 'corrupt_file');
});

test('pages that lead to each other again and again give no more rows than the file has bytes for', async () => {
  const page = 512;
  const made = Buffer.from(
    await sqliteBytes([`PRAGMA page_size = ${page}`, 'CREATE TABLE t (a)', `INSERT INTO t ${counted(20_000, 'i')}`]),
  );
  const pageOf = (number: number): Buffer => Buffer.from(made.subarray((number - 1) * page, number * page));
  const children = (tree: Buffer): number[] => [
    8,
    ...Array.from({ length: tree.readUInt16BE(3) }, (_, i) => tree.readUInt16BE(12 + 2 * i)),
  ];
  const first = (tree: Buffer): number => tree.readUInt32BE(children(tree).at(-1)!);
  // The root of the table is page 2; below it stands a full page of some 50 children, and below that the rows.
  const full = pageOf(first(pageOf(2)));
  const leaf = pageOf(first(full));
  const leadingTo = (number: number): Buffer => {
    const tree = Buffer.from(full);
    for (const at of children(tree)) tree.writeUInt32BE(number, at);
    return tree;
  };
  const bytes = Buffer.concat([pageOf(1), leadingTo(3), leadingTo(4), leadingTo(5), leaf]);
  bytes.writeUInt32BE(5, 28);
  const error = await place.refusal(await place.write('circle.db', bytes));
  assert.deepEqual([error.code, error.details.found], ['corrupt_file', 'more rows than bytes']);
});

test('a change that stands in the log of the database is read; nothing is written beside it', async () => {
  for (const name of ['changed.db', 'changed.db-wal']) await copyFile(fixture(name), place.path(name));
  const file = place.path('changed.db');
  const before = [await readFile(file), await readFile(`${file}-wal`)];
  await place.read(file, async (table) => assert.deepEqual(await texts(table, 'word'), { new: 1, kept: 1, added: 1 }));
  assert.deepEqual([await readFile(file), await readFile(`${file}-wal`)], before);
  assert.deepEqual((await readdir(place.folder)).filter((name) => name.startsWith('changed')).sort(), ['changed.db', 'changed.db-wal']);
  // A log that is cut short counts up to its last whole change, as SQLite has it.
  await truncate(`${file}-wal`, before[1]!.length - 100);
  await place.read(file, async (table) => assert.deepEqual(await texts(table, 'word'), { new: 1, kept: 1 }));
});

test('a change that broke off is told', async () => {
  for (const name of ['broken-off.db', 'broken-off.db-journal']) await copyFile(fixture(name), place.path(name));
  assert.equal((await place.refusal(place.path('broken-off.db'))).code, 'database_in_use');
});

test('views that fail, go in circles, think without end or take all memory are told', async () => {
  const file = await write(
    'views.db',
    'CREATE VIEW lost AS SELECT * FROM nowhere',
    'CREATE VIEW a AS SELECT * FROM b',
    'CREATE VIEW b AS SELECT * FROM a',
    'CREATE VIEW thinking AS WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c) SELECT count(*) AS n FROM c',
    "CREATE VIEW large AS SELECT zeroblob(900000000) || 'x' AS x",
    'CREATE VIEW sorted AS WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c) SELECT hex(randomblob(500)) AS x FROM c ORDER BY x',
    "CREATE VIEW reading AS SELECT readfile('/etc/hostname') AS x",
    'CREATE VIEW inner_pages AS SELECT * FROM sqlite_dbpage',
  );
  assert.equal((await place.refusal(`${file}#lost`)).code, 'view_fails');
  assert.equal((await place.refusal(`${file}#a`)).code, 'view_fails');
  assert.equal((await place.refusal(`${file}#reading`)).code, 'view_fails');
  assert.equal((await place.refusal(`${file}#inner_pages`)).code, 'view_fails');
  assert.equal((await place.refusal(`${file}#large`)).code, 'out_of_memory');
  assert.equal((await place.refusal(`${file}#sorted`)).code, 'out_of_memory');
  const database = await openSqliteFile(file, 128, 200);
  try {
    assert.throws(
      () => [...database.rows('SELECT * FROM thinking')],
      (error) => {
        const told = sqliteError(error, file, 'thinking');
        return told instanceof DataError && told.code === 'view_endless' && told.details.found === 'thinking';
      },
    );
  } finally {
    database.close();
  }
});

test('nothing can be written, attached or loaded', async () => {
  const database = await openSqliteFile(await write('kept.db', 'CREATE TABLE t (a)', 'INSERT INTO t VALUES (1)'), 128);
  try {
    for (const sql of [
      'INSERT INTO t VALUES (2)',
      'CREATE TABLE u (a)',
      "ATTACH '/database-journal' AS other",
      `ATTACH '${place.path('new.db')}' AS other`,
      `VACUUM INTO '${place.path('copy.db')}'`,
      "SELECT load_extension('x')",
    ])
      assert.throws(() => [...database.rows(sql)], { name: 'SqliteFault' }, sql);
  } finally {
    database.close();
  }
  assert.deepEqual(
    (await readdir(place.folder)).filter((name) => /^(?:new|copy)\.db/.test(name)),
    [],
  );
});

test('a view of rows without end can be cancelled', async () => {
  const file = await write(
    'endless.db',
    'CREATE VIEW v AS WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c) SELECT i FROM c',
  );
  const stop = new AbortController();
  const opening = openComparison({ reference: { path: file }, current: { path: file } }, place.engine, stop.signal, () =>
    setTimeout(() => stop.abort(), 100),
  );
  await assert.rejects(opening, { name: 'AbortError' });
  assert.deepEqual(await readdir(place.temp), []);
});

test('parts are read together by the names of their columns', async () => {
  await write('parts/1.db', 'CREATE TABLE t (a, b)', "INSERT INTO t VALUES (1, 'x')");
  await write('parts/2.db', 'CREATE TABLE t (b, a, c)', "INSERT INTO t VALUES ('y', 2, 0)");
  await place.read(`${place.path('parts')}/*.db#t`, async (table) => {
    assert.deepEqual(kindsOf(table), { a: 'number', b: 'text' });
    assert.deepEqual((await numbersOf(table, ['a'])).values[0], [1, 2]);
  });
  await write('parts/3.db', 'CREATE TABLE t (b)', 'INSERT INTO t VALUES (1)');
  const error = await place.refusal(place.path('parts'));
  assert.deepEqual([error.code, error.details.column], ['schema_differs_between_parts', 'a']);
});
