import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { test } from 'node:test';
import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { calm, kindsOf, literal, numbersOf, runSql, tallyOf, workplace } from './workplace.ts';

/** Names are data: whatever they hold, they are read as they stand and make nothing else happen. */
const place = await workplace('names');

const hostile = [
  "'; COPY (SELECT 1) TO 'out.csv'; --",
  '"',
  '""; DROP TABLE reference_rows; --',
  '</script><img src=x onerror=alert(1)>',
  '[1]',
  '*',
  '?',
  'c0',
  'b0',
  'rowid',
  'row_index',
  'file_row_number',
  'select',
  'a.b',
  '$1',
  '$' + '{x}',
  '%s',
  '\\',
  'Grüße 中文 😀',
  '__proto__',
  'constructor',
  'line one\nline two',
];

const csvField = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const sqlName = csvField;

/** Column i holds i, i + 100, i + 200. */
const rows = [0, 100, 200].map((base) => hostile.map((_, i) => base + i));

const csv = await place.write(
  'hostile.csv',
  `${[hostile.map(csvField), ...rows.map((row) => row.map(String))].map((row) => row.join(',')).join('\n')}\n`,
);
const jsonl = await place.write(
  'hostile.jsonl',
  // Written by hand: an object literal would swallow __proto__.
  rows.map((row) => `{${row.map((value, i) => `${JSON.stringify(hostile[i])}: ${value}`).join(', ')}}`).join('\n'),
);
const parquet = place.path('hostile.parquet');
await runSql(
  `COPY (SELECT ${hostile.map((name, i) => `range * 100 + ${i} AS ${sqlName(name)}`).join(', ')} FROM range(3)) TO ${literal(parquet)} (FORMAT parquet)`,
);
const arrowNames = hostile.filter((name) => name !== '__proto__');
const arrow = await place.write(
  'hostile.arrow',
  tableToIPC(
    tableFromArrays(
      Object.fromEntries(arrowNames.map((name) => [name, Int32Array.from([0, 1, 2], (n) => n * 100 + hostile.indexOf(name))])),
    ),
    'file',
  ),
);

for (const [file, names] of [
  [csv, hostile],
  [jsonl, hostile],
  [parquet, hostile],
  [arrow, arrowNames],
] as const) {
  test(`hostile column names: ${file.split('.').pop()}`, async () => {
    await place.read(file, async (table, { current }) => {
      assert.deepEqual(
        table.info.columns.map(({ name, kind }) => [name, kind]),
        names.map((name) => [name, 'number']),
      );
      const expected = names.map((name) => [0, 100, 200].map((base) => base + hostile.indexOf(name)));
      for (const one of [table, current]) {
        assert.deepEqual((await numbersOf(one, names)).values, expected);
        assert.deepEqual(
          (await one.profile(calm)).map(({ name, min }) => [name, min]),
          names.map((name, i) => [name, expected[i]![0]]),
        );
        for (const name of names) assert.equal((await tallyOf(one, name)).size, 3, name);
        assert.equal(await one.countDuplicates(calm), 0);
      }
    });
  });
}

test('hostile names in the spec: types by column', async () => {
  await place.read(csv, async (table) => assert.equal(kindsOf(table)["'; COPY (SELECT 1) TO 'out.csv'; --"], 'text'), {
    columns: { types: { "'; COPY (SELECT 1) TO 'out.csv'; --": 'text' } },
  });
});

test('hostile null spellings', async () => {
  const file = await place.write('nulls.csv', 'a,b\n1,x\n\');--,y\n2,"[]"\n');
  await place.read(
    file,
    async (table) => {
      assert.deepEqual((await numbersOf(table, ['a'])).values[0], [1, Number.NaN, 2]);
      assert.deepEqual(
        await tallyOf(table, 'b'),
        new Map([
          ['x', 1],
          ['y', 1],
          [null, 1],
        ] as [string | null, number][]),
      );
    },
    { nullValues: ["');--", '[]'] },
  );
});

test('hostile values come back as they stand', async () => {
  const values = ["'); DROP TABLE reference_rows; --", '=1+1', '</script>', '{"a": 1}', '%00', 'a\\b', 'null ', '😀', 'a\u2028b'];
  const file = await place.write('values.csv', `id,v\n${values.map((value, i) => `${i},${csvField(value)}`).join('\n')}\n`);
  await place.read(file, async (table) => assert.deepEqual(new Set((await tallyOf(table, 'v')).keys()), new Set(values)));
});

/** Name of a file that is asked for, and one beside it that a reader taking the name for a pattern would open. */
const files: readonly (readonly [string, string])[] = [
  ['a[1].csv', 'a1.csv'],
  ['z*.csv', 'zz.csv'],
  ['q?.csv', 'qq.csv'],
  ['s[ab]*.csv', 'sa1.csv'],
  ['b{1,2}.csv', 'b1.csv'],
  ["it's '; COPY.csv", 'other1.csv'],
  ['double"quote.csv', 'other2.csv'],
  ['</script>.csv'.replace('/', '∕'), 'other3.csv'],
  ['Grüße 中文 😀.csv', 'other4.csv'],
  ['line\nbreak.csv', 'other5.csv'],
  ['per%20cent%s.csv', 'per cent.csv'],
  ['back\\slash.csv', 'backslash.csv'],
  ['-dash.csv', 'dash.csv'],
  [' blank .csv', 'blank.csv'],
  ['$HOME.csv', 'HOME.csv'],
  ['~.csv', 'other6.csv'],
  ['#1;2&3.csv', 'other7.csv'],
];

const unix = process.platform !== 'win32';

for (const [name, other] of files) {
  for (const format of ['csv', 'parquet', 'jsonl'] as const) {
    test(`file name ${JSON.stringify(name)} as ${format}`, { skip: unix ? false : 'Windows has no such names' }, async () => {
      const as = (file: string): string => file.replace(/csv$/, format);
      const made = async (file: string, value: number): Promise<string> => {
        if (format === 'csv') return place.write(as(file), `v\n${value}\n`);
        if (format === 'jsonl') return place.write(as(file), `{"v": ${value}}\n`);
        const plain = place.path(`plain-${value}.parquet`);
        await runSql(`COPY (SELECT ${value} AS v) TO ${literal(plain)} (FORMAT parquet)`);
        const { readFile } = await import('node:fs/promises');
        return place.write(as(file), await readFile(plain));
      };
      const path = await made(name, 1);
      await made(other, 2);
      await place.read(path, async (table) => {
        assert.deepEqual(
          table.info.files.map((file) => file.path),
          [path],
        );
        assert.deepEqual((await numbersOf(table, ['v'])).values[0], [1], 'the file that was asked for, and no other');
        assert.equal(table.info.label, as(name));
      });
    });
  }
}

test('a[1].csv that does not exist is not found, though a1.csv would match', async () => {
  await place.write('b1.csv', 'v\n2\n');
  const error = await place.refusal(place.path('b[1].csv'));
  assert.deepEqual([error.code, error.details.file], ['file_not_found', place.path('b[1].csv')]);
});

test('a hostile folder name', async () => {
  const path = await place.write("fol'der [x] *?/data.csv", 'v\n1\n');
  await place.write("fol'der x zz/data.csv", 'v\n2\n');
  for (const asked of [path, place.path("fol'der [x] *?")]) {
    await place.read(asked, async (table) => assert.deepEqual((await numbersOf(table, ['v'])).values[0], [1]));
  }
});

test('a link is followed to its own target', async () => {
  const target = await place.write('elsewhere/target[1].csv', 'v\n7\n');
  const link = place.path('link*.csv');
  await symlink(target, link);
  await place.read(link, async (table) => assert.deepEqual((await numbersOf(table, ['v'])).values[0], [7]));
});
