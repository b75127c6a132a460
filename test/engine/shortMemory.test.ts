import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DataError } from '../../src/core/data/dataError.ts';
import { analyse } from '../../src/core/pipeline/analyse.ts';
import { columnsOf } from '../../src/core/report/sectionOf.ts';
import { fewerColumns } from '../../src/engine/fewerColumns.ts';
import { wideSpan } from '../harness/hangingFiles.ts';
import { calm, kindsOf, workplace } from './workplace.ts';

/** Tables that ran out of a memory limit their rows fit in. */
const place = await workplace('short-memory');

/** A table of texts of random length, about 300 characters each. */
function longTexts(columns: number, rows: number): string {
  let state = 7;
  const next = (): number => (state = (state * 16_807) % 2_147_483_647);
  const lines = Array.from({ length: rows }, () => Array.from({ length: columns }, () => next().toString(36).repeat(50)).join(','));
  return `${Array.from({ length: columns }, (_, i) => `t${i}`).join(',')}\n${lines.join('\n')}\n`;
}

test('48 columns of long texts under 512 MiB', async (t) => {
  const file = await place.write('texts.csv', longTexts(48, 4000));
  await place.open({ reference: file, current: file }, async ({ reference, current, bufferBytes }) => {
    const [profiles] = await Promise.all([reference.profile(calm), current.profile(calm)]);
    assert.equal(profiles.length, 48);
    // Each text is another one, and each is counted.
    assert.deepEqual([...new Set(profiles.map(({ distinct, distinctExact }) => `${distinct} ${distinctExact}`))], ['4000 true']);
    const spec = { reference: { path: file }, current: { path: file } };
    const run = { signal: calm, progress: () => {}, notes: [], version: '0.0.0', now: Date.now, budgetBytes: bufferBytes };
    assert.equal(columnsOf(await analyse(spec, { reference, current }, run)).length, 48);
  });
  t.diagnostic(`peak RSS ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB, the writing of the file included`);
});

test('300 columns over years, a hundred of them texts, under 512 MiB', async () => {
  const [reference, current] = [await place.write('r.csv', wideSpan(300, 0)), await place.write('c.csv', wideSpan(300, 1))];
  await place.open({ reference, current }, async (opened) => {
    assert.equal(Object.values(kindsOf(opened.current)).filter((kind) => kind === 'text').length, 100);
  });
});

test('thousands of columns without a value are not tried for every reading', async () => {
  const header = Array.from({ length: 2000 }, (_, i) => `c${i}`).join(',');
  const file = await place.write('blank.csv', `${header}\n${`1${','.repeat(1999)}\n`.repeat(3)}`);
  const begin = process.cpuUsage();
  await place.open({ reference: file, current: file }, async ({ current }) => {
    assert.deepEqual(Object.values(kindsOf(current)).slice(0, 2), ['number', 'text']);
  });
  const { user, system } = process.cpuUsage(begin);
  // 20 s of processor when every test of every column was planned.
  assert.ok(user + system < 8e6, `${(user + system) / 1e6} s of processor`);
  // A column that only begins without values is still looked at.
  const late = await place.write('late.csv', `a,b\n${'1,\n'.repeat(500)}${'2,3\n'.repeat(500)}`);
  await place.read(late, async (table) => assert.deepEqual(kindsOf(table), { a: 'number', b: 'number' }));
});

test('columns are taken fewer at a time where memory is short, and none is left out or asked twice', async () => {
  const lacking = new DataError('out_of_memory', {});
  const columns = Array.from({ length: 23 }, (_, i) => i);
  const sizes: number[] = [];
  const upTo = (most: number) => async (part: readonly number[], start: number) => {
    sizes.push(part.length);
    assert.equal(part[0], start);
    if (part.length > most) throw lacking;
    return part;
  };
  assert.deepEqual((await fewerColumns(columns, 10, upTo(3))).flat(), columns);
  assert.deepEqual(sizes.slice(0, 4), [10, 5, 3, 3]);
  assert.deepEqual((await fewerColumns(columns, 10, upTo(100))).flat(), columns);
  await assert.rejects(fewerColumns(columns, 10, upTo(0)), lacking);
  await assert.rejects(
    fewerColumns(columns, 10, async () => {
      throw new DataError('corrupt_file', {});
    }),
    (error) => error instanceof DataError && error.code === 'corrupt_file',
  );
  assert.deepEqual(await fewerColumns([], 10, upTo(1)), []);
});
