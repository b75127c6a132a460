import assert from 'node:assert/strict';
import { truncate, utimes, writeFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import { DataError } from '../../src/core/data/dataError.ts';
import { Database } from '../../src/engine/database/database.ts';
import { DuckTable } from '../../src/engine/table/duckTable.ts';
import { Relation } from '../../src/engine/table/relation.ts';
import { calm, literal, numbersOf, runSql, workplace } from './workplace.ts';

/**
 * DuckDB ends a failed stream as if it were complete (performance.md §8.1). A report over half the rows would look right and be wrong: every
 * stream must be counted.
 */
const place = await workplace('guard');
const database = await Database.open({ files: [], directory: place.path('work'), memoryMb: 256, threads: 2 });
after(() => database.close());
const rows = 10_000;
await database.run(`CREATE TABLE t AS SELECT i::DOUBLE AS c0, 'v' || (i % 7) AS c1 FROM range(${rows}) AS r(i)`, calm);
// Fails on its last row, long after the stream has begun.
await database.run(
  `CREATE VIEW late AS SELECT CASE WHEN c0 = ${rows - 1} THEN error('row gone bad')::DOUBLE ELSE c0 END AS c0, c1 FROM t`,
  calm,
);

/** The table over a relation that claims to have so many rows. */
function tableOf(name: string, claimed: number): DuckTable {
  const column = { kind: 'number', physicalType: 'DOUBLE', value: 'c0', floating: true, bad: null } as const;
  const text = { kind: 'text', physicalType: 'VARCHAR', value: 'c1', floating: false, bad: null } as const;
  const relation = new Relation({
    database,
    name,
    rows: claimed,
    columns: [
      { name: 'x', ...column },
      { name: 'v', ...text },
    ],
    rowIndex: name === 't' ? 'rowid' : null,
    place: { side: 'current', file: 'made.parquet' },
    changed: async () => null,
  });
  return new DuckTable(relation, { label: name, path: 'made.parquet', format: 'parquet', files: [] }, 1e8);
}

const code = (expected: string) => (error: unknown) => {
  assert.ok(error instanceof DataError, String(error));
  assert.equal(error.code, expected);
  assert.equal(error.details.side, 'current');
  return true;
};

test('a whole stream passes', async () => {
  const { values } = await numbersOf(tableOf('t', rows), ['x']);
  assert.equal(values[0]?.length, rows);
});

for (const claimed of [rows + 1, rows - 1]) {
  test(`${rows} rows where ${claimed} were opened: readNumbers and countValues reject`, async () => {
    const table = tableOf('t', claimed);
    await assert.rejects(numbersOf(table, ['x']), (error) => {
      assert.ok(error instanceof DataError);
      assert.deepEqual([error.details.expected, error.details.found], [String(claimed), String(rows)]);
      return code('read_failed')(error);
    });
    await assert.rejects(table.countValues('v', {}, 10, calm), code('read_failed'));
    await assert.rejects(table.countValues('v', { rows: { size: 100 } }, 10, calm), code('read_failed'));
  });
}

test('a stream that breaks off rejects with what the reader has to say', async () => {
  await assert.rejects(numbersOf(tableOf('late', rows), ['x']), (error) => {
    assert.match((error as DataError).details.found ?? '', /row gone bad/);
    return code('read_failed')(error);
  });
});

test('the profile of a relation that breaks off rejects too', async () => {
  await assert.rejects(tableOf('late', rows).profile(calm), code('read_failed'));
});

test('a Parquet file cut, replaced or gone while it is open is told as file_changed', async () => {
  const file = place.path('open.parquet');
  for (const change of [
    (): Promise<void> => truncate(file, 2000),
    async (): Promise<void> => {
      await runSql(`COPY (SELECT range AS x FROM range(10)) TO ${literal(file)} (FORMAT parquet)`);
      await utimes(file, 1, 1);
    },
    (): Promise<void> => writeFile(file, 'no longer Parquet'),
  ]) {
    await runSql(`COPY (SELECT random() AS x FROM range(50000)) TO ${literal(file)} (FORMAT parquet)`);
    await place.read(file, async (table) => {
      await change();
      await assert.rejects(numbersOf(table, ['x']), (error) => {
        assert.ok(error instanceof DataError, String(error));
        assert.deepEqual([error.code, error.details.file], ['file_changed', file]);
        return true;
      });
    });
  }
});

test('a sink that throws ends the stream, and the table can be read again', async () => {
  const table = tableOf('t', rows);
  const stop = new Error('enough');
  await assert.rejects(
    table.readNumbers(
      ['x'],
      {},
      () => {
        throw stop;
      },
      calm,
    ),
    /enough/,
  );
  assert.equal((await numbersOf(table, ['x'])).values[0]?.length, rows);
});
