import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { listRevisions } from '../../../src/app/revisions/listRevisions.ts';
import { findRevision, resolveRevision } from '../../../src/app/revisions/resolveRevision.ts';
import { gitRepository } from '../../harness/gitRepository.ts';
import { waitFor } from '../../harness/waitFor.mjs';
import { calm, workplace } from '../workplace.ts';
import { refusal, resolved } from './resolved.ts';

/** Revisions of files on repositories that the real git made. */
const place = await workplace('revisions');
const at = (name: string): string => place.path(`read/${name}`);
const read = async (path: string, rev: string) => (await resolved(at('x'), path, rev)).content;
const refused = (path: string, rev: string) => refusal(at('x'), path, rev);

const repository = gitRepository(place.path('repository'));
const data = repository.write('data.csv', 'x\n1\n');
repository.write('one folder/näme\nbroken.csv', 'x\n10\n');
const first = repository.commit('first');
repository.git('tag', 'v1');
repository.git('tag', '-a', 'v1.0-annotated', '-m', 'a tag of its own');
repository.write('data.csv', 'x\n2\n');
repository.write('later.csv', 'x\n7\n');
const second = repository.commit('second ](command:x) $(trash)');
repository.git('branch', 'feature/a');
repository.write('data.csv', 'x\n3\n');

test('a file is read at a branch, a tag of either kind, a commit, and a place counted from one', async () => {
  for (const [rev, content] of [
    ['HEAD', 'x\n2\n'],
    ['main', 'x\n2\n'],
    ['feature/a', 'x\n2\n'],
    [second.slice(0, 8), 'x\n2\n'],
    ['HEAD~1', 'x\n1\n'],
    ['v1', 'x\n1\n'],
    ['v1.0-annotated', 'x\n1\n'],
    [first, 'x\n1\n'],
    [':/first', 'x\n1\n'],
    ['HEAD^{/first}', 'x\n1\n'],
  ] as const) {
    assert.equal(await read(data, rev), content, rev);
  }
});

test('its file keeps the name, so that the end still says the format; nobody else can read it', async () => {
  const files = await resolved(at('named'), data, 'v1');
  assert.equal(basename(files.path), 'data.csv');
  assert.equal(files.keptBy, 'git');
});

test('names with spaces, line breaks and letters of any script; a file that is gone from the working tree', async () => {
  const odd = repository.path('one folder/näme\nbroken.csv');
  assert.equal(await read(odd, 'HEAD'), 'x\n10\n');
  rmSync(odd);
  assert.equal(await read(odd, 'HEAD'), 'x\n10\n');
  rmSync(repository.path('one folder'), { recursive: true });
  assert.equal(await read(odd, 'v1'), 'x\n10\n');
});

test('a folder of parts is written with all its files', async () => {
  const parts = gitRepository(place.path('parts'));
  parts.write('parts/a.csv', 'x\n1\n');
  parts.write('parts/day=1/b.csv', 'x\n2\n');
  parts.write('other.csv', 'x\n3\n');
  parts.commit('parts');
  assert.deepEqual(await read(parts.path('parts'), 'HEAD'), { 'a.csv': 'x\n1\n', 'day=1/b.csv': 'x\n2\n' });
  assert.deepEqual(Object.keys(await read(parts.folder, 'HEAD')), ['other.csv', 'parts/a.csv', 'parts/day=1/b.csv']);
  const few = await refusal(at('x'), parts.path('parts'), 'HEAD', { bytes: 100, files: 1 });
  assert.deepEqual(few, { code: 'too_many_files', details: { file: parts.path('parts'), expected: '1' } });
});

test('what is larger than may be written is refused before it is written', async () => {
  const { code, details } = await refusal(at('large'), data, 'HEAD', { bytes: 3, files: 9 });
  assert.equal(code, 'too_large');
  assert.equal(details.file, data);
  assert.ok(!existsSync(at('large/revision-1/data.csv')));
});

test('what cannot name a revision never reaches git; what names none is told with the one that was likely meant', async () => {
  for (const rev of ['--output=x', '-x', '', 'HEAD:../../etc/passwd', 'HEAD:data.csv', ':0:data.csv', 'a\nb', 'a\0b', 'x'.repeat(1001)]) {
    assert.deepEqual(await refused(data, rev), { code: 'bad_revision', details: { found: rev } }, JSON.stringify(rev));
  }
  assert.deepEqual(await refused(data, 'featur/a'), { code: 'unknown_revision', details: { found: 'featur/a', expected: 'feature/a' } });
  assert.deepEqual(await refused(data, 'HEAD~7'), { code: 'unknown_revision', details: { found: 'HEAD~7' } });
  assert.deepEqual(await refused(data, 'HEAD..v1'), { code: 'unknown_revision', details: { found: 'HEAD..v1' } });
  assert.equal((await refused(data, '0000000000000000000000000000000000000000')).code, 'unknown_revision');
});

test('a file that is not in the revision: the nearest commit that has it, or the name that was likely meant', async () => {
  const later = repository.path('later.csv');
  assert.deepEqual(await refused(later, 'v1'), {
    code: 'not_in_revision',
    details: { file: later, found: 'v1', expected: second.slice(0, 7) },
  });
  const history = gitRepository(place.path('history'));
  const gone = history.write('gone.csv', 'x\n1\n');
  history.commit('there');
  history.write('gone.csv', 'x\n2\n');
  const last = history.commit('changed');
  rmSync(gone);
  history.commit('gone');
  assert.equal((await refused(gone, 'HEAD')).details.expected, last.slice(0, 7));
  assert.deepEqual(await refused(repository.path('Data.csv'), 'v1'), {
    code: 'named_otherwise',
    details: { file: repository.path('Data.csv'), found: 'v1', expected: 'data.csv' },
  });
  assert.equal((await refused(repository.path('dta.csv'), 'v1')).details.expected, 'data.csv');
  assert.deepEqual(await refused(repository.path('zzzzzzz.parquet'), 'v1'), {
    code: 'not_in_revision',
    details: { file: repository.path('zzzzzzz.parquet'), found: 'v1' },
  });
});

test('a path outside of any repository, and a repository without a commit', async () => {
  const file = await place.write('outside/data.csv', 'x\n1\n');
  assert.deepEqual(await refused(file, 'HEAD'), { code: 'no_repository', details: { file } });
  const empty = gitRepository(place.path('empty'));
  const path = empty.write('a.csv', 'x\n1\n');
  assert.equal((await refused(path, 'HEAD')).code, 'unknown_revision');
  await assert.rejects(listRevisions(path, calm), { code: 'unknown_revision' });
});

test('a link is followed within the revision, as it was then, and not out of it', async () => {
  const links = gitRepository(place.path('links'));
  links.write('real/data.csv', 'x\n1\n');
  symlinkSync('real/data.csv', links.path('link.csv'));
  symlinkSync('real', links.path('folder'));
  symlinkSync('/etc/passwd', links.path('absolute.csv'));
  symlinkSync('../../outside.csv', links.path('above.csv'));
  symlinkSync('round.csv', links.path('round.csv'));
  links.commit('links');
  assert.equal(await read(links.path('link.csv'), 'HEAD'), 'x\n1\n');
  assert.equal(await read(links.path('folder/data.csv'), 'HEAD'), 'x\n1\n');
  rmSync(links.path('folder'));
  assert.equal(await read(links.path('folder/data.csv'), 'HEAD'), 'x\n1\n', 'the folder is a link in the revision alone');
  for (const name of ['absolute.csv', 'above.csv', 'round.csv']) {
    assert.equal((await refused(links.path(name), 'HEAD')).code, 'link_outside', name);
  }
});

test('a submodule has revisions of its own where it is checked out; where it is not, that is said', async () => {
  const inner = gitRepository(place.path('inner'));
  inner.write('data.csv', 'x\n1\n');
  inner.commit('inner first');
  inner.write('data.csv', 'x\n2\n');
  inner.commit('inner second');
  const outer = gitRepository(place.path('outer'));
  outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.folder, 'sub');
  outer.commit('with a submodule');
  assert.equal(await read(outer.path('sub/data.csv'), 'HEAD~1'), 'x\n1\n');
  outer.git('submodule', '--quiet', 'deinit', '--force', 'sub');
  const file = outer.path('sub/data.csv');
  assert.deepEqual(await refused(file, 'HEAD'), { code: 'in_submodule', details: { file: 'sub/data.csv', found: 'sub' } });
});

test('a clone without its older commits says so; working trees of a bare repository work', async () => {
  repository.git('clone', '--quiet', '--depth=1', `file://${repository.folder}`, place.path('shallow'));
  const shallow = place.path('shallow/data.csv');
  assert.equal(await read(shallow, 'HEAD'), 'x\n2\n');
  assert.deepEqual(await refused(shallow, 'HEAD~1'), { code: 'revision_cut_off', details: { found: 'HEAD~1' } });
  repository.git('clone', '--quiet', '--bare', repository.folder, place.path('bare.git'));
  repository.git('-C', place.path('bare.git'), 'worktree', 'add', '--quiet', place.path('tree'), 'main');
  assert.equal(await read(place.path('tree/data.csv'), 'v1'), 'x\n1\n');
  assert.equal((await refused(place.path('bare.git/data.csv'), 'HEAD')).code, 'no_repository');
});

test('no git on the PATH is told; a relative folder on it is passed over', async () => {
  const { PATH } = process.env;
  const folder = place.path('fake');
  mkdirSync(folder);
  await place.write('fake/git', '#!/bin/sh\ntouch "$(dirname "$0")/ran"\n');
  chmodSync(join(folder, 'git'), 0o755);
  try {
    process.env.PATH = '.:fake';
    assert.deepEqual(await refused(data, 'HEAD'), { code: 'git_missing', details: {} });
  } finally {
    process.env.PATH = PATH;
  }
  assert.ok(!existsSync(join(folder, 'ran')));
});

test('what is offered: HEAD first, then branches, tags, and the commits that changed the file', async () => {
  const offered = await listRevisions(data, calm);
  assert.deepEqual(
    offered.map(({ kind, rev, subject }) => [kind, rev, subject]),
    [
      ['head', 'HEAD', 'second ](command:x) $(trash)'],
      ['branch', 'feature/a', 'second ](command:x) $(trash)'],
      ['branch', 'main', 'second ](command:x) $(trash)'],
      ['tag', 'v1', 'first'],
      ['tag', 'v1.0-annotated', 'first'],
      ['commit', second.slice(0, 7), 'second ](command:x) $(trash)'],
      ['commit', first.slice(0, 7), 'first'],
    ],
  );
  assert.deepEqual([...new Set(offered.map(({ commit }) => commit))].sort(), [first.slice(0, 7), second.slice(0, 7)].sort());
  for (const { at: time } of offered) assert.ok(Math.abs(time - Date.now()) < 600_000);
  repository.git('tag', 'main', 'v1');
  const both = (await listRevisions(data, calm)).filter(({ rev }) => rev.endsWith('main')).map(({ rev }) => rev);
  repository.git('tag', '-d', 'main');
  assert.deepEqual(both, ['heads/main', 'tags/main']);
});

test('a cancel is heard at once, before and amid the work', async () => {
  const large = gitRepository(place.path('large'));
  large.git('config', 'core.compression', '0');
  large.write('data.csv', Buffer.alloc(200 * 2 ** 20, '1234567\n'));
  large.commit('large');
  const found = await findRevision(large.path('data.csv'), 'HEAD', calm);
  const stop = new AbortController();
  mkdirSync(at('cancelled'), { recursive: true });
  const work = assert.rejects(resolveRevision(found, at('cancelled'), stop.signal), { name: 'AbortError' });
  await waitFor('the first bytes', () => existsSync(at('cancelled/data.csv')), 30_000, 1);
  const aborted = performance.now();
  stop.abort();
  await work;
  assert.ok(performance.now() - aborted < 500, 'within half a second');
  assert.ok(statSync(at('cancelled/data.csv')).size < 200 * 2 ** 20, 'amid the work');
  await assert.rejects(findRevision(large.path('data.csv'), 'HEAD', stop.signal), { name: 'AbortError' });
});
