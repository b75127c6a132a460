import assert from 'node:assert/strict';
import { chmod, mkdir, readFile, symlink } from 'node:fs/promises';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { calm, kindsOf, literal, numbersOf, runSql, workplace } from './workplace.ts';

/** Files that are not what they should be: each with the code and place it is refused with, or the note it is read with. */
const place = await workplace('bad');
const body = (count: number): string => Array.from({ length: count }, (_, i) => `${i},x${i}\n`).join('');
const good = await place.write('good.csv', `a,b\n${body(20)}`);
const parquet = place.path('good.parquet');
await runSql(`COPY (SELECT range AS a, hash(range) AS b FROM range(20000)) TO ${literal(parquet)} (FORMAT parquet)`);
const parquetBytes = await readFile(parquet);
const packed = gzipSync(`a,b\n${body(5000)}`);

interface Refused {
  readonly name: string;
  readonly data: string | Uint8Array;
  readonly code: string;
  readonly line?: number;
}

const refused: readonly Refused[] = [
  { name: 'empty.csv', data: '', code: 'empty_file' },
  { name: 'empty.parquet', data: '', code: 'empty_file' },
  { name: 'empty.csv.gz', data: gzipSync(''), code: 'no_rows' },
  { name: 'header.csv', data: 'a,b\n', code: 'header_only' },
  { name: 'header.tsv', data: 'a\tb', code: 'header_only' },
  // Lines 1 to 101 are sound; the quote opens on line 102 and takes the rest of the file.
  { name: 'quote.csv', data: `a,b\n${body(100)}1,"never closed\n${body(3000)}`, code: 'unclosed_quote', line: 102 },
  { name: 'nul.csv', data: `a,b\n1,\0\n${body(50)}`, code: 'corrupt_file', line: 2 },
  { name: 'text.parquet', data: `a,b\n${body(50)}`, code: 'not_this_format' },
  { name: 'parquet.csv', data: parquetBytes, code: 'not_this_format' },
  { name: 'parquet.arrow', data: parquetBytes, code: 'not_this_format' },
  { name: 'plain.csv.gz', data: `a,b\n${body(50)}`, code: 'not_this_format' },
  { name: 'packed.csv', data: packed, code: 'not_this_format' },
  { name: 'cut.parquet', data: parquetBytes.subarray(0, parquetBytes.length >> 1), code: 'corrupt_file' },
  { name: 'cut.csv.gz', data: packed.subarray(0, packed.length >> 1), code: 'corrupt_file' },
  { name: 'bad.jsonl', data: `{"a": 1}\n{"a": 2}\n{"a": x}\n{"a": 4}\n`, code: 'corrupt_file' },
  { name: 'notes.docx', data: 'x', code: 'unsupported_format' },
];

for (const { name, data, code, line } of refused) {
  for (const side of ['reference', 'current'] as const) {
    test(`${name} as ${side}: ${code}`, async () => {
      const file = await place.write(name, data);
      const error = await place.refusal(side === 'reference' ? file : good, side === 'current' ? file : good);
      assert.deepEqual([error.code, error.details.side, error.details.file], [code, side, file]);
      if (line !== undefined) assert.equal(error.details.line, line);
    });
  }
}

test('paths that lead nowhere', async () => {
  await mkdir(place.path('empty'));
  await symlink(place.path('gone.csv'), place.path('broken.csv'));
  for (const [path, code] of [
    ['missing.csv', 'file_not_found'],
    ['broken.csv', 'file_not_found'],
    ['empty', 'no_files_match'],
    ['nothing-*.csv', 'no_files_match'],
  ] as const) {
    const error = await place.refusal(place.path(path));
    assert.deepEqual([error.code, error.details.file, error.details.side], [code, place.path(path), 'reference']);
  }
});

test('no permission', { skip: process.getuid?.() === 0 ? 'root may read everything: RUN THIS AS A USER' : false }, async () => {
  const file = await place.write('locked.csv', 'a\n1\n');
  await chmod(file, 0);
  assert.equal((await place.refusal(file)).code, 'file_not_readable');
});

test('a few ragged rows are left out and told with their line; mostly ragged is refused', async () => {
  // Header, 50 rows, then line 52.
  const few = await place.write('few.csv', `a,b\n${body(50)}1,2,3\n${body(50)}`);
  await place.read(few, async (table, { notes }) => {
    assert.equal(table.info.rows, 100);
    const note = notes.find(({ side }) => side === 'reference');
    assert.deepEqual([note?.code, note?.values.line, note?.values.rows, note?.values.file], ['rows_rejected', 52, 1, few]);
  });
  const most = await place.write(
    'most.csv',
    `a,b\n1,2\n${Array.from({ length: 50 }, (_, i) => `1,${',x'.repeat(2 + (i % 5))}\n`).join('')}`,
  );
  assert.equal((await place.refusal(most)).code, 'ragged_rows');
});

for (const [name, data] of [
  ['bom.csv', `\ufeffa,b\n${body(20)}`],
  ['cr.csv', `a,b\n${body(20)}`.replaceAll('\n', '\r')],
  ['crlf.csv', `a,b\n${body(20)}`.replaceAll('\n', '\r\n')],
  ['utf16.csv', Buffer.from(`\ufeffa,b\n${body(20)}`, 'utf16le')],
  ['no-end.csv', `a,b\n${body(20)}`.trimEnd()],
] as const) {
  test(`${name} is read as if it were plain`, async () => {
    await place.read(await place.write(name, data), async (table, { notes }) => {
      assert.deepEqual(kindsOf(table), { a: 'number', b: 'text' });
      assert.equal(table.info.rows, 20);
      assert.deepEqual(notes, []);
    });
  });
}

test('Latin-1 is read, with a note', async () => {
  const file = await place.write('latin.csv', Buffer.from('a,b\n1,Größe\n2,Maß\n', 'latin1'));
  await place.read(file, async (table, { notes }) => {
    assert.deepEqual((await table.countValues('b', {}, 9, calm)).values, ['Größe', 'Maß']);
    assert.deepEqual([notes[0]?.code, notes[0]?.values.encoding], ['encoding_assumed', 'latin-1']);
  });
});

test('null spellings that hold the delimiter or the quote', async () => {
  const file = await place.write('nulls.csv', 'a,b\n1,x\n",",y\n3,",;"\n4,"q""q"\n');
  await place.read(
    file,
    async (table) => {
      assert.deepEqual(kindsOf(table), { a: 'number', b: 'text' });
      assert.deepEqual((await numbersOf(table, ['a'])).values[0], [1, Number.NaN, 3, 4]);
      assert.deepEqual((await table.countValues('b', {}, 9, calm)).values, ['x', 'y']);
    },
    { nullValues: [',', ',;', 'q"q'] },
  );
});

test('repeated and empty header names', async () => {
  await place.read(await place.write('names.csv', 'a,a,,A\n1,2,3,4\n5,6,7,8\n'), async (table, { notes }) => {
    assert.deepEqual(Object.keys(kindsOf(table)), ['a', 'a_1', 'column2', 'A']);
    assert.deepEqual([notes[0]?.code, notes[0]?.column], ['duplicate_column_name', 'a']);
  });
});

test('one row, and 2,000 columns of 20 rows', async () => {
  await place.read(await place.write('one.csv', 'a,b\n1,\n'), async (table) => assert.equal(table.info.rows, 1));
  const names = Array.from({ length: 2000 }, (_, i) => `c${i}`);
  const wide = await place.write(
    'wide.csv',
    `${[names, ...Array.from({ length: 20 }, (_, r) => names.map((_, i) => r * i))].join('\n')}\n`,
  );
  const options = { ...place.engine, memoryLimitMb: 1024 };
  await place.read(wide, async (table) => assert.equal((await numbersOf(table, ['c1999'])).values[0]?.[3], 3 * 1999), {}, options);
});

test('parts without a common column are refused, naming the part', async () => {
  await place.write('parts/1.csv', 'a,b\n1,2\n');
  const other = await place.write('parts/2.csv', 'x,y\n1,2\n');
  const error = await place.refusal(place.path('parts'));
  assert.deepEqual([error.code, error.details.file], ['schema_differs_between_parts', other]);
});
