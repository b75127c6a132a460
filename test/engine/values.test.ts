import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Note } from '../../src/core/report/note.ts';
import type { ComparisonSpec } from '../../src/core/spec/spec.ts';
import { kindsOf, literal, numbersOf, profileOf, runSql, tallyOf, workplace } from './workplace.ts';

/** Values as people write them, in every format that can hold them. Expected readings are those of a person. */
const place = await workplace('values');
let files = 0;

/** A column `v` beside a number, as a file of a format; `at` is the share of nothing. */
async function fileOf(format: 'csv' | 'jsonl' | 'parquet', texts: readonly (string | null)[], header = 'v'): Promise<string> {
  const name = `f${files++}.${format}`;
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  if (format === 'csv')
    return place.write(name, `${header},n\n${texts.map((text, i) => `${text === null ? '' : quoted(text)},${i}`).join('\n')}\n`);
  const json = await place.write(`${name}.jsonl`, texts.map((text, i) => JSON.stringify({ [header]: text, n: i })).join('\n'));
  if (format === 'jsonl') return json;
  await runSql(
    `COPY (SELECT * FROM read_json(${literal(json)}, columns = {${literal(header)}: 'VARCHAR', 'n': 'BIGINT'})) TO ${literal(place.path(name))} (FORMAT parquet)`,
  );
  return place.path(name);
}

const repeated = (texts: readonly string[], times = 20): string[] => Array.from({ length: times }, () => texts).flat();
const formats = ['csv', 'jsonl', 'parquet'] as const;

async function valuesOf(file: string, column = 'v', spec: Partial<ComparisonSpec> = {}): Promise<{ kind: string; values: number[] }> {
  return place.read(
    file,
    async (table) => ({ kind: kindsOf(table)[column] ?? '', values: (await numbersOf(table, [column])).values[0] ?? [] }),
    spec,
  );
}

for (const format of formats) {
  test(`${format}: separators between thousands, currencies, percent and brackets are numbers`, async () => {
    for (const [texts, expected] of [
      [
        ['1,879.91', '12,345,678', '999', '1,000'],
        [1879.91, 12_345_678, 999, 1000],
      ],
      [
        ['$627', '$1,200.50', '-$3', '$0.5'],
        [627, 1200.5, -3, 0.5],
      ],
      [
        ['5 €', '1’234.50 CHF', '€ 7', '12 USD'],
        [5, 1234.5, 7, 12],
      ],
      [
        ['6%', '12.5 %', '0%', '-3%'],
        [0.06, 0.125, 0, -0.03],
      ],
      [
        ['(369.49)', '226.26', '(1,000)', '−5'],
        [-369.49, 226.26, -1000, -5],
      ],
    ] as const) {
      const { kind, values } = await valuesOf(await fileOf(format, repeated(texts)));
      assert.equal(kind, 'number', texts.join(' '));
      assert.deepEqual(values.slice(0, 4), expected);
    }
  });

  test(`${format}: codes stay texts`, async () => {
    for (const texts of [
      ['41_10_1', '1_000', '7_7_7', '9_1'],
      ['1-2', '2-3', '(x)', '3'],
      ['1,2', '3,4', '5,6', '7,8'],
      ['12:3', '4:5', '6:7', '8:9'],
    ]) {
      const { kind } = await valuesOf(await fileOf(format, repeated(texts)));
      assert.equal(kind, 'text', texts.join(' '));
    }
  });

  test(`${format}: times of day are hours`, async () => {
    const file = await fileOf(format, repeated(['05:45', '11:30:00', '23:59:59.5', '0:00']));
    const { kind, values } = await valuesOf(file);
    assert.equal(kind, 'number');
    assert.deepEqual(
      values.slice(0, 4).map((x) => Math.round(x * 1e4) / 1e4),
      [5.75, 11.5, 23.9999, 0],
    );
    assert.equal(await place.read(file, async (table) => table.info.columns[0]?.physicalType), 'time');
  });

  test(`${format}: dates with names of months`, async () => {
    const { kind, values } = await valuesOf(
      await fileOf(format, repeated(['5 Jan 2024', '05-FEB-2024', 'March 5, 2024', 'Apr 5, 2024 10:30'])),
    );
    assert.equal(kind, 'timestamp');
    assert.deepEqual(values.slice(0, 4), [Date.UTC(2024, 0, 5), Date.UTC(2024, 1, 5), Date.UTC(2024, 2, 5), Date.UTC(2024, 3, 5, 10, 30)]);
  });

  test(`${format}: dates of which day and month cannot be told apart stay text, and it is told; an order makes them times`, async () => {
    const file = await fileOf(format, repeated(['03/04/2024', '05/06/2024', '01/02/2024']));
    const told = (spec: Partial<ComparisonSpec>): Promise<[string | undefined, string[]]> =>
      place.read(file, async (table, { notes }) => [kindsOf(table).v, notes.map(({ code }) => code)], spec);
    const [kind, notes] = await told({});
    assert.equal(kind, 'text');
    assert.ok(notes.includes('date_order_unknown'));
    assert.deepEqual((await valuesOf(file, 'v', { dateOrder: 'dmy' })).values[0], Date.UTC(2024, 3, 3));
    assert.deepEqual((await valuesOf(file, 'v', { dateOrder: 'mdy' })).values[0], Date.UTC(2024, 2, 4));
    assert.ok(!(await told({ dateOrder: 'dmy' }))[1].includes('date_order_unknown'));
    // A value that tells is followed, whatever was said.
    const telling = await fileOf(format, repeated(['03/04/2024', '25/06/2024']));
    assert.deepEqual((await valuesOf(telling, 'v', { dateOrder: 'mdy' })).values[0], Date.UTC(2024, 3, 3));
  });

  test(`${format}: three spellings of dates in one column are named`, async () => {
    const file = await fileOf(format, repeated(['2024-01-31', '31.01.2024', '01/31/2024']));
    await place.read(file, async (table, { notes }) => {
      assert.equal(kindsOf(table).v, 'text');
      const note = notes.find(({ code }) => code === 'date_spellings');
      assert.equal(note?.values.ways, 3);
      assert.equal(note?.values.spellings, '2024-01-31, 31/01/2024, 31.01.2024');
    });
  });
}

test('leading zeros and exponents make digits a code in delimited text', async () => {
  for (const texts of [
    ['00501', '10001', '90210'],
    ['007', '12', '3'],
    ['1E09', '2E08', '3E07'],
    ['1E09', '2345', '9876'],
  ])
    assert.equal((await valuesOf(await fileOf('csv', repeated(texts)))).kind, 'text', texts.join(' '));
  for (const texts of [
    ['1e-05', '2.5e3', '1E+09'],
    ['0', '0.5', '10'],
    ['1E5', '23', '4567'],
  ])
    assert.equal((await valuesOf(await fileOf('csv', repeated(texts)))).kind, 'number', texts.join(' '));
});

test('a digit separator beyond the first rows is no number either', async () => {
  const rows = Array.from({ length: 30_000 }, (_, i) => `${i},${i === 29_000 ? '41_10_1' : i}`);
  const file = await place.write('late.csv', `n,v\n${rows.join('\n')}\n`);
  await place.read(file, async (table) => {
    const { unreadable, max, kind } = await profileOf(table, 'v');
    assert.deepEqual([kind, unreadable, max], ['number', 1, 29_999]);
  });
});

/** Opens two files; gives the kinds and notes of both, and what is asked of them. */
async function pair<T>(
  reference: string,
  current: string,
  ask: (tables: {
    reference: Parameters<Parameters<typeof place.read>[1]>[0];
    current: Parameters<Parameters<typeof place.read>[1]>[0];
  }) => Promise<T>,
): Promise<{ asked: T; notes: readonly Note[] }> {
  return place.open({ reference, current }, async (opened) => ({ asked: await ask(opened), notes: opened.notes }));
}
const noted = (notes: readonly Note[], code: string): string[] =>
  notes.filter((note) => note.code === code).map((note) => `${note.side} ${note.column}`);

test('lost leading zeros are told, and both sides are numbers', async () => {
  const zip = repeated(['00501', '10001', '90210']);
  const lost = zip.map((text) => String(Number(text)));
  for (const [before, now] of [
    ['csv', 'csv'],
    ['parquet', 'csv'],
    ['jsonl', 'parquet'],
  ] as const) {
    const { asked, notes } = await pair(await fileOf(before, zip), await fileOf(now, lost), async ({ reference, current }) => [
      (await numbersOf(reference, ['v'])).values[0]!.slice(0, 3),
      (await numbersOf(current, ['v'])).values[0]!.slice(0, 3),
    ]);
    assert.deepEqual(asked, [
      [501, 10_001, 90_210],
      [501, 10_001, 90_210],
    ]);
    assert.deepEqual(noted(notes, 'leading_zeros_lost'), ['current v']);
  }
  // Where current holds numbers, not texts.
  const numbers = await place.write('numbers.jsonl', lost.map((text, i) => JSON.stringify({ v: Number(text), n: i })).join('\n'));
  const { notes } = await pair(await fileOf('csv', zip), numbers, async ({ current }) => kindsOf(current).v);
  assert.deepEqual([noted(notes, 'leading_zeros_lost'), noted(notes, 'type_changed')], [['current v'], []]);
  // Zeros on both sides: codes, and nothing to tell.
  const same = await pair(await fileOf('csv', zip), await fileOf('csv', zip), async ({ current }) => kindsOf(current).v);
  assert.deepEqual([same.asked, same.notes], ['text', []]);
});

test('numbers are times where values and name say so', async () => {
  const day = Date.UTC(2024, 0, 5);
  for (const [name, numbers, form, expected] of [
    ['order_date', [20240105, 20240206, 20231231], 'yyyymmdd', day],
    ['period', [202401, 202402, 202312], 'yyyymm', Date.UTC(2024, 0, 1)],
    ['created_at', [1_704_412_800, 1_704_499_200, 1_704_585_600], 's', day],
    ['event_time', [1_704_412_800_000, 1_704_499_200_000, 1_704_585_600_000], 'ms', day],
    ['ts', [1_704_412_800_000_000, 1_704_499_200_000_000, 1_704_585_600_000_000], 'us', day],
    ['timestamp', ['1704412800000000000', '1704499200000000000', '1704585600000000000'], 'ns', day],
  ] as const) {
    const texts = repeated(numbers.map(String));
    const csv = await fileOf('csv', texts, name);
    const parquet = place.path(`t${files++}.parquet`);
    await runSql(
      `COPY (SELECT CAST(${name} AS BIGINT) AS ${name}, n FROM read_csv(${literal(csv)}, all_varchar = true)) TO ${literal(parquet)} (FORMAT parquet)`,
    );
    for (const file of [csv, parquet]) {
      await place.read(file, async (table, { notes }) => {
        assert.equal(kindsOf(table)[name], 'timestamp', `${name} ${file}`);
        assert.deepEqual((await numbersOf(table, [name])).values[0]![0], expected, name);
        assert.equal(notes.find(({ code }) => code === 'numbers_as_times')?.values.form, form);
      });
    }
    // The same numbers under a name that says nothing are numbers.
    assert.equal((await valuesOf(await fileOf('csv', texts, 'amount'), 'amount')).kind, 'number');
  }
  // And others under a name that says time.
  assert.equal((await valuesOf(await fileOf('csv', repeated(['12', '300', '45']), 'response_time'), 'response_time')).kind, 'number');
});

test('times against the same times written as numbers', async () => {
  const iso = repeated(['2024-01-05', '2024-02-06', '2023-12-31']);
  const digits = iso.map((text) => text.replaceAll('-', ''));
  for (const [before, now] of [
    [iso, digits],
    [digits, iso],
    [iso, iso.map((text) => String(Date.parse(text) / 1000))],
  ] as const) {
    const { asked } = await pair(await fileOf('csv', before, 'day'), await fileOf('csv', now, 'day'), async ({ reference, current }) => [
      kindsOf(reference).day,
      kindsOf(current).day,
      (await numbersOf(reference, ['day'])).values[0]![1],
      (await numbersOf(current, ['day'])).values[0]![1],
    ]);
    assert.deepEqual(asked, ['timestamp', 'timestamp', Date.UTC(2024, 1, 6), Date.UTC(2024, 1, 6)]);
  }
});

test('a text that one side holds and the other would read as missing is a value on both, with blanks around it or not', async () => {
  const rows = (na: string | null): (string | null)[] => Array.from({ length: 60 }, (_, i) => (i % 3 === 0 ? na : ['ZA', 'ZM'][i % 2]!));
  const plain = async (texts: readonly (string | null)[]): Promise<string> =>
    place.write(`p${files++}.csv`, `v,n\n${texts.map((text, i) => `${text ?? ''},${i}`).join('\n')}\n`);
  for (const [reference, current, side] of [
    [await fileOf('parquet', rows('NA')), await plain(rows('NA')), 'current v'],
    [await fileOf('jsonl', rows('None')), await plain(rows('None')), 'current v'],
    [await plain(rows('NA')), await fileOf('parquet', rows('NA')), 'reference v'],
    [await plain(rows('N/A')), await fileOf('jsonl', rows('N/A')), 'reference v'],
    [await plain(rows('NA')), await plain(rows(' NA')), 'reference v'],
  ] as const) {
    const { asked, notes } = await pair(reference, current, async (tables) => [
      Object.fromEntries(await tallyOf(tables.reference, 'v')),
      Object.fromEntries(await tallyOf(tables.current, 'v')),
    ]);
    assert.deepEqual(asked[0], asked[1]);
    assert.equal(Object.values(asked[0]!).length, 3);
    assert.deepEqual(noted(notes, 'missing_held'), [side]);
  }
  // Missing on both sides: missing, and nothing to tell. Other columns of the same file keep their missing values.
  const both = await pair(await plain(rows('NA')), await plain(rows('NA')), async ({ current }) => (await profileOf(current, 'v')).nulls);
  assert.deepEqual([both.asked, noted(both.notes, 'missing_held')], [20, []]);
});

test('flags against words for them', async () => {
  const flags = await place.write('flags.jsonl', Array.from({ length: 60 }, (_, i) => `{"v": ${i % 3 === 0}, "n": ${i}}`).join('\n'));
  for (const [yes, no] of [
    ['yes', 'no'],
    ['Y', 'N'],
    ['t', 'f'],
    ['TRUE', 'FALSE'],
    ['1', '0'],
    ['1.0', '0.0'],
  ] as const) {
    const words = await fileOf(
      'csv',
      Array.from({ length: 60 }, (_, i) => (i % 3 === 0 ? yes : no)),
    );
    const { asked } = await pair(flags, words, async ({ current }) => [
      kindsOf(current).v,
      Object.fromEntries(await tallyOf(current, 'v')),
    ]);
    assert.deepEqual(asked, ['boolean', { true: 20, false: 40 }], yes);
  }
  const words = await fileOf(
    'csv',
    Array.from({ length: 60 }, (_, i) => (i % 3 === 0 ? 'yes' : 'no')),
  );
  const { asked } = await pair(words, flags, async ({ reference }) => [
    kindsOf(reference).v,
    Object.fromEntries(await tallyOf(reference, 'v')),
  ]);
  assert.deepEqual(asked, ['boolean', { true: 20, false: 40 }]);
});

test('numbers of single precision against those of double precision; numbers that differ stay apart', async () => {
  await runSql(
    `COPY (SELECT (range % 10) / 10.0 AS v, range AS n FROM range(3000)) TO ${literal(place.path('double.parquet'))} (FORMAT parquet)`,
    `COPY (SELECT CAST((range % 10) / 10.0 AS FLOAT) AS v, range AS n FROM range(3000)) TO ${literal(place.path('single.parquet'))} (FORMAT parquet)`,
    `COPY (SELECT (range % 10) / 10.0 + 1e-4 AS v, range AS n FROM range(3000)) TO ${literal(place.path('other.parquet'))} (FORMAT parquet)`,
    `COPY (SELECT range / 4.0 AS v, range AS n FROM range(3000)) TO ${literal(place.path('quarters.parquet'))} (FORMAT parquet)`,
  );
  const distinct = (a: string, b: string): Promise<{ asked: [unknown, unknown]; notes: readonly Note[] }> =>
    pair(place.path(`${a}.parquet`), place.path(`${b}.parquet`), async ({ reference, current }) => [
      Object.fromEntries(await tallyOf(reference, 'v', 5000)),
      Object.fromEntries(await tallyOf(current, 'v', 5000)),
    ]);
  for (const [a, b] of [
    ['double', 'single'],
    ['single', 'double'],
  ] as const) {
    const { asked, notes } = await distinct(a, b);
    assert.deepEqual(asked[0], asked[1]);
    assert.equal((asked[0] as Record<string, number>)['0.7'], 300);
    assert.equal(noted(notes, 'single_precision').length, 1);
  }
  const differ = await distinct('double', 'other');
  assert.notDeepEqual(differ.asked[0], differ.asked[1]);
  assert.deepEqual([differ.notes, (await distinct('double', 'quarters')).notes], [[], []]);
});

test('names of rows, and headers that lack a name', async () => {
  const write = (name: string, text: string): Promise<string> => place.write(name, text);
  const rows = (make: (i: number) => string): string => Array.from({ length: 40 }, (_, i) => `${make(i)}\n`).join('');
  const r = await write('r.csv', `"mpg","cyl"\n${rows((i) => `"Car ${i}",${i}.5,${4 + (i % 3)}`)}`);
  await place.read(r, async (table, { notes }) => {
    assert.deepEqual(kindsOf(table), { mpg: 'number', cyl: 'number' });
    assert.deepEqual((await numbersOf(table, ['mpg'])).values[0]!.slice(0, 3), [0.5, 1.5, 2.5]);
    assert.deepEqual(
      notes.map(({ code }) => code),
      ['row_names', 'row_names'],
    );
  });
  for (const [name, text] of [
    ['numbers', `a,b\n${rows((i) => `${i},1,2`)}`],
    ['two', `a,b\n${rows((i) => `x${i},1,2,3`)}`],
    ['repeated', `a,b\n${rows(() => '"x",1,2')}`],
  ] as const) {
    const error = await place.refusal(await write(`${name}.csv`, text));
    assert.deepEqual([error.code, error.details.line, error.details.found], ['header_short', 1, '2'], name);
  }
  // A reference that has the columns decides: shifted, `b` would hold words.
  const reference = await write('reference.csv', `a,b\n${rows((i) => `${i},${i}`)}`);
  const shifted = await write('shifted.csv', `a,b\n${rows((i) => `"${i}",${i},word`)}`);
  assert.equal((await place.refusal(reference, shifted)).code, 'header_short');
  // One row too long stays a row too long; what is empty is left out.
  await place.read(await write('one.csv', `a,b\n${rows((i) => (i === 7 ? '1,2,3' : `${i},2`))}`), async (table, { notes }) => {
    assert.deepEqual([table.info.rows, notes[0]?.code], [39, 'rows_rejected']);
  });
  await place.read(await write('trailing.csv', `a,b\n${rows((i) => `${i},2,`)}`), async (table) => assert.equal(table.info.rows, 40));
});
