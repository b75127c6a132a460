import type { FaultCase } from '../faultCase.ts';
import type { Place } from '../place.ts';

const count = 200;
const csv = (header: string, row: (i: number) => string): string =>
  `${header}\n${Array.from({ length: count }, (_, i) => row(i)).join('\n')}\n`;
const zones = ['2024-01-01T00:00:00Z', '2024-01-01T00:00:00+08:00', '2024-01-01 00:00:00', '2024-01-01T00:00:00-05:00'];

interface Valued {
  readonly what: string;
  readonly format: string;
  readonly make: (place: Place) => Promise<string>;
  readonly says: RegExp | null;
  readonly outcome?: FaultCase['outcome'];
}

const text = (what: string, format: string, data: string, says: RegExp | null, outcome: FaultCase['outcome'] = 'read'): Valued => ({
  what,
  format,
  make: (place) => place.write(`now.${format}`, data),
  says,
  outcome,
});
const parquet = (what: string, select: string, says: RegExp | null): Valued => ({
  what,
  format: 'parquet',
  make: async (place) => {
    await place.sql(`COPY (SELECT ${select}, range AS x FROM range(${count})) TO '$/now.parquet' (FORMAT parquet)`);
    return place.path('now.parquet');
  },
  says,
});

const valued: readonly Valued[] = [
  text(
    'a column without a value',
    'csv',
    csv('x,v', (i) => `${i},`),
    /v.*holds no value/,
  ),
  text(
    'a column without a value',
    'jsonl',
    Array.from({ length: count }, (_, i) => `{"x": ${i}, "v": null}`).join('\n'),
    /v.*holds no value/,
  ),
  parquet('a column without a value', 'NULL::DOUBLE AS v', /v.*holds no value/),
  text(
    'not a single value anywhere',
    'csv',
    csv('v,w', () => ','),
    /holds no value/,
  ),
  text(
    'NaN and infinities',
    'csv',
    csv('x,v', (i) => `${i},${['NaN', 'Infinity', '-Infinity', 'inf', i][i % 5]}`),
    /infinit/i,
  ),
  parquet(
    'NaN and infinities',
    `CASE WHEN range % 3 = 0 THEN 'NaN'::DOUBLE WHEN range % 3 = 1 THEN 'Infinity'::DOUBLE ELSE range END AS v`,
    /infinit/i,
  ),
  {
    what: 'NaN and infinities',
    format: 'arrow',
    make: (place) =>
      place.table('now.arrow', {
        x: Array.from({ length: count }, (_, i) => i),
        v: Array.from({ length: count }, (_, i) => [Number.NaN, Number.POSITIVE_INFINITY, i][i % 3]!),
      }),
    says: /infinit/i,
  },
  text(
    'whole numbers beyond 2^53',
    'csv',
    csv('x,v', (i) => `${i},${2n ** 53n + BigInt(i)}`),
    null,
  ),
  text(
    'whole numbers of 40 digits',
    'csv',
    csv('x,v', (i) => `${i},${10n ** 39n + BigInt(i)}`),
    null,
  ),
  text(
    'whole numbers beyond 2^53',
    'jsonl',
    Array.from({ length: count }, (_, i) => `{"x": ${i}, "v": ${2n ** 60n + BigInt(i)}}`).join('\n'),
    null,
  ),
  parquet('whole numbers of 128 bits', '(1::HUGEINT << 100) + range AS v', null),
  parquet('whole numbers without sign', '(18446744073709551615::UBIGINT - range::UBIGINT) AS v', null),
  text(
    'numbers beyond a double',
    'csv',
    csv('x,v', (i) => `${i},1e${300 + (i % 200)}`),
    null,
  ),
  parquet('decimals of 38 digits', '(range::DECIMAL(38, 10) / 3)::DECIMAL(38, 10) AS v', null),
  text(
    'dates far away',
    'csv',
    csv('x,v', (i) => `${i},${['0001-01-01', '9999-12-31', '2024-01-01'][i % 3]}`),
    null,
  ),
  parquet(
    'dates far away',
    `CASE range % 4 WHEN 0 THEN TIMESTAMP '290000-01-01' WHEN 1 THEN TIMESTAMP '0001-01-01' WHEN 2 THEN 'infinity'::TIMESTAMP ELSE TIMESTAMP '2024-01-01' END AS v`,
    null,
  ),
  parquet('nanoseconds', `TIMESTAMP_NS '2024-01-01 00:00:00.123456789' AS v`, null),
  parquet('times of a zone', `('2024-01-01 00:00:00+08:00'::TIMESTAMPTZ + INTERVAL (range) HOUR) AS v`, null),
  text(
    'time zones mixed',
    'csv',
    csv('x,v', (i) => `${i},${zones[i % 4]}`),
    null,
  ),
  text(
    'orders of day and month mixed',
    'csv',
    csv('x,v', (i) => `${i},${i % 2 ? '13/02/2024' : '02/13/2024'}`),
    null,
  ),
  text(
    'dates that do not exist',
    'csv',
    csv('x,v', (i) => `${i},2024-02-3${i % 2}`),
    null,
  ),
  text(
    'nested values',
    'jsonl',
    Array.from({ length: count }, (_, i) => `{"x": ${i}, "v": {"a": [1, {"b": ${i}}]}, "w": [${i}]}`).join('\n'),
    /nested/,
  ),
  parquet('nested values', `{'a': [range]} AS v, [1, 2] AS w, MAP {'k': range} AS m`, /nested/),
  parquet('bytes, intervals, identifiers', `'\\xAA'::BLOB AS b, INTERVAL 1 DAY AS i, gen_random_uuid() AS u, TIME '10:00' AS t`, null),
  text('nested 10,000 deep', 'json', `[{"x": ${'['.repeat(10_000)}1${']'.repeat(10_000)}}]`, /damaged|nested|holds no table/, 'either'),
  text('nothing but nested values', 'jsonl', Array.from({ length: count }, (_, i) => `{"v": {"a": ${i}}}`).join('\n'), /nested/),
  text(
    'numbers, words and flags mixed',
    'csv',
    csv('x,v', (i) => `${i},${['1', 'two', 'true', '2024-01-01'][i % 4]}`),
    null,
  ),
  text(
    'numbers, texts and objects mixed',
    'jsonl',
    Array.from({ length: count }, (_, i) => `{"x": ${i}, "v": ${['1', '"two"', '{"a": 1}', 'true'][i % 4]}}`).join('\n'),
    null,
  ),
  text(
    'a cell of 1 MB',
    'csv',
    csv('x,v', (i) => `${i},${i === 7 ? 'y'.repeat(1_000_000) : 'a'}`),
    null,
  ),
  text(
    'a cell of 3 MB',
    'csv',
    csv('x,v', (i) => `${i},${i === 7 ? 'y'.repeat(3_000_000) : 'a'}`),
    /line 9.*longer|line 9.*too long/,
    'refused',
  ),
  text(
    'a cell of 20 MB',
    'jsonl',
    Array.from({ length: count }, (_, i) => `{"x": ${i}, "v": "${i === 7 ? 'y'.repeat(20_000_000) : 'a'}"}`).join('\n'),
    null,
    'either',
  ),
];

const huge = (format: string, write: (place: Place) => Promise<string>): FaultCase => ({
  what: 'a single cell of 300 MB',
  format,
  outcome: 'either',
  says: /too long|longer than|damaged|memory|large/,
  names: null,
  large: true,
  make: async (place) => ({ reference: await place.table('good.csv'), current: await write(place) }),
});

async function streamed(path: string, before: string, after: string): Promise<string> {
  const { open } = await import('node:fs/promises');
  const file = await open(path, 'w');
  await file.write(before);
  const block = 'y'.repeat(1 << 20);
  for (let i = 0; i < 300; i++) await file.write(block);
  await file.write(after);
  await file.close();
  return path;
}

/** Values no plain table holds. */
export const values: readonly FaultCase[] = [
  ...valued.map(
    ({ what, format, make, says, outcome = 'read' }): FaultCase => ({
      what,
      format,
      outcome,
      says,
      names: outcome === 'refused' ? `now.${format}` : null,
      make: async (place) => {
        const path = await make(place);
        return { reference: path, current: path };
      },
    }),
  ),
  huge('csv', (place) => streamed(place.path('now.csv'), 'x,kind\n1,red\n2,', '\n3,blue\n')),
  huge('jsonl', (place) =>
    streamed(place.path('now.jsonl'), '{"x": 1, "kind": "red"}\n{"x": 2, "kind": "', '"}\n{"x": 3, "kind": "blue"}\n'),
  ),
  huge('json', (place) => streamed(place.path('now.json'), '[{"x": 1, "kind": "', '"}]')),
  huge('parquet', async (place) => {
    await place.sql(
      `COPY (SELECT range AS x, CASE WHEN range = 7 THEN repeat('y', 314572800) ELSE 'a' END AS kind FROM range(50)) TO '$/now.parquet' (FORMAT parquet)`,
    );
    return place.path('now.parquet');
  }),
];
