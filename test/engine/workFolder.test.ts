import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { makeWorkFolder, removeWorkFoldersOf } from '../../src/engine/workFolder.ts';
import { workFolderOwner, workFolderPrefix } from '../../src/engine/workFolderName.ts';

let parent = '';
const made: string[] = [];
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'driftbook-folders-'));
  made.push(parent);
});
after(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))));

/** The number of a process that has ended. */
const dead = spawnSync(process.execPath, ['-e', '']).pid;
const ours = (pid: number, end = '0123456789ab'): string => `${workFolderPrefix(pid)}${end}`;
const elsewhere = (pid: number): string => `driftbook-00000000ff-${pid}-0123456789ab`;

async function leftover(name: string, daysOld = 0): Promise<void> {
  await mkdir(join(parent, name));
  await writeFile(join(parent, name, 'copy.parquet'), 'rows');
  const then = new Date(Date.now() - daysOld * 24 * 60 * 60_000);
  for (const path of [join(parent, name, 'copy.parquet'), join(parent, name)]) await utimes(path, then, then);
}

test('names say the place and the process; nothing else is taken for a work folder', () => {
  assert.equal(workFolderOwner(ours(17))?.pid, 17);
  for (const name of [
    'driftbook-17-1',
    'driftbook-AbCdEf',
    'driftbook-kept-x',
    `${ours(17)}x`,
    `x${ours(17)}`,
    elsewhere(17).toUpperCase(),
  ])
    assert.equal(workFolderOwner(name), null, name);
});

test('what a dead process of this place left is cleared away, what a live one uses stays', async () => {
  await leftover(ours(dead));
  await leftover(ours(process.pid));
  await leftover('driftbook-kept-x', 30);
  const folder = basename(await makeWorkFolder(parent));
  assert.deepEqual((await readdir(parent)).sort(), ['driftbook-kept-x', folder, ours(process.pid)].sort());
});

test('a process of another place is unknown here: its folder goes only when nothing in it has changed for a day', async () => {
  await leftover(elsewhere(dead));
  await leftover(elsewhere(dead + 1), 2);
  await leftover(elsewhere(dead + 2), 2);
  // One file is being written.
  await writeFile(join(parent, elsewhere(dead + 2), 'spilled.tmp'), '');
  const old = new Date(Date.now() - 2 * 24 * 60 * 60_000);
  await utimes(join(parent, elsewhere(dead + 2)), old, old);
  const folder = basename(await makeWorkFolder(parent));
  assert.deepEqual((await readdir(parent)).sort(), [elsewhere(dead), elsewhere(dead + 2), folder].sort());
});

test('a link by the name of a work folder is not followed', { skip: process.platform === 'win32' }, async () => {
  await mkdir(join(parent, 'precious'));
  await writeFile(join(parent, 'precious', 'file'), '');
  await symlink(join(parent, 'precious'), join(parent, ours(dead)));
  await makeWorkFolder(parent);
  assert.deepEqual(await readdir(join(parent, 'precious')), ['file']);
});

test('the folders of one process are removed, whatever is in them; those of others stay', async () => {
  await leftover(ours(dead));
  await leftover(ours(dead, 'ba9876543210'));
  await leftover(ours(dead + 1));
  await leftover(elsewhere(dead));
  await removeWorkFoldersOf(dead, parent);
  assert.deepEqual((await readdir(parent)).sort(), [elsewhere(dead), ours(dead + 1)].sort());
  await removeWorkFoldersOf(dead, join(parent, 'nowhere'));
});

test('only its user can enter it', { skip: process.platform === 'win32' }, async () => {
  assert.equal((await stat(await makeWorkFolder(join(parent, 'new')))).mode & 0o777, 0o700);
  assert.equal((await stat(join(parent, 'new'))).mode & 0o777, 0o700);
});
