import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { kindsOf, literal, numbersOf, profileOf, runSql, tallyOf, workplace } from './workplace.ts';

/** What DuckDB's readers get wrong in silence, and what is done about it. Expected values are those written into the files. */
const place = await workplace('limits');
const body = (count: number): string => Array.from({ length: count }, (_, i) => `${i},x${i}\n`).join('');

test('a cut or damaged zstd or gzip file is refused; a whole one is read', async () => {
  const whole = place.path('whole.csv.zst');
  await runSql(`COPY (SELECT range AS a, 'v' || range AS b FROM range(100000)) TO ${literal(whole)} (FORMAT csv, COMPRESSION zstd)`);
  await place.read(whole, async (table) => assert.equal(table.info.rows, 100_000));
  const bytes = await readFile(whole);
  for (const share of [0.1, 0.5, 0.999]) {
    const cut = await place.write('cut.csv.zst', bytes.subarray(0, Math.floor(bytes.length * share)));
    assert.equal((await place.refusal(cut)).code, 'corrupt_file');
  }
  const packed = gzipSync(`a,b\n${body(20_000)}`);
  packed[packed.length >> 1] = (packed[packed.length >> 1] ?? 0) ^ 0x55;
  assert.equal((await place.refusal(await place.write('flipped.csv.gz', packed))).code, 'corrupt_file');
});

test('mixed line ends, line ends within quotes, and text behind a closing quote keep every row', async () => {
  for (const [name, text, rows] of [
    ['mixed.csv', `a,b\r\n${body(40)}9,z\r\n`, 41],
    ['within.csv', 'a,b\r\n1,"two\nlines"\r\n2,x\r\n', 2],
    ['behind.csv', `a,b\n${body(40)}5,"x"y\n${body(40)}`, 81],
    ['inside.csv', `a,b\n${body(40)}5,say "hi" now\n`, 41],
  ] as const) {
    await place.read(await place.write(name, text), async (table, { notes }) => {
      assert.deepEqual([name, table.info.rows, notes], [name, rows, []]);
    });
  }
});

test('UTF-16 of either order, with and without a mark', async () => {
  const little = Buffer.from(`a,b\n1,Größe\n${body(20)}`, 'utf16le');
  const big = Buffer.from(little).swap16();
  for (const bytes of [little, big, Buffer.concat([Buffer.from([0xff, 0xfe]), little]), Buffer.concat([Buffer.from([0xfe, 0xff]), big])]) {
    await place.read(await place.write('wide.csv', bytes), async (table) => {
      assert.equal((await tallyOf(table, 'b')).get('Größe'), 1);
    });
  }
});

test('a line of 5 MB is refused by its line; so is a quote that opens and never closes before many rows', async () => {
  const long = await place.refusal(await place.write('long.csv', `a,b\n1,${'x'.repeat(5_000_000)}\n2,y\n`));
  assert.deepEqual([long.code, long.details.line], ['line_too_long', 2]);
  const open = await place.refusal(await place.write('open.csv', `a,b\n0,x\n1,"open\n${body(300_000)}`));
  assert.deepEqual([open.code, open.details.line], ['unclosed_quote', 3]);
});

test('malformed JSON Lines are told with their own line; keys that differ in case only keep their values', async () => {
  const bad = await place.refusal(await place.write('bad.jsonl', '{"a": 1}\n\n{"a": x}\n{"a": 4}\n'));
  assert.deepEqual([bad.code, bad.details.line], ['corrupt_file', 3]);
  await place.read(await place.write('case.jsonl', '{"a":1,"A":"x"}\n{"a":2,"A":"y"}\n'), async (table) => {
    assert.deepEqual([...(await tallyOf(table, 'A_1')).keys()], ['x', 'y']);
  });
});

test('an offset behind a time is heeded, and `infinity` is no time', async () => {
  const file = await place.write(
    'times.csv',
    `t\n2024-01-01T00:00:00+02:00\n2024-01-01T00:00:00Z\n2024-01-01\n${'2024-01-02 03:04:05\n'.repeat(60)}infinity\n`,
  );
  await place.read(file, async (table) => {
    const day = Date.UTC(2024, 0, 1);
    assert.deepEqual((await numbersOf(table, ['t'])).values[0]?.slice(0, 3), [day - 2 * 3_600_000, day, day]);
    const { unreadable, max } = await profileOf(table, 't');
    assert.deepEqual([unreadable, max], [1, Date.UTC(2024, 0, 2, 3, 4, 5)]);
  });
});

test('integers beyond 2^53 are told apart', async () => {
  const ids = Array.from({ length: 100 }, (_, i) => String(9_007_199_254_740_993_000n + BigInt(i)));
  await place.read(await place.write('ids.csv', `id\n${ids.join('\n')}\n`), async (table) => {
    const { distinct, distinctExact } = await profileOf(table, 'id');
    assert.deepEqual([distinct, distinctExact], [100, true]);
    assert.ok((await tallyOf(table, 'id')).has('9007199254740993007'));
  });
});

test('one column of sentences with commas is one column', async () => {
  await place.read(await place.write('sentences.csv', 'text\nhello, world\nfoo\na, b, c\n'), async (table) => {
    assert.deepEqual(kindsOf(table), { text: 'text' });
    assert.equal(table.info.rows, 3);
  });
});

test('2,000 columns of 3,000 rows, with numbers, texts, times and values that cannot be read, under 1 GiB', async () => {
  const width = 2000;
  // Every fourth column a text; c0 holds one value that is no number, c1 times, c2 integers beyond 2^53.
  const cell = (r: number, i: number): string =>
    i === 0 && r === 2900
      ? 'oops'
      : i === 1
        ? `2024-01-${String((r % 28) + 1).padStart(2, '0')}`
        : i === 2
          ? `90071992547409${(100 + (r % 900)).toString()}`
          : i % 4 === 3
            ? `k${(r + i) % 7}`
            : String(r * i);
  const lines = [Array.from({ length: width }, (_, i) => `c${i}`).join(',')];
  for (let r = 0; r < 3000; r++) lines.push(Array.from({ length: width }, (_, i) => cell(r, i)).join(','));
  const file = await place.write('broad.csv', `${lines.join('\n')}\n`);
  const options = { ...place.engine, memoryLimitMb: 1024 };
  await place.read(
    file,
    async (table) => {
      assert.deepEqual([table.info.rows, table.info.columns.length], [3000, width]);
      const { values, buckets } = await numbersOf(table, ['c0', 'c1', 'c1998'], { rows: { size: 1000 } });
      assert.deepEqual([values[0]?.[2900], values[1]?.[29], values[2]?.[2999]], [Number.NaN, Date.UTC(2024, 0, 2), 2999 * 1998]);
      assert.equal(buckets[2999], 2);
      assert.equal((await tallyOf(table, 'c2')).get('90071992547409101'), 4);
      const counts = await table.countValues('c3', { rows: { size: 1000 } }, 10, new AbortController().signal);
      assert.equal(counts.count.length, 21);
    },
    {},
    options,
  );
});
