import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calm, literal, runSql, workplace } from './workplace.ts';

/** Codes against plain counting in JavaScript over the same generated rows. */
const place = await workplace('codes');
const file = place.path('rows.parquet');
await runSql(
  `COPY (SELECT CASE WHEN range % 13 = 0 THEN NULL WHEN range % 5 = 0 THEN 'it''s; DROP TYPE "x"' ELSE 'word ' || range % 3 END AS s,
    CASE WHEN range % 9 = 0 THEN 'nan'::DOUBLE ELSE (range % 4)::DOUBLE END AS x, range % 2 = 0 AS f, NULL::VARCHAR AS empty FROM range(10000))
    TO ${literal(file)} (FORMAT parquet, ROW_GROUP_SIZE 4096)`,
);
const expected = Array.from({ length: 10_000 }, (_, i) => ({
  s: i % 13 === 0 ? null : i % 5 === 0 ? `it's; DROP TYPE "x"` : `word ${i % 3}`,
  x: i % 9 === 0 ? null : String(i % 4),
  f: String(i % 2 === 0),
  empty: null,
}));

test('codes lead back to the values, row by row', async () => {
  await place.read(file, async (table) => {
    const names = ['s', 'x', 'f', 'empty'] as const;
    const coded = await table.readCodes(names, 100, calm);
    assert.deepEqual(
      coded.map(({ name }) => name),
      names,
    );
    for (const { name, values, codes } of coded) {
      const back = Array.from(codes, (code) => (code === -2 ? null : values[code]));
      assert.deepEqual(
        back,
        expected.map((row) => row[name as (typeof names)[number]]),
      );
    }
  });
});

test('beyond the limit the less frequent values share -1, and the most frequent stand first', async () => {
  await place.read(file, async (table) => {
    const [s] = await table.readCodes(['s'], 1, calm);
    const tally = new Map<string | null, number>();
    for (const row of expected) tally.set(row.s, (tally.get(row.s) ?? 0) + 1);
    const most = [...tally].filter(([value]) => value !== null).sort((a, b) => b[1] - a[1])[0]![0];
    assert.deepEqual(s?.values, [most]);
    assert.deepEqual(
      Array.from(s?.codes ?? []),
      expected.map((row) => (row.s === null ? -2 : row.s === most ? 0 : -1)),
    );
  });
});
