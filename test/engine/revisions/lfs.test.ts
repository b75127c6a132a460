import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { lfsPointer } from '../../../src/app/revisions/lfs.ts';
import { type GitRepository, gitRepository } from '../../harness/gitRepository.ts';
import { workplace } from '../workplace.ts';
import { refusal, resolved } from './resolved.ts';

/** Files of Git LFS: pointers in the repository, contents beside it. The layout is that of git-lfs 3.3.0 (a test with the real one is below). */
const place = await workplace('lfs');
const read = place.path('read');

const pointer = (content: string): string => {
  const oid = createHash('sha256').update(content).digest('hex');
  return `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${content.length}\n`;
};

/** Puts a content where git-lfs keeps it; gives the path. */
function store(storage: string, content: string): string {
  const oid = createHash('sha256').update(content).digest('hex');
  const path = join(storage, 'objects', oid.slice(0, 2), oid.slice(2, 4), oid);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

function withPointers(name: string): GitRepository {
  const repository = gitRepository(place.path(name));
  repository.write('data.csv', pointer('x\n1\n'));
  repository.write('parts/a.csv', pointer('x\n1\n'));
  repository.write('parts/b.csv', 'x\n5\n');
  repository.write('empty.csv', '');
  repository.commit('first');
  repository.write('data.csv', pointer('x\n2\n'));
  repository.commit('second');
  return repository;
}

test('a pointer is read; what is no pointer is data', () => {
  assert.deepEqual(lfsPointer(pointer('x')), { oid: createHash('sha256').update('x').digest('hex'), bytes: 1 });
  assert.equal(lfsPointer('x\n1\n'), null);
  assert.equal(lfsPointer('version https://git-lfs.github.com/spec/v1\noid sha256:../../../../etc/passwd\nsize 1\n'), null);
  assert.equal(lfsPointer('version https://git-lfs.github.com/spec/v1\nsize 1\n'), null);
});

test('the content of a revision is found, in a file and in a folder, its digest checked', async () => {
  const repository = withPointers('plain');
  store(repository.path('.git/lfs'), 'x\n1\n');
  const second = store(repository.path('.git/lfs'), 'x\n2\n');
  const files = await resolved(read, repository.path('data.csv'), 'HEAD~1');
  assert.deepEqual([files.content, files.keptBy], ['x\n1\n', 'Git LFS']);
  assert.equal((await resolved(read, repository.path('data.csv'), 'HEAD')).content, 'x\n2\n');
  assert.deepEqual((await resolved(read, repository.path('parts'), 'HEAD')).content, { 'a.csv': 'x\n1\n', 'b.csv': 'x\n5\n' });
  assert.equal((await resolved(read, repository.path('empty.csv'), 'HEAD')).content, '');
  for (const torn of ['x\n3\n', 'x\n2']) {
    writeFileSync(second, torn);
    const { code, details } = await refusal(read, repository.path('data.csv'), 'HEAD');
    assert.equal(code, 'content_differs');
    assert.deepEqual(details, { file: repository.path('data.csv'), found: 'Git LFS', expected: 'git lfs fetch origin HEAD' });
  }
});

test('a content that was never fetched is told with the command that brings it', async () => {
  const repository = withPointers('missing');
  assert.deepEqual(await refusal(read, repository.path('data.csv'), 'HEAD~1'), {
    code: 'content_missing',
    details: { file: repository.path('data.csv'), found: 'Git LFS', expected: 'git lfs fetch origin HEAD~1' },
  });
});

test('working trees share the contents; another place of storage is heeded, on this machine only', async () => {
  const repository = withPointers('shared');
  store(repository.path('.git/lfs'), 'x\n1\n');
  repository.git('worktree', 'add', '--quiet', place.path('second-tree'), 'HEAD~1');
  assert.equal((await resolved(read, place.path('second-tree/data.csv'), 'HEAD')).content, 'x\n1\n');
  for (const [storage, folder] of [
    [place.path('elsewhere'), place.path('elsewhere')],
    ['in-git', repository.path('.git/in-git')],
  ] as const) {
    repository.git('config', 'lfs.storage', storage);
    store(folder, 'x\n2\n');
    assert.equal((await resolved(read, repository.path('data.csv'), 'HEAD')).content, 'x\n2\n', storage);
    rmSync(folder, { recursive: true });
  }
  repository.git('config', 'lfs.storage', '//server/share');
  assert.equal((await refusal(read, repository.path('data.csv'), 'HEAD')).code, 'content_missing');
});

const installed = spawnSync('git', ['lfs', 'version']).status === 0;

test('the real git-lfs: its own repository', { skip: installed ? false : 'git-lfs is not installed' }, async () => {
  const repository = gitRepository(place.path('real'));
  repository.git('lfs', 'install', '--local');
  repository.git('lfs', 'track', '*.csv');
  repository.write('data.csv', 'x\n1\n');
  repository.commit('first');
  repository.write('data.csv', 'x\n2\n');
  repository.commit('second');
  assert.match(repository.git('show', 'HEAD:data.csv'), /^version https:\/\/git-lfs/);
  assert.equal((await resolved(read, repository.path('data.csv'), 'HEAD~1')).content, 'x\n1\n');
  assert.equal((await resolved(read, repository.path('data.csv'), 'HEAD')).content, 'x\n2\n');
  assert.equal(readFileSync(repository.path('data.csv'), 'utf8'), 'x\n2\n');
});
