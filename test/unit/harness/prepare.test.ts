import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { refuseLinkedModules } from '../../harness/prepare.mjs';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'driftbook-prepare-'));
});
after(() => rm(folder, { recursive: true, force: true }));

async function checkout(name: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(path);
  return path;
}

test('a checkout without packages, or with a folder of its own, may be installed into', async () => {
  const fresh = await checkout('fresh');
  refuseLinkedModules(fresh);
  await mkdir(join(fresh, 'node_modules'));
  refuseLinkedModules(fresh);
});

test('packages behind a link are left alone, and the message says where they are', async () => {
  const owner = await checkout('owner');
  await mkdir(join(owner, 'node_modules'));
  await writeFile(join(owner, 'node_modules/kept.txt'), '');
  const linked = await checkout('linked');
  await symlink(join(owner, 'node_modules'), join(linked, 'node_modules'), 'junction');
  assert.throws(() => refuseLinkedModules(linked), /node_modules is a link to .*owner.node_modules.*remove the link/);
  assert.deepEqual(await readdir(join(owner, 'node_modules')), ['kept.txt']);
});

test('a link that leads nowhere is refused, too', async () => {
  const broken = await checkout('broken');
  await symlink(join(folder, 'gone'), join(broken, 'node_modules'), 'junction');
  assert.throws(() => refuseLinkedModules(broken), /is a link to a folder that is gone/);
});
