import assert from 'node:assert/strict';
import { open, readdir, readFile, rename, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Note } from '../../src/core/report/note.ts';
import { fingerprint } from '../../src/engine/files/fingerprint.ts';
import type { EngineOptions } from '../../src/shared/workerProtocol.ts';
import { calm, workplace } from './workplace.ts';

const place = await workplace('cache');
const rows = 240_000;
/** Above a twentieth of the memory limit, so that its rows go into files. */
const large = `${['id;amount;town;when', ...Array.from({ length: rows }, (_, i) => `${i};${i % 1000}.25;Münster ${i % 40};2026-01-${String(1 + (i % 28)).padStart(2, '0')}`)].join('\n')}\nbroken;row\n`;
const engineOf = (limitMb: number, directory = place.path('cache')): EngineOptions => ({
  ...place.engine,
  memoryLimitMb: 128,
  cache: { directory, limitMb },
});

interface Seen {
  readonly profiles: unknown;
  readonly sum: number;
  readonly towns: unknown;
  readonly notes: readonly Note[];
}

async function look(file: string, engine: EngineOptions): Promise<Seen> {
  return place.open(
    { reference: file, current: file },
    async ({ reference, notes }) => {
      let sum = 0;
      await reference.readNumbers(
        ['amount'],
        {},
        ({ values }) => {
          for (const x of values[0]!) sum += x;
        },
        calm,
      );
      const { values, count } = await reference.countValues('town', {}, 3, calm);
      return { profiles: await reference.profile(calm), sum, towns: [values, [...count]], notes };
    },
    {},
    engine,
  );
}

const kept = async (directory = place.path('cache')): Promise<string[]> => (await readdir(directory).catch(() => [])).sort();

test('a large text is parsed once: the second time its rows come from the cache, with all that was said of it', async () => {
  const file = await place.write('large.csv', Buffer.from(large, 'latin1'));
  const time = new Date(1_790_000_000_000);
  await utimes(file, time, time);
  const first = await look(file, engineOf(64));
  assert.equal(first.sum, (rows / 1000) * (499_500 + 250));
  assert.ok(first.notes.some(({ code }) => code === 'rows_rejected'));
  assert.ok(first.notes.some(({ code }) => code === 'encoding_assumed'));
  assert.equal((await kept()).filter((name) => name.endsWith('.json')).length, 2, 'one entry a side');
  // What is kept is what is told: a mark in it shows that nothing was parsed.
  for (const name of (await kept()).filter((one) => one.endsWith('.json'))) {
    const entry = await readFile(`${place.path('cache')}/${name}`, 'utf8');
    await writeFile(`${place.path('cache')}/${name}`, entry.replace('"rows_rejected"', '"rows_marked"'));
  }
  const marked = await look(file, engineOf(64));
  assert.deepEqual({ ...marked, notes: [] }, { ...first, notes: [] });
  assert.ok(marked.notes.some(({ code }) => String(code) === 'rows_marked'));
});

test('other bytes far behind the head are seen, under the same size and with the time put back', async () => {
  const directory = place.path('same');
  const file = await place.write('same.csv', large);
  const time = new Date(1_790_000_000_000);
  await utimes(file, time, time);
  const first = await look(file, engineOf(64, directory));
  const before = await stat(file);
  const handle = await open(file, 'r+');
  await handle.write('9'.repeat(50), before.size - 4000);
  await handle.close();
  await utimes(file, time, time);
  const after = await stat(file);
  assert.deepEqual([after.size, after.mtimeMs, after.ino], [before.size, before.mtimeMs, before.ino]);
  assert.notDeepEqual(await look(file, engineOf(64, directory)), first);
  // Another file moved into its place, with the same size and time.
  const { reference, current } = { reference: { path: file }, current: { path: file } };
  const print = await fingerprint({ reference, current }, calm);
  const other = await place.write('other.csv', await readFile(file));
  await utimes(other, time, time);
  await rename(other, file);
  assert.notEqual(await fingerprint({ reference, current }, calm), print);
});

test('other choices are other entries; a small text is not kept', async () => {
  const directory = place.path('choices');
  const file = await place.write('choices.csv', large);
  const with_ = (nullValues: string[]) =>
    place.open(
      { reference: file, current: file },
      async ({ reference }) => (await reference.profile(calm))[2]!.nulls,
      { nullValues },
      engineOf(64, directory),
    );
  assert.equal(await with_(['NA']), 0);
  assert.equal(await with_(['Münster 7']), rows / 40);
  assert.equal(await with_(['NA']), 0);
  assert.equal((await kept(directory)).filter((name) => name.endsWith('.json')).length, 4);
  const small = await place.write('small.csv', 'a,b\n1,x\n2,y\n');
  await place.open({ reference: small, current: small }, async () => null, {}, engineOf(64, place.path('none')));
  assert.deepEqual(await kept(place.path('none')), []);
});

test('an entry that is cut short or torn is as none: the text is parsed again', async () => {
  const directory = place.path('torn');
  const file = await place.write('torn.csv', large);
  const first = await look(file, engineOf(64, directory));
  for (const damage of [
    (name: string) => (name.endsWith('.parquet') ? truncate(`${directory}/${name}`, 1000) : Promise.resolve()),
    (name: string) => (name.endsWith('.json') ? writeFile(`${directory}/${name}`, '{"table": ') : Promise.resolve()),
  ]) {
    for (const name of await kept(directory)) await damage(name);
    assert.deepEqual(await look(file, engineOf(64, directory)), first);
    for (const name of await kept(directory)) if (name.endsWith('.json')) JSON.parse(await readFile(`${directory}/${name}`, 'utf8'));
  }
});

test('what was used least lately goes when the room is used up; what is too large is not kept', async () => {
  const directory = place.path('bounded');
  const sizes = async (): Promise<number> => {
    let bytes = 0;
    for (const name of await kept(directory)) bytes += (await stat(`${directory}/${name}`)).size;
    return bytes;
  };
  const files = await Promise.all(
    ['one', 'two', 'three'].map((name, i) => place.write(`${name}.csv`, large.replace('0;0.25', `${i};${i}.25`))),
  );
  await look(files[0]!, engineOf(64, directory));
  const pair = await sizes();
  const limitMb = (2.1 * pair) / 1024 / 1024;
  const before = await kept(directory);
  const past = new Date(Date.now() - 60_000);
  for (const name of before) await utimes(`${directory}/${name}`, past, past);
  await look(files[1]!, engineOf(limitMb, directory));
  await look(files[2]!, engineOf(limitMb, directory));
  assert.ok((await sizes()) <= limitMb * 1024 * 1024);
  const after = await kept(directory);
  assert.ok(
    before.every((name) => !after.includes(name)),
    'the oldest pair is gone',
  );
  const seen = await look(files[2]!, engineOf(0, directory));
  assert.deepEqual(seen, await look(files[2]!, place.engine));
  assert.deepEqual(await kept(directory), [], 'nothing is kept with a limit of 0, what was kept goes');
  await look(files[0]!, engineOf(0.001, place.path('tiny')));
  assert.deepEqual(await kept(place.path('tiny')), []);
});

test('a folder that cannot be used is not in the way', async () => {
  const file = await place.write('blocked.csv', large);
  const blocked = await place.write('blocked', 'a file, not a folder');
  assert.equal((await look(file, engineOf(64, blocked))).sum, (rows / 1000) * (499_500 + 250));
});
