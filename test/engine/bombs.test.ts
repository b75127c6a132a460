import assert from 'node:assert/strict';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { Field, makeData, Null, RecordBatch, RecordBatchStreamWriter, Schema, Struct, tableFromArrays, tableToIPC } from 'apache-arrow';
import { DataError } from '../../src/core/data/dataError.ts';
import { Database } from '../../src/engine/database/database.ts';
import { readerError } from '../../src/engine/database/readerError.ts';
import { needSpace, spareBytes, withinSpace } from '../../src/engine/files/spareBytes.ts';
import { zstdBytes } from '../../src/engine/files/zstdFrames.ts';
import { readsZstd } from '../../src/engine/sources/arrow/codecs.ts';
import { arrowBomb, bombRows, lz4Zeros, zstdZeros } from '../faults/hostileArrow.ts';
import { emptyBlocks, packedRepeats } from '../faults/hostileText.ts';
import { calm, literal, numbersOf, runSql, workplace } from './workplace.ts';

/** Small files that unpack to much more than a machine should give them. */
const place = await workplace('bombs');
const mebi = 2 ** 20;

/** The most bytes that stood in the work folder while `work` ran. */
async function mostOnDisk<T>(work: Promise<T>): Promise<{ readonly result: T; readonly bytes: number }> {
  let bytes = 0;
  let running = true;
  const watch = (async () => {
    while (running) {
      const names = await readdir(place.temp, { recursive: true }).catch(() => []);
      const sizes = await Promise.all(
        names.map((name) =>
          stat(join(place.temp, name)).then(
            (one) => (one.isFile() ? one.size : 0),
            () => 0,
          ),
        ),
      );
      bytes = Math.max(
        bytes,
        sizes.reduce((sum, size) => sum + size, 0),
      );
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  try {
    return { result: await work, bytes };
  } finally {
    running = false;
    await watch;
  }
}

test('what is wrong with a packed text is found while it is unpacked, not after', async () => {
  const megabyte = (character: string): Buffer => Buffer.alloc(mebi, character);
  for (const [name, piece, code, line] of [
    ['zeros.csv.gz', Buffer.alloc(mebi), 'corrupt_file', 2],
    ['line.csv.gz', megabyte('z'), 'line_too_long', 2],
    ['line.jsonl.gz', Buffer.alloc(mebi, '[{"a":'), 'too_deep', 2],
  ] as const) {
    const packed = await packedRepeats(name.includes('json') ? '{"a":1}\n' : 'a,b\n1,', piece, 300);
    assert.ok(packed.length < mebi);
    const { result, bytes } = await mostOnDisk(place.refusal(await place.write(name, packed)));
    assert.deepEqual([name, result.code, result.details.line], [name, code, line]);
    assert.ok(bytes < 16 * mebi, `${name}: ${bytes} bytes on disk`);
  }
});

test('rows are kept by the size of the unpacked text', async () => {
  const packed = await packedRepeats('a,b\n', Buffer.from('1,2\n'.repeat(50_000)), 100);
  assert.ok(packed.length < 100_000 && gunzipSync(packed).length > 19e6);
  const file = await place.write('rows.csv.gz', packed);
  // 20 MB of text are more than a twentieth of 256 MiB: they belong into files, 60 kB would not.
  await place.read(
    file,
    async (table) => {
      assert.equal(table.info.rows, 5_000_000);
      const [work = ''] = await readdir(place.temp);
      assert.ok((await readdir(join(place.temp, work))).some((name) => name.startsWith('rows-')));
    },
    {},
    { ...place.engine, memoryLimitMb: 256 },
  );
});

test('nothing is unpacked, copied or put aside beyond the room that is kept free', async () => {
  const spare = await spareBytes(place.folder);
  assert.ok(spare > 0 && spare < Number.POSITIVE_INFINITY);
  assert.equal(await needSpace(place.folder, {}).then(() => true), true);
  assert.equal(await spareBytes(place.path('nowhere')), Number.POSITIVE_INFINITY);
  const database = await Database.open({ files: [], directory: place.folder, memoryMb: 64, threads: 1 });
  try {
    const [row] = await database.rows("SELECT current_setting('max_temp_directory_size') AS size", calm);
    assert.equal(row?.size, '1.0 GiB');
  } finally {
    await database.close();
  }
  const error = readerError(
    new Error("failed to offload data block of size 256.0 KiB … This limit was set by the 'max_temp_directory_size' setting."),
    {},
  );
  assert.deepEqual(error instanceof DataError && [error.code, error.details.found], ['out_of_memory', 'temporary_data']);
});

test('work that writes by itself hears of a cancel, and its own errors pass', async () => {
  const stop = new AbortController();
  const work = withinSpace(place.folder, {}, stop.signal, (signal) => {
    stop.abort();
    assert.equal(signal.aborted, true);
    return Promise.reject(new Error('stopped'));
  });
  await assert.rejects(work, /stopped/);
  assert.equal(await withinSpace(place.folder, {}, calm, async () => 7), 7);
});

test('millions of empty zstd blocks: one read per 64 KiB, and a cancel is heard', async () => {
  const blocks = 3_000_000;
  const file = await place.write('empty.csv.zst', emptyBlocks(blocks));
  const { size } = await stat(file);
  const before = process.cpuUsage();
  assert.equal(await zstdBytes(file, size, calm), 0);
  const { user, system } = process.cpuUsage(before);
  // 9 s of processor when each block was read by itself, 0.1 s since.
  assert.ok(user + system < 2e6, `${(user + system) / 1e6} s of processor`);
  assert.equal(await zstdBytes(await place.write('cut.csv.zst', emptyBlocks(blocks).subarray(0, -1)), size - 1, calm), null);
  const stop = new AbortController();
  const walk = zstdBytes(file, size, stop.signal);
  stop.abort();
  await assert.rejects(walk, { name: 'AbortError' });
});

test('the most a zstd file unpacks to is never less than what it unpacks to', async () => {
  for (const rows of [10, 200_000]) {
    const plain = place.path('plain.csv');
    const packed = place.path('packed.csv.zst');
    const rowsOf = `SELECT range AS a, hash(range) % 1000 AS b FROM range(${rows})`;
    await runSql(
      `COPY (${rowsOf}) TO ${literal(plain)} (FORMAT csv, HEADER)`,
      `COPY (${rowsOf}) TO ${literal(packed)} (FORMAT csv, HEADER, COMPRESSION zstd)`,
    );
    const most = await zstdBytes(packed, (await stat(packed)).size, calm);
    const bytes = (await readFile(plain)).length;
    assert.ok(most !== null && most >= bytes && most <= bytes + 2 * 128 * 1024, `${most} for ${bytes}`);
  }
});

test('Arrow: a frame unpacks to what is declared for it or not at all', async () => {
  const bytes = 8 * bombRows;
  const zeros = (declared: number): Uint8Array => arrowBomb('lz4', lz4Zeros(64), declared);
  for (const declared of [bytes, 65 * mebi]) {
    const { code, details } = await place.refusal(await place.write('lz4.arrows', zeros(declared)));
    assert.deepEqual([declared, code, details.found], [declared, 'corrupt_file', 'LZ4: not as long as declared']);
  }
  // What is as long as declared is read, if longer than the column needs.
  await place.read(await place.write('whole.arrows', zeros(64 * mebi)), async (table) => {
    assert.equal((await numbersOf(table, ['x'])).values[0]?.length, bombRows);
  });
});

test('Arrow: zstd frames, the same', { skip: readsZstd ? false : 'needs a Node with zstd' }, async () => {
  const { code, details } = await place.refusal(await place.write('zstd.arrows', arrowBomb('zstd', zstdZeros(256), 8 * bombRows)));
  assert.deepEqual([code, details.found], ['corrupt_file', 'zstd: not as long as declared']);
});

test('Arrow: a batch that declares more than its share of the memory limit is not unpacked', async () => {
  const before = process.resourceUsage().maxRSS;
  const { code, details } = await place.refusal(await place.write('large.arrows', arrowBomb('lz4', lz4Zeros(4), 2 ** 33)));
  // 512 MiB are allowed, half of them for a batch. The values of the column, and which are there.
  assert.deepEqual([code, details.expected], ['batch_too_large', '268 MB']);
  assert.match(details.found ?? '', /^(8590|17180) MB$/);
  assert.ok(process.resourceUsage().maxRSS - before < 200 * 1024, 'nothing was reserved');
});

test('Arrow: rows and buffers that no bytes stand behind are refused', async () => {
  const rows = 2 ** 31 - 1;
  const nothing = new Field('nothing', new Null(), true);
  const schema = new Schema([nothing]);
  const children = [makeData({ type: new Null(), length: rows })];
  const writer = new RecordBatchStreamWriter();
  writer.write(new RecordBatch(schema, makeData({ type: new Struct([nothing]), length: rows, children })));
  writer.finish();
  const empty = await place.refusal(await place.write('nothing.arrows', writer.toUint8Array(true)));
  assert.deepEqual([empty.code, empty.details.found], ['corrupt_file', 'more rows than values']);

  // Two columns of which the second is said to have the bytes of the first.
  const bytes = Buffer.from(
    tableToIPC(tableFromArrays({ a: new Float64Array(5000).fill(1), b: new Float64Array(5000).fill(2) }), 'stream'),
  );
  // Places and lengths in the batch's own words: no marks of missing values, 40,000 bytes at 0; none, 40,000 at 40,000.
  const regions = BigInt64Array.of(0n, 0n, 0n, 40_000n, 40_000n, 0n, 40_000n, 40_000n);
  const at = bytes.indexOf(Buffer.from(regions.buffer));
  assert.ok(at > 0);
  regions.set([0n, 0n, 0n, 60_000n, 0n, 0n, 0n, 60_000n]);
  Buffer.from(regions.buffer).copy(bytes, at);
  const shared = await place.refusal(await place.write('shared.arrows', bytes));
  assert.deepEqual([shared.code, shared.details.found], ['corrupt_file', 'more buffers than bytes']);
});

test('Arrow: a batch that is not packed takes its share of the memory limit at most, before it is read', async () => {
  const rows = 2_000_000;
  const file = await place.write('plain.arrows', tableToIPC(tableFromArrays({ x: new Float64Array(rows).fill(1) }), 'stream'));
  const limited = { ...place.engine, memoryLimitMb: 24 };
  await assert.rejects(
    place.read(file, async () => null, {}, limited),
    (error) =>
      error instanceof DataError &&
      error.code === 'batch_too_large' &&
      error.details.found === '16 MB' &&
      error.details.expected === '13 MB',
  );
  await place.read(file, async (table) => assert.equal(table.info.rows, rows), {}, { ...place.engine, memoryLimitMb: 256 });
});

test('Arrow: dictionaries that are kept count, packed or not', async () => {
  const texts = Array.from({ length: 40_000 }, (_, i) => `${'long text '.repeat(20)}${i}`);
  const file = await place.write('dictionary.arrow', tableToIPC(tableFromArrays({ x: texts }), 'file'));
  await assert.rejects(
    place.read(file, async () => null, {}, { ...place.engine, memoryLimitMb: 12 }),
    (error) => error instanceof DataError && error.code === 'batch_too_large',
  );
  await place.read(file, async (table) => assert.equal(table.info.rows, texts.length));
});
