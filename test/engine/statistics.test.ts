import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ValueCounts } from '../../src/core/data/valueCounts.ts';
import { calm, literal, numbersOf, profileOf, runSql, workplace } from './workplace.ts';

/** Profiles and counts against plain counting in JavaScript over the same generated rows. */
const place = await workplace('statistics');
const file = place.path('rows.parquet');
await runSql(
  `COPY (SELECT CASE WHEN range % 7 = 0 THEN NULL WHEN range % 11 = 0 THEN 'nan'::DOUBLE WHEN range % 501 = 0 THEN '-inf'::DOUBLE ELSE range % 1000 / 4 END AS x,
    (range % 40)::INTEGER AS k, CASE WHEN range % 13 = 0 THEN NULL ELSE 'word ' || range % 17 END AS s, range % 3 = 0 AS f, range AS id, TIMESTAMP '2024-03-01' + INTERVAL (range // 2) MINUTE AS t
    FROM range(30000)) TO ${literal(file)} (FORMAT parquet, ROW_GROUP_SIZE 4096)`,
);
const rows = Array.from({ length: 30_000 }, (_, i) => ({
  x: i % 7 === 0 ? null : i % 11 === 0 ? Number.NaN : i % 501 === 0 ? Number.NEGATIVE_INFINITY : (i % 1000) / 4,
  k: i % 40,
  s: i % 13 === 0 ? null : `word ${i % 17}`,
  t: Date.UTC(2024, 2, 1) + Math.floor(i / 2) * 60_000,
}));

test('the profile of numbers with holes', async () => {
  await place.read(file, async (table) => {
    const x = rows.map((row) => row.x);
    const finite = x.filter((value): value is number => value !== null && Number.isFinite(value));
    const found = await profileOf(table, 'x');
    assert.deepEqual(
      [found.nulls, found.nans, found.infinities, found.min, found.max, found.integer, found.increasing, found.distinctExact],
      [
        x.filter((v) => v === null).length,
        x.filter((v) => Number.isNaN(v)).length,
        x.filter((v) => v === Number.NEGATIVE_INFINITY).length,
        0,
        249.75,
        false,
        'none',
        true,
      ],
    );
    // -Infinity is a value too, NaN is none.
    assert.equal(found.distinct, new Set(finite).size + 1);
  });
});

test('the profiles of an identifier, a time and a text', async () => {
  await place.read(file, async (table) => {
    const id = await profileOf(table, 'id');
    assert.deepEqual([id.increasing, id.integer, id.distinct, id.distinctExact], ['strict', true, 30_000, true]);
    const t = await profileOf(table, 't');
    assert.deepEqual([t.increasing, t.min, t.max], ['weak', rows[0]?.t, rows.at(-1)?.t]);
    const s = await profileOf(table, 's');
    assert.deepEqual([s.distinct, s.distinctExact, s.meanWords, s.min], [17, true, 2, null]);
    const f = await profileOf(table, 'f');
    assert.deepEqual([f.distinct, [...f.examples].sort(), f.min], [2, ['false', 'true'], null]);
  });
});

for (const [name, key] of [
  ['group', { rows: { size: 7000 }, group: { column: 'k', buckets: 5 } }],
  ['day, beside buckets of rows', { rows: { size: 7000 }, time: { column: 't', unitMs: 86_400_000 } }],
] as const)
  test(`values are counted by bucket and ${name}; the rest beyond the limit stands under -1, nulls under -2`, async () => {
    await place.read(file, async (table) => {
      const { groups, buckets } = await numbersOf(table, ['x'], key);
      if ('time' in key) {
        assert.deepEqual(
          [...buckets!],
          rows.map((_, i) => Math.floor(i / 7000)),
        );
        assert.deepEqual(
          [...groups!],
          rows.map(({ t }) => Math.floor(t / 86_400_000)),
        );
      }
      const frequency = new Map<string, number>();
      for (const { s } of rows) if (s !== null) frequency.set(s, (frequency.get(s) ?? 0) + 1);
      const order = [...frequency].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value]) => value);
      const expected = new Map<string, number>();
      rows.forEach(({ s }, i) => {
        const at = s === null ? -2 : order.indexOf(s) < 4 ? order.indexOf(s) : -1;
        const cell = `${at} ${buckets[i]} ${groups[i]}`;
        expected.set(cell, (expected.get(cell) ?? 0) + 1);
      });
      const counts = await table.countValues('s', key, 4, calm);
      assert.deepEqual([counts.values, counts.distinct], [order.slice(0, 4), 17]);
      assert.deepEqual(
        new Map([...counts.count].map((n, i) => [`${counts.value[i]} ${counts.bucket[i]} ${counts.group[i]}`, n])),
        expected,
      );
    });
  });

test('hours as buckets, numbers as values without a decimal point', async () => {
  await place.read(file, async (table) => {
    const counts = await table.countValues('k', { time: { column: 't', unitMs: 3_600_000 } }, 100, calm);
    assert.equal(counts.values.length, 40);
    assert.ok(counts.values.every((value) => /^\d+$/.test(value)));
    assert.equal(Math.min(...counts.bucket), Math.floor(Date.UTC(2024, 2, 1) / 3_600_000));
    assert.equal(new Set(counts.bucket).size, Math.ceil(30_000 / 120));
  });
});

test('the numbers kept while profiling are those that are read, row by row; only of the columns asked for', async () => {
  await place.read(file, async (table) => {
    const numeric = table.info.columns.filter(({ kind }) => kind === 'number').map(({ name }) => name);
    const held = new Map<string, Float64Array>();
    const offered: string[] = [];
    await table.profile(calm, (column) => {
      offered.push(column);
      if (column === numeric[0]) return null;
      held.set(column, new Float64Array(table.info.rows).fill(Number.NEGATIVE_INFINITY));
      return held.get(column) ?? null;
    });
    assert.deepEqual(offered, numeric);
    const { values } = await numbersOf(table, [...held.keys()]);
    assert.deepEqual(
      [...held.values()].map((column) => [...column]),
      values,
    );
  });
});

test('columns counted together have the counts of each alone, few values and many, with and without a key', async () => {
  const keys = [
    {},
    { rows: { size: 7000 } },
    { rows: { size: 7000 }, group: { column: 'k', buckets: 5 } },
    { rows: { size: 7000 }, time: { column: 't', unitMs: 86_400_000 } },
  ];
  const names = ['s', 'k', 'f', 'x'];
  const cells = ({ value, bucket, group, count }: ValueCounts) =>
    [...count].map((n, i) => `${value[i]} ${bucket[i]} ${group[i]} ${n}`).sort();
  await place.read(file, async (table) => {
    await table.profile(calm);
    for (const key of keys) {
      const together = await table.countValuesTogether(names, key, 4, calm);
      for (const [i, name] of names.entries()) {
        const alone = await table.countValues(name, key, 4, calm);
        const counts = together[i] as ValueCounts;
        assert.deepEqual([counts.values, counts.distinct, cells(counts)], [alone.values, alone.distinct, cells(alone)], name);
        assert.equal(
          counts.count.reduce((sum, n) => sum + n, 0),
          rows.length,
        );
      }
    }
  });
});

test('repeated rows are counted over all scalar columns, and not at all where that would not fit', async () => {
  const twice = place.path('twice.parquet');
  await runSql(`COPY (SELECT range % 900 AS a, [range] AS nested FROM range(1000)) TO ${literal(twice)} (FORMAT parquet)`);
  await place.read(twice, async (table) => assert.equal(await table.countDuplicates(calm), 100));
  await place.read(file, async (table) => assert.equal(await table.countDuplicates(calm), null), {}, { ...place.engine, memoryLimitMb: 4 });
});

test('texts of thousands of values are counted by rank just the same', async () => {
  const many = place.path('many.parquet');
  await runSql(
    `COPY (SELECT CASE WHEN range % 101 = 0 THEN NULL ELSE 'v' || (range * range % 3001) END AS s FROM range(20000)) TO ${literal(many)} (FORMAT parquet)`,
  );
  await place.read(many, async (table) => {
    const values = Array.from({ length: 20_000 }, (_, i) => (i % 101 === 0 ? null : `v${(i * i) % 3001}`));
    const frequency = new Map<string, number>();
    for (const value of values) if (value !== null) frequency.set(value, (frequency.get(value) ?? 0) + 1);
    const order = [...frequency].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value]) => value);
    const rank = new Map(order.slice(0, 1200).map((value, i) => [value, i]));
    const expected = new Map<string, number>();
    values.forEach((value, i) => {
      const cell = `${value === null ? -2 : (rank.get(value) ?? -1)} ${Math.floor(i / 6000)}`;
      expected.set(cell, (expected.get(cell) ?? 0) + 1);
    });
    const counts = await table.countValues('s', { rows: { size: 6000 } }, 1200, calm);
    assert.ok(order.length > 1200);
    assert.deepEqual([counts.values, counts.distinct], [order.slice(0, 1200), order.length]);
    assert.deepEqual(new Map([...counts.count].map((n, i) => [`${counts.value[i]} ${counts.bucket[i]}`, n])), expected);
  });
});

test('after a profile repeated rows are looked for in the most telling columns first, with the same result', async () => {
  const columns = (period: number) =>
    Array.from({ length: 9 }, (_, i) => `CASE WHEN range = 5 AND ${i} < 8 THEN NULL ELSE range % ${period} // ${i + 1} END AS c${i}`).join(
      ', ',
    );
  const repeats = async (name: string, sql: string): Promise<number | null> => {
    const path = place.path(`${name}.parquet`);
    await runSql(`COPY (SELECT ${sql} FROM range(1000)) TO ${literal(path)} (FORMAT parquet)`);
    return place.read(path, async (table) => {
      await table.profile(calm);
      return table.countDuplicates(calm);
    });
  };
  assert.equal(await repeats('repeated', columns(600)), 399, 'row 605 has lost its twin');
  assert.equal(await repeats('unlike', columns(1000)), 0);
  assert.equal(await repeats('numbered', `range AS id, ${columns(600)}`), 0);
  // Alike in the columns of most values, told apart by a flag alone.
  const flag = Array.from({ length: 8 }, (_, i) => `range // 2 AS c${i}`).join(', ');
  assert.equal(await repeats('flagged', `${flag}, range % 2 AS flag`), 0);
});
