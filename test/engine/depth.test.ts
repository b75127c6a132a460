import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { Field, Float64, List, RecordBatchStreamWriter, Schema } from 'apache-arrow';
import { deepestJson, JsonDepth } from '../../src/engine/sources/json/jsonDepth.ts';
import { SchemaWalk } from '../../src/engine/sources/parquet/schemaWalk.ts';
import { deepMetadata, deepParquet, endlessSchema, schemaOnly } from '../faults/hostileParquet.ts';
import { deepJson, deepLines, manyDeepKeys } from '../faults/hostileText.ts';
import { kindsOf, literal, runSql, tallyOf, workplace } from './workplace.ts';

/** Nesting is counted before a reader calls itself once per level: without that, most of these files end the process with SIGSEGV. */
const place = await workplace('depth');

/** Where `add` says that it is too deep, taken in pieces of every size up to 40 bytes. */
function placeOf(text: string): number {
  const bytes = Buffer.from(text);
  const whole = new JsonDepth().add(bytes);
  for (let size = 1; size <= 40; size++) {
    const depth = new JsonDepth();
    let found = -1;
    for (let at = 0; at < bytes.length && found < 0; at += size) {
      const inPiece = depth.add(bytes.subarray(at, at + size));
      if (inPiece >= 0) found = at + inPiece;
    }
    assert.equal(found, whole, `pieces of ${size}`);
  }
  return whole;
}

test('nesting of JSON: brackets outside of strings, whatever pieces they come in', () => {
  const deep = '['.repeat(deepestJson);
  assert.equal(placeOf(deep), -1);
  assert.equal(placeOf(`${deep}[`), deepestJson);
  assert.equal(placeOf(`${deep} \n\t {`), deepestJson + 4);
  assert.equal(placeOf(`${'[]'.repeat(500)}${'[{},'.repeat(100)}`), -1);
  assert.equal(placeOf(`{"a": "${'['.repeat(500)}"}`), -1);
  assert.equal(placeOf(`{"a": "x\\"${'['.repeat(500)}"}`), -1);
  const behind = `{"a": "x\\\\", "b": ${deep}}`;
  assert.equal(placeOf(behind), behind.lastIndexOf('['));
  assert.equal(placeOf('{"a":'.repeat(deepestJson + 1)), 5 * deepestJson);
});

test('text that is no JSON hides no nesting, and does not add up to one', () => {
  const deep = '{"a":'.repeat(deepestJson + 1);
  // A string left open turns inside out what stands behind it, until the line ends: a reader of lines begins anew there.
  assert.ok(placeOf(`{"a": "x\n${deep}`) > 0);
  assert.ok(placeOf(`{"a": "x\\\n${deep}`) > 0);
  assert.ok(placeOf(`{"a": "x\r${deep}`) > 0);
  assert.ok(placeOf(`]]]]}}}}${deep}`) > 0);
  // Lines cut short.
  assert.equal(placeOf('{"a": [1, 2\n'.repeat(1000)), -1);
});

test('deep JSON is refused with its line, packed or not, in any encoding', async () => {
  const limit = String(deepestJson);
  for (const [name, data, line] of [
    ['deep.json', deepJson(80_000), 1],
    ['deep.jsonl', deepLines(20_000), 2],
    ['deep.json.gz', gzipSync(deepJson(80_000)), 1],
    ['deep.jsonl.gz', gzipSync(deepLines(20_000)), 2],
    ['wide.json', Buffer.from(`\ufeff\n${deepJson(80_000)}`, 'utf16le'), 2],
    ['marked.json', `\ufeff${deepJson(80_000)}`, 1],
  ] as const) {
    const { code, details } = await place.refusal(await place.write(name, data));
    assert.deepEqual([name, code, details.line, details.expected], [name, 'too_deep', line, limit]);
  }
});

test('deep JSON packed with zstd is refused, too', async () => {
  for (const [name, text] of [
    ['deep.json', deepJson(80_000)],
    ['deep.jsonl', deepLines(20_000)],
  ] as const) {
    const plain = await place.write(name, text);
    const packed = `${plain}.zst`;
    await runSql(
      `COPY (SELECT content FROM read_text(${literal(plain)})) TO ${literal(packed)} (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\u0001', COMPRESSION zstd)`,
    );
    assert.deepEqual([name, (await place.refusal(packed)).code], [name, 'too_deep']);
  }
});

test('what is nested as deep as is read is listed, and the guess of its types takes no square of the time', async () => {
  const before = process.cpuUsage();
  await place.read(await place.write('keys.jsonl', manyDeepKeys(300, 190)), async (table) => {
    assert.deepEqual(kindsOf(table), { a: 'nested' });
  });
  // 20 s of processor for both sides before there was a bound, 0.5 s since.
  assert.ok(process.cpuUsage(before).user < 8e6);
});

test('a malformed line still is told as that', async () => {
  const { code, details } = await place.refusal(await place.write('cut.jsonl', `{"a": 1}\n${'{"a": [1, 2\n'.repeat(300)}`));
  assert.deepEqual([code, details.line], ['corrupt_file', 2]);
});

test('the depth of a Parquet schema is counted in its footer', async () => {
  const depthOf = (file: Buffer): number => {
    const walk = new SchemaWalk(file.subarray(4, file.length - 8));
    while (walk.walk(7));
    return walk.deepest;
  };
  assert.equal(depthOf(deepParquet(0)), 1);
  assert.equal(depthOf(deepParquet(99)), 100);
  const group = (children: number) => ({ name: 'g', type: null, children });
  const plain = { name: 'x', type: 2 };
  // Two groups of two columns each, side by side.
  assert.equal(depthOf(schemaOnly([group(3), group(2), plain, plain, plain, group(2), plain, plain])), 2);
  assert.equal(depthOf(schemaOnly([group(1), group(1), group(2), plain, plain])), 3);

  for (const [groups, code] of [
    [98, 'no_rows'],
    [100, 'too_deep'],
    [20_000, 'too_deep'],
    [200_000, 'too_deep'],
  ] as const) {
    const refused = await place.refusal(await place.write('deep.parquet', deepParquet(groups)));
    assert.deepEqual([groups, refused.code], [groups, code]);
    if (code === 'too_deep') assert.deepEqual([refused.details.found, refused.details.expected], [String(groups + 1), '100']);
  }
});

test('metadata of Parquet that cannot be are damage', async () => {
  for (const [name, file] of [
    ['structs', deepMetadata(1_000_000)],
    ['endless', endlessSchema()],
  ] as const) {
    const { code, details } = await place.refusal(await place.write(`${name}.parquet`, file));
    assert.deepEqual([name, code, details.found], [name, 'corrupt_file', 'impossible metadata']);
  }
});

test('deep Arrow schemas are refused', async () => {
  for (const [levels, code] of [
    [99, 'no_rows'],
    [100, 'too_deep'],
    [1000, 'too_deep'],
  ] as const) {
    let type: List | Float64 = new Float64();
    for (let i = 0; i < levels; i++) type = new List(new Field('item', type, true));
    const writer = new RecordBatchStreamWriter();
    writer.reset(undefined, new Schema([new Field('x', new Float64(), true), new Field('deep', type, true)]));
    writer.close();
    const refused = await place.refusal(await place.write('deep.arrows', writer.toUint8Array(true)));
    assert.deepEqual([levels, refused.code], [levels, code]);
  }
});

test('a NUL in a key or a column name is part of the name, and costs no other column', async () => {
  const keys = await place.write(
    'nul.jsonl',
    Array.from({ length: 40 }, (_, i) => `{"a": ${i}, "b\\u0000c": "t${i % 3}", "b": ${i % 7}}`).join('\n'),
  );
  await place.read(keys, async (table) => {
    assert.deepEqual(kindsOf(table), { a: 'number', 'b\0c': 'text', b: 'number' });
    assert.deepEqual([...(await tallyOf(table, 'b\0c')).keys()].sort(), ['t0', 't1', 't2']);
  });
  // No writer takes such a name: a byte of it is changed in the file.
  const named = place.path('nul.parquet');
  await runSql(`COPY (SELECT range AS a, 't' || range % 3 AS bXc, range % 7 AS b FROM range(40)) TO ${literal(named)} (FORMAT parquet)`);
  const bytes = await readFile(named);
  for (let at = bytes.indexOf('bXc'); at >= 0; at = bytes.indexOf('bXc', at + 1)) bytes[at + 1] = 0;
  await place.read(await place.write('nul.parquet', bytes), async (table) => {
    assert.deepEqual(kindsOf(table), { a: 'number', 'b\0c': 'text', b: 'number' });
    assert.deepEqual([...(await tallyOf(table, 'b\0c')).keys()].sort(), ['t0', 't1', 't2']);
  });
});
