import assert from 'node:assert/strict';
import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { DataError } from '../../src/core/data/dataError.ts';
import { matchesSegment } from '../../src/engine/files/matchGlob.ts';
import { filesBelow, filesMatching, mostEntries } from '../../src/engine/files/walk.ts';
import { calm, workplace } from './workplace.ts';

const place = await workplace('walk');
const skip = process.platform === 'win32' ? 'links need a right of their own' : false;
const shown = (paths: readonly string[]): string[] => paths.map((path) => relative(place.folder, path)).sort();

test('a link to the root, or to a folder above, is not gone into: its files are not of the dataset', { skip }, async () => {
  await place.write('outside/other.csv', 'a\n1\n');
  await place.write('outside/parts/1.csv', 'a\n1\n');
  await symlink('/', place.path('outside/parts/root'));
  await symlink(place.path('outside'), place.path('outside/parts/above'));
  assert.deepEqual(shown(await filesBelow(place.path('outside/parts'), calm)), ['outside/parts/1.csv']);
  assert.deepEqual(shown(await filesMatching(place.path('outside/parts/**/*.csv'), calm)), ['outside/parts/1.csv']);
});

test('a folder that is reached by several names is read once', { skip }, async () => {
  await place.write('names/a/1.csv', 'a\n1\n');
  await symlink(place.path('names/a'), place.path('names/b'));
  await symlink(place.path('names/a'), place.path('names/a/again'));
  assert.deepEqual(shown(await filesBelow(place.path('names'), calm)), ['names/a/1.csv']);
  assert.deepEqual(shown(await filesMatching(place.path('names/**/*.csv'), calm)), ['names/a/1.csv']);
  // A link to a folder beside is followed.
  await place.write('beside/2.csv', 'a\n2\n');
  await symlink(place.path('beside'), place.path('names/c'));
  assert.deepEqual(shown(await filesBelow(place.path('names'), calm)), ['names/a/1.csv', 'names/c/2.csv']);
});

test('a walk ends at a bound, and says so; links that branch do not make it longer', { skip }, async () => {
  for (let i = 0; i < 30; i++) await place.write(`many/${i}.csv`, 'a\n1\n');
  const refused = (error: unknown): boolean =>
    error instanceof DataError && error.code === 'too_many_files' && error.details.expected === '20';
  await assert.rejects(filesBelow(place.path('many'), calm, 20), refused);
  await assert.rejects(filesMatching(place.path('many/*.csv'), calm, 20), refused);
  assert.equal((await filesBelow(place.path('many'), calm, 30)).length, 30);
  // Two links to the other side on each of 20 levels: a million paths to twenty files.
  for (let i = 0; i < 20; i++) {
    await place.write(`branches/${i}/x.csv`, 'a\n1\n');
    for (const name of ['l', 'r']) await symlink(place.path(`branches/${(i + 1) % 20}`), place.path(`branches/${i}/${name}`));
  }
  assert.equal((await filesBelow(place.path('branches'), calm, 200)).length, 20);
  assert.equal((await filesMatching(place.path('branches/**/**/**/*.csv'), calm, 200)).length, 20);
  assert.ok(mostEntries >= 50_000, 'a folder of very many parts is a dataset');
});

test('a cancel is heard within a folder', async () => {
  for (let i = 0; i < 30; i++) await place.write(`cancel/${i}.csv`, 'a\n1\n');
  let looks = 0;
  const signal = {
    get aborted(): boolean {
      return ++looks > 10;
    },
    addEventListener: (): void => {},
    removeEventListener: (): void => {},
    throwIfAborted: (): void => {},
  };
  await assert.rejects(filesBelow(place.path('cancel'), signal), { name: 'AbortError' });
  await assert.rejects(filesMatching(place.path('cancel/*.csv'), signal), { name: 'AbortError' });
  assert.ok(looks < 15, `${looks} looks at the signal`);
});

test('a folder that cannot be read is named', { skip: skip || (process.getuid?.() === 0 ? 'root may read all' : false) }, async () => {
  await place.write('locked/in/1.csv', 'a\n1\n');
  await mkdir(place.path('locked/none'), { mode: 0 });
  await assert.rejects(
    filesBelow(place.path('locked'), calm),
    (error) => error instanceof DataError && error.code === 'file_not_readable' && error.details.file === place.path('locked/none'),
  );
  assert.deepEqual(shown(await filesMatching(join(dirname(place.path('locked/x')), '**/*.csv'), calm)), ['locked/in/1.csv']);
});

test('names fit the segments of a pattern', () => {
  for (const [segment, name, fits] of [
    ['part-*.csv', 'part-1.csv', true],
    ['part-*.csv', 'part-.csv', true],
    ['part-*.csv', 'part-1.csv.gz', false],
    ['*', '.hidden', false],
    ['.*', '.hidden', true],
    ['?.csv', 'é.csv', true],
    ['?.csv', '😀.csv', true],
    ['?.csv', '.csv', false],
    ['a[1].csv', 'a[1].csv', true],
    ['a[1].csv', 'a1.csv', false],
    ['a+(b).csv', 'a+(b).csv', true],
    ['*a*b*c', 'xaybzc', true],
    ['*a*b*c', 'xaybz', false],
    ['', '', true],
  ] as const)
    assert.equal(matchesSegment(segment, name), fits, `${segment} ${name}`);
  // Eight stars over a name that nearly fits: an expression tries all ways to part it.
  const begin = performance.now();
  assert.equal(matchesSegment(`${'*a'.repeat(40)}*b`, 'a'.repeat(250)), false);
  assert.ok(performance.now() - begin < 1000);
});
