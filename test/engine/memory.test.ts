import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calm, literal, numbersOf, runSql, workplace } from './workplace.ts';

/** Large pairs under a small limit; the big one only with DRIFTBOOK_BIG=1. */
const place = await workplace('memory');
const big = process.env.DRIFTBOOK_BIG === '1';

for (const [rows, columns, memoryLimitMb, run] of [
  [200_000, 20, 256, true],
  [1_000_000, 50, 1024, big],
] as const) {
  test(`${rows} × ${columns} under ${memoryLimitMb} MiB`, { skip: run ? false : 'set DRIFTBOOK_BIG=1' }, async (t) => {
    const file = place.path(`${rows}.csv`);
    const list = Array.from({ length: columns }, (_, i) => `hash(range * ${columns} + ${i}) % 1000000 / 3.0 AS x${i}`);
    await runSql(`COPY (SELECT ${list.join(', ')} FROM range(${rows})) TO ${literal(file)} (FORMAT csv, HEADER)`);
    const options = { ...place.engine, memoryLimitMb };
    const { values } = await place.read(
      file,
      async (table, { current }) => {
        assert.equal((await current.profile(calm)).length, columns);
        return numbersOf(table, ['x0']);
      },
      {},
      options,
    );
    assert.equal(values[0]?.length, rows);
    t.diagnostic(`peak RSS ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB, the writing of the file included`);
  });
}
