import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { repo } from '../../harness/repo.mjs';
import { runTool } from '../../harness/runTool.mjs';
import { packageBinding } from '../../tools/packageBinding.mjs';
import { checkIntegrity } from '../../tools/packageIntegrity.mjs';
import { packageReadme } from '../../tools/packageReadme.mjs';
import { packageTargets } from '../../tools/packageTargets.mjs';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'driftbook-packaging-'));
});
after(() => rm(folder, { recursive: true, force: true }));

const lock = JSON.parse(readFileSync(join(repo, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, { version: string; integrity?: string }>;
};
/** A binding of another platform: it is not installed here. */
const foreign = Object.values(packageTargets).find((name) => !existsSync(join(repo, 'node_modules', name)))!;

test('the lock file names the integrity of the binding of every platform', () => {
  for (const name of Object.values(packageTargets)) assert.match(lock.packages[`node_modules/${name}`]?.integrity ?? '', /^sha512-/, name);
});

test('a binding that was tampered with is refused, and nothing of it is unpacked', async () => {
  const cache = join(folder, 'cache');
  const source = join(folder, 'package');
  await mkdir(cache);
  await mkdir(source);
  await writeFile(join(source, 'package.json'), JSON.stringify({ name: foreign, version: '0.0.0', license: 'MIT' }));
  await writeFile(join(source, 'LICENSE'), 'MIT');
  await writeFile(join(source, 'duckdb.node'), 'somebody else’s program');
  const { version } = lock.packages['node_modules/@duckdb/node-bindings']!;
  const tarball = `${foreign.replace('@', '').replace('/', '-')}-${version}.tgz`;
  await runTool('tar', ['-czf', join(cache, tarball), '-C', folder, 'package']);
  const modules = join(folder, 'node_modules');
  await assert.rejects(packageBinding(foreign, modules, cache), (error: Error) => {
    assert.match(error.message, /is not what package-lock\.json names \(sha512-.*\): it is not packaged; delete it/);
    assert.ok(error.message.includes(tarball));
    return true;
  });
  assert.ok(!existsSync(modules));
  assert.deepEqual(await readdir(cache), [tarball]);
});

test('bytes have the integrity of the lock file, or they are refused', () => {
  // printf abc | openssl dgst -sha512 -binary | base64 -w0
  const abc = 'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==';
  checkIntegrity(Buffer.from('abc'), abc, 'abc.tgz');
  assert.throws(() => checkIntegrity(Buffer.from('abd'), abc, 'abc.tgz'), /abc\.tgz is not what/);
  assert.throws(() => checkIntegrity(Buffer.from('abc'), undefined, 'abc.tgz'), /names no integrity for abc\.tgz/);
  assert.throws(() => checkIntegrity(Buffer.from('abc'), 'sha1-qZk+NkcGgWq6PiVxeFDCbJzQ2J0=', 'abc.tgz'), /names no integrity/);
});

test('the README of the package shows no picture that would be broken, and links to nothing that is not there', () => {
  const text = packageReadme(readFileSync(join(repo, 'README.md'), 'utf8'));
  assert.deepEqual(
    [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, target = '']) => target).filter((target) => !/^(?:https?:|#)/.test(target)),
    [],
  );
  assert.doesNotMatch(text, /!\[|<img|<details>|tour\.md/);
  assert.match(text, /^# Driftbook\n\n\*\*Is my model/);
  assert.match(text, /## Settings\n/);
  assert.equal(packageReadme('![a](https://example.org/a.png)\n'), '![a](https://example.org/a.png)\n');
});
