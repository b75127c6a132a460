import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ColumnKind } from '../../src/core/data/columnKind.ts';
import { DataError } from '../../src/core/data/dataError.ts';
import type { Table } from '../../src/core/data/table.ts';
import { kindsOf, literal, numbersOf, profileOf, runSql, tallyOf, workplace } from './workplace.ts';

/** What the reference pins for current: a guess about current must never look like drift. */
const place = await workplace('pinning');
let made = 0;
const csv = (text: string, suffix = 'csv'): Promise<string> => place.write(`f${made++}.${suffix}`, text);

/** Lines `row(0)` … under a header. */
const lines = (header: string, count: number, row: (i: number) => string): string =>
  `${[header, ...Array.from({ length: count }, (_, i) => row(i))].join('\n')}\n`;

const values = async (table: Table, column: string): Promise<number[]> => (await numbersOf(table, [column])).values[0]!;
const upTo = (count: number, of: (i: number) => number): number[] => Array.from({ length: count }, (_, i) => of(i));

for (const [name, delimiter, suffix] of [
  ['TSV', '\t', 'tsv'],
  ['semicolons', ';', 'csv'],
  ['bars', '|', 'txt'],
] as const) {
  test(`${name} against a comma reference, both ways`, async () => {
    const comma = await csv(lines('x,y', 50, (i) => `${i}.5,"a,b"`));
    const other = await csv(
      lines(`x${delimiter}y`, 50, (i) => `${i}.5${delimiter}"a,b"`),
      suffix,
    );
    for (const [reference, current] of [
      [comma, other],
      [other, comma],
    ] as const) {
      await place.open({ reference, current }, async (opened) => {
        for (const table of [opened.reference, opened.current]) {
          assert.deepEqual(kindsOf(table), { x: 'number', y: 'text' });
          assert.deepEqual(
            await values(table, 'x'),
            upTo(50, (i) => i + 0.5),
          );
          assert.deepEqual(await tallyOf(table, 'y'), new Map([['a,b', 50]]));
        }
      });
    }
  });
}

test('decimal commas: with semicolons, in the reference, in current against Parquet', async () => {
  const european = await csv(lines('x;y', 60, (i) => `1.${String(i).padStart(3, '0')},5;${i}`));
  const parquet = place.path('decimal.parquet');
  await runSql(`COPY (SELECT 1000.5 + range AS x, range AS y FROM range(60)) TO ${literal(parquet)} (FORMAT parquet)`);
  const expected = upTo(60, (i) => 1000.5 + i);
  await place.read(european, async (table, { current }) => {
    assert.deepEqual(await values(table, 'x'), expected);
    assert.deepEqual(await values(current, 'x'), expected);
  });
  await place.open({ reference: parquet, current: european }, async ({ current }) => {
    assert.deepEqual(kindsOf(current), { x: 'number', y: 'number' });
    assert.deepEqual(await values(current, 'x'), expected);
    assert.equal((await profileOf(current, 'x')).unreadable, 0);
  });
});

test('"1.234" means what it means in the reference: no decimal comma is assumed', async () => {
  const plain = await csv(lines('x;y', 40, (i) => `1.${234 + i};${i}`));
  await place.read(plain, async (table) => assert.deepEqual((await values(table, 'x')).slice(0, 2), [1.234, 1.235]));
});

test('null spellings: "NA" columns, the usual ones, and those of the spec', async () => {
  const spellings = ['', 'NA', 'N/A', 'n/a', '#N/A', '<NA>', 'NaN', 'nan', 'NaT', 'NULL', 'null', 'None'];
  const reference = await csv(lines('x,t', 60, (i) => `${i},v${i % 3}`));
  const current = await csv(
    lines('x,t', spellings.length * 5, (i) => (i % 5 === 0 ? `${spellings[i / 5]},${spellings[i / 5]}` : `${i},v0`)),
  );
  await place.open({ reference, current }, async (opened) => {
    for (const name of ['x', 't']) {
      const profile = await profileOf(opened.current, name);
      assert.deepEqual([profile.nulls, profile.unreadable], [spellings.length, 0], name);
    }
    assert.equal((await profileOf(opened.current, 'x')).kind, 'number');
  });
  const all = await csv(lines('x,t', 20, (i) => `NA,v${i % 2}`));
  await place.open({ reference, current: all }, async (opened) => {
    assert.equal(kindsOf(opened.current).x, 'number', 'a column of nulls takes the kind of the reference');
    assert.equal((await profileOf(opened.current, 'x')).nulls, 20);
  });
  await place.open({ reference: all, current: reference }, async (opened) => {
    assert.equal(kindsOf(opened.reference).x, 'number', 'and the other way round');
    assert.equal(kindsOf(opened.current).x, 'number');
  });
  const own = await csv(lines('x,t', 20, (i) => (i === 0 ? '-,NA' : `${i},v`)));
  await place.read(
    own,
    async (table) => {
      assert.equal((await profileOf(table, 'x')).nulls, 1);
      assert.deepEqual(
        await tallyOf(table, 't'),
        new Map([
          ['v', 19],
          ['NA', 1],
        ]),
      );
    },
    { nullValues: ['-'] },
  );
});

test('an integer reference, a fractional current: one kind, no value lost', async () => {
  const whole = await csv(lines('x,y', 50, (i) => `${i},1`));
  const fractional = await csv(lines('x,y', 50, (i) => `${i}.25,1`));
  const parquet = place.path('int.parquet');
  await runSql(`COPY (SELECT range::INTEGER AS x, 1 AS y FROM range(50)) TO ${literal(parquet)} (FORMAT parquet)`);
  for (const reference of [whole, parquet]) {
    await place.open({ reference, current: fractional }, async ({ current }) => {
      assert.deepEqual(
        await values(current, 'x'),
        upTo(50, (i) => i + 0.25),
      );
      assert.equal((await profileOf(current, 'x')).unreadable, 0);
    });
  }
});

test('categories spelled as numbers stay texts when the reference has texts', async () => {
  const reference = await csv(lines('code,y', 40, (i) => `${i % 2 ? 'A1' : '007'},${i}`));
  const current = await csv(lines('code,y', 40, (i) => `007,${i}`));
  await place.open({ reference, current }, async (opened) => {
    assert.deepEqual(await tallyOf(opened.current, 'code'), new Map([['007', 40]]), 'not 7');
  });
});

const stamp = (i: number): string => new Date(Date.UTC(2024, 0, 1) + i * 3_600_000).toISOString();

for (const [name, spell] of [
  ['with Z', (i: number) => stamp(i)],
  ['with a space', (i: number) => stamp(i).slice(0, 19).replace('T', ' ')],
  ['with an offset', (i: number) => `${stamp(i + 2).slice(0, 19)}+02:00`],
] as const) {
  test(`timestamps stored as text ${name}: in CSV, JSONL and Parquet, against real ones`, async () => {
    const expected = upTo(48, (i) => Date.UTC(2024, 0, 1, i));
    const text = lines('w,y', 48, (i) => `${spell(i)},${i}`);
    const file = await csv(text);
    const json = await place.write(
      `t${made++}.jsonl`,
      Array.from({ length: 48 }, (_, i) => JSON.stringify({ w: spell(i), y: i })).join('\n'),
    );
    const asText = place.path(`text${made++}.parquet`);
    const real = place.path(`real${made++}.parquet`);
    await runSql(
      `COPY (SELECT * FROM read_csv(${literal(file)}, all_varchar = true)) TO ${literal(asText)} (FORMAT parquet)`,
      `COPY (SELECT TIMESTAMP '2024-01-01' + INTERVAL (range) HOUR AS w, range AS y FROM range(48)) TO ${literal(real)} (FORMAT parquet)`,
    );
    for (const one of [file, json, asText]) {
      for (const [reference, current] of [
        [real, one],
        [one, real],
      ] as const) {
        await place.open({ reference, current }, async (opened) => {
          for (const table of [opened.reference, opened.current]) {
            assert.equal(kindsOf(table).w, 'timestamp', one);
            assert.deepEqual(await values(table, 'w'), expected, one);
          }
        });
      }
    }
  });
}

test('day and month: the reference decides for a current that could be either', async () => {
  const date = (day: number, month: number): string => `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/2024`;
  const reference = await csv(lines('w,y', 28, (i) => `${date(i + 1, 2)},${i}`));
  const current = await csv(lines('w,y', 12, (i) => `${date(i + 1, 3)},${i}`));
  await place.open({ reference, current }, async (opened) => {
    assert.deepEqual(
      await values(opened.current, 'w'),
      upTo(12, (i) => Date.UTC(2024, 2, i + 1)),
    );
  });
  await place.read(current, async (table) => assert.equal(kindsOf(table).w, 'text', 'alone it would be a guess: it stays text'));
});

test('a bad value far behind the sample counts as unreadable, in either file', async () => {
  // The first 20,000 rows are the sample types are found on (engine/sources/csv/csvColumns.ts).
  const good = await csv(lines('x,y', 100, (i) => `${i},1`));
  const late = await csv(lines('x,y', 30_000, (i) => (i === 29_000 ? 'oops,1' : `${i},1`)));
  for (const [reference, current] of [
    [good, late],
    [late, good],
  ] as const) {
    await place.open({ reference, current }, async (opened) => {
      const table = reference === late ? opened.reference : opened.current;
      const profile = await profileOf(table, 'x');
      assert.deepEqual(
        [profile.kind, profile.unreadable, profile.nulls, profile.rows],
        ['number', 1, 1, 30_000],
        'an unreadable value counts as null too',
      );
      const read = await values(table, 'x');
      assert.deepEqual([read.length, read[28_999], read[29_001]], [30_000, 28_999, 29_001]);
      assert.ok(Number.isNaN(read[29_000]));
    });
  }
});

// 5 % of 1,000 values is the limit (readableShare in engine/types/inferReading.ts).
for (const [bad, kind] of [
  [50, 'number'],
  [51, 'text'],
  [1000, 'text'],
] as const) {
  test(`${bad} of 1,000 values are no numbers: current is ${kind}`, async () => {
    const reference = await csv(lines('x,y', 100, (i) => `${i},1`));
    const current = await csv(lines('x,y', 1000, (i) => `${(i * 7) % 1000 < bad ? `w${i}` : i},1`));
    await place.open({ reference, current }, async (opened) => {
      assert.deepEqual([kindsOf(opened.reference).x, kindsOf(opened.current).x], ['number', kind]);
      if (kind === 'number') assert.equal((await profileOf(opened.current, 'x')).unreadable, bad);
    });
  });
}

for (const [name, referenceSql, currentSql, kinds] of [
  ['0/1 against booleans', 'range % 2 = 0', '(range % 2)::INTEGER', ['boolean', 'boolean']],
  ['booleans against 0/1', '(range % 2)::INTEGER', 'range % 2 = 0', ['number', 'number']],
  ['numbers as text against numbers', 'range', 'range::VARCHAR', ['number', 'number']],
  ['times against numbers', 'range', "TIMESTAMP '2024-01-01'", ['number', 'timestamp']],
  ['numbers against lists', '[range]', 'range', ['nested', 'number']],
] as const) {
  test(`Parquet, ${name}`, async () => {
    const paths = { reference: place.path(`r${made}.parquet`), current: place.path(`c${made++}.parquet`) };
    await runSql(
      `COPY (SELECT ${referenceSql} AS x FROM range(30)) TO ${literal(paths.reference)} (FORMAT parquet)`,
      `COPY (SELECT ${currentSql} AS x FROM range(30)) TO ${literal(paths.current)} (FORMAT parquet)`,
    );
    await place.open(paths, async ({ reference, current }) => {
      assert.deepEqual([kindsOf(reference).x, kindsOf(current).x], kinds);
    });
  });
}

for (const [type, expected] of [
  ['text', 'text'],
  ['number', 'number'],
  ['timestamp', 'timestamp'],
] as const satisfies readonly (readonly [ColumnKind, ColumnKind])[]) {
  test(`columns.types: a column of seconds as ${type}, CSV and Parquet`, async () => {
    const file = await csv(lines('s,y', 30, (i) => `${1_700_000_000 + i},1`));
    const parquet = place.path(`s${made++}.parquet`);
    await runSql(`COPY (SELECT 1700000000 + range AS s, 1 AS y FROM range(30)) TO ${literal(parquet)} (FORMAT parquet)`);
    for (const one of [file, parquet]) {
      await place.read(
        one,
        async (table, { current }) => {
          assert.deepEqual([kindsOf(table).s, kindsOf(current).s], [expected, expected], one);
          if (type === 'timestamp') assert.equal((await values(table, 's'))[1], 1_700_000_001_000, one);
          if (type === 'text') assert.equal((await tallyOf(table, 's')).get('1700000000'), 1, one);
        },
        { columns: { types: { s: type } } },
      );
    }
  });
}

test('columns.types: what cannot be a time is refused by name', async () => {
  const parquet = place.path('bool.parquet');
  await runSql(`COPY (SELECT range > 3 AS b FROM range(9)) TO ${literal(parquet)} (FORMAT parquet)`);
  const error = await place.refusal(parquet, parquet, { columns: { types: { b: 'timestamp' } } });
  assert.deepEqual([error.code, error.details.column, error.details.side], ['not_a_timestamp', 'b', 'reference']);
});

test('a column that is not there is unknown_column; a bucket by what is no time, not_a_timestamp', async () => {
  const file = await csv(lines('x,y', 5, (i) => `${i},1`));
  await place.read(file, async (table) => {
    await assert.rejects(numbersOf(table, ['z']), (error) => error instanceof DataError && error.code === 'unknown_column');
    await assert.rejects(
      numbersOf(table, ['x'], { time: { column: 'y', unitMs: 1000 } }),
      (error) => error instanceof DataError && error.code === 'not_a_timestamp',
    );
  });
});
