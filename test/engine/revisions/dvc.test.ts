import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findRevision, resolveRevision } from '../../../src/app/revisions/resolveRevision.ts';
import { type GitRepository, gitRepository } from '../../harness/gitRepository.ts';
import { repo } from '../../harness/repo.mjs';
import { calm, workplace } from '../workplace.ts';
import { held, type KeptRepository, makeDvcRepository, putObjects, restore } from './dvcRepository.ts';
import { refusal, resolved } from './resolved.ts';

/** Files of DVC, without the dvc program: repositories that DVC 2 and 3 made (kept as fixtures, and made anew where a dvc is at hand). */
const place = await workplace('dvc');
const read = place.path('read');
const kept = (name: string): KeptRepository => JSON.parse(readFileSync(join(repo, `test/fixtures/dvc/${name}.json`), 'utf8'));
const fetchAll = 'dvc fetch --all-commits';

/** Every path at both tags is what was written. */
async function holdsAll(repository: GitRepository): Promise<void> {
  for (const [tag, paths] of Object.entries(held)) {
    for (const [path, content] of Object.entries(paths)) {
      const files = await resolved(read, repository.path(path), tag);
      assert.deepEqual(files.content, content, `${path} at ${tag}`);
      assert.equal(files.keptBy, path === 'plain.csv' ? 'git' : 'DVC', path);
    }
  }
}

for (const name of ['dvc2', 'dvc3']) {
  test(`${name}: files, folders, files in folders and outputs of stages, at both tags, from the cache`, async () => {
    const repository = restore(kept(name), place.path(name));
    await holdsAll(repository);
    // The working tree has no say in what a revision is.
    rmSync(repository.path('data'), { recursive: true, force: true });
    rmSync(repository.path('dvc.lock'));
    await holdsAll(repository);
  });

  test(`${name}: from another folder of the cache, and from remotes that are local paths`, async () => {
    const { cache, ...without } = kept(name);
    const repository = restore({ ...without, cache: {} }, place.path(`${name}-remote`));
    const path = repository.path('data/train.csv');
    assert.deepEqual(await refusal(read, path, 'v1'), {
      code: 'content_missing',
      details: { file: 'data/train.csv', found: 'DVC', expected: fetchAll },
    });
    const config = repository.path('.dvc/config.local');
    putObjects(place.path(`${name}-elsewhere`), cache);
    for (const settings of [
      `[cache]\n    dir = ../../${name}-elsewhere\n`,
      `[cache]\ndir=${place.path(`${name}-elsewhere`)}\n`,
      `[core]\n    remote = store\n['remote "store"']\n    url = ../../${name}-elsewhere\n`,
      `['remote "cloud"']\n    url = s3://bucket/x\n['remote "share"']\n    url = //server/share\n['remote "store"']\n    url = ../../${name}-elsewhere\n`,
    ]) {
      writeFileSync(config, settings);
      assert.equal((await resolved(read, path, 'v1')).content, 'x\n1\n', settings);
      assert.deepEqual((await resolved(read, repository.path('parts'), 'v2')).content, held.v2.parts);
    }
    rmSync(config);
    // A setting that a revision has and the working tree lost.
    repository.write('.dvc/config', `[cache]\n    dir = ../../${name}-elsewhere\n`);
    repository.commit('with the folder');
    repository.git('tag', 'v3');
    rmSync(repository.path('.dvc/config'));
    assert.equal((await resolved(read, path, 'v3')).content, 'x\n2\n');
  });
}

test('an object of DVC 3 that is damaged is refused; of DVC 2 none can be checked', async () => {
  const { cache, ...without } = kept('dvc3');
  const damaged = Object.fromEntries(Object.entries(cache).map(([name, text]) => [name, text === 'x\n1\n' ? 'x\n9\n' : text]));
  const repository = restore({ ...without, cache: damaged }, place.path('damaged'));
  assert.deepEqual(await refusal(read, repository.path('data/train.csv'), 'v1'), {
    code: 'content_differs',
    details: { file: 'data/train.csv', found: 'DVC', expected: fetchAll },
  });
  // The copy in the remote is whole.
  writeFileSync(repository.path('.dvc/config.local'), `['remote "store"']\n    url = ../../whole\n`);
  putObjects(place.path('whole'), cache);
  assert.equal((await resolved(read, repository.path('data/train.csv'), 'v1')).content, 'x\n1\n');
});

test('both layouts side by side: what says no hash lies in the one of DVC 2, or after a migration in that of DVC 3', async () => {
  const old = kept('dvc2');
  const repository = restore({ ...old, cache: {} }, place.path('migrated'));
  putObjects(
    repository.path('.dvc/cache'),
    Object.fromEntries(Object.entries(old.cache).map(([name, text]) => [`files/md5/${name}`, text])),
  );
  await holdsAll(repository);
});

test('a repository of DVC below the top of that of git; a link that was laid outlives neither its folder nor harms the cache', async () => {
  const { tags, cache } = kept('dvc3');
  const below = Object.fromEntries(
    Object.entries(tags).map(([tag, files]) => [
      tag,
      Object.fromEntries(Object.entries(files).map(([name, text]) => [`below/${name}`, text])),
    ]),
  );
  const repository = restore({ madeBy: '', tags: below, cache: {} }, place.path('nested'));
  putObjects(repository.path('below/.dvc/cache'), cache);
  const path = repository.path('below/data/train.csv');
  const found = await findRevision(path, 'v1', calm);
  const target = place.path('laid');
  const { path: laid } = await resolveRevision(found, target, calm);
  assert.equal(readFileSync(laid, 'utf8'), 'x\n1\n');
  rmSync(target, { recursive: true });
  assert.equal((await resolved(read, path, 'v1')).content, 'x\n1\n');
});

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

test('hostile files of DVC: no name leads out of the folder, no digest out of the cache', async () => {
  const repository = gitRepository(place.path('hostile'));
  const list = (relpath: unknown, digest: unknown = md5('x')): string => JSON.stringify([{ md5: digest, relpath }]);
  const lists: readonly string[] = [
    ...['../../../escaped.csv', '/etc/passwd', 'a/../../b.csv', 'a\\..\\b.csv', 'C:/x.csv', '', './a.csv', 7].map((relpath) =>
      list(relpath),
    ),
    list('a.csv', '../../../../etc/passwd'),
    '{"md5": 1}',
    'no JSON',
    '[null]',
  ];
  repository.write('.dvc/config', '');
  for (const [i, text] of lists.entries()) {
    repository.write(`folder${i}.dvc`, `outs:\n- md5: ${md5(text)}.dir\n  hash: md5\n  path: folder${i}\n`);
    putObjects(repository.path('.dvc/cache'), { [`files/md5/${md5(text).slice(0, 2)}/${md5(text).slice(2)}.dir`]: text });
  }
  repository.write('digest.csv.dvc', 'outs:\n- md5: ../../../../../../etc/passwd\n  hash: md5\n  path: digest.csv\n');
  repository.write('above.dvc', `outs:\n- md5: ${md5('x')}\n  hash: md5\n  path: ../../../above.csv\n`);
  repository.write(
    'bomb.dvc',
    `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c]\nouts: []\n`,
  );
  repository.commit('hostile');
  for (const i of lists.keys()) {
    const { code } = await refusal(read, repository.path(`folder${i}`), 'HEAD');
    assert.equal(code, 'bad_dvc_file', lists[i]);
  }
  for (const name of ['digest.csv', '../above.csv']) {
    const { code } = await refusal(read, repository.path(name), 'HEAD');
    assert.match(code, /^(?:bad_dvc_file|no_repository)$/, name);
  }
});

test('a broken file of DVC spoils no other; where nothing else names what was asked for, it is told', async () => {
  const repository = restore(kept('dvc3'), place.path('broken'));
  repository.write('other.csv.dvc', 'outs:\n- md5: [\n');
  repository.commit('broken');
  assert.equal((await resolved(read, repository.path('data/train.csv'), 'HEAD')).content, 'x\n2\n');
  const { code, details } = await refusal(read, repository.path('other.csv'), 'HEAD');
  assert.deepEqual([code, details.file], ['bad_dvc_file', 'other.csv.dvc']);
});

/** Programs of dvc: those that DRIFTBOOK_DVC names, parted as on the PATH, else the one on the PATH. */
const programs = (process.env.DRIFTBOOK_DVC ?? 'dvc').split(':').filter((dvc) => spawnSync(dvc, ['--version']).status === 0);

test('the real dvc: repositories it makes now', {
  skip: programs.length > 0 ? false : 'dvc is not installed (DRIFTBOOK_DVC)',
}, async () => {
  for (const [i, dvc] of programs.entries()) {
    const repository = makeDvcRepository(dvc, place.path(`real-${i}`), place.path(`store-${i}`));
    await holdsAll(repository);
    // A remote that dvc filled.
    const run = (...args: string[]) => spawnSync(dvc, args, { cwd: repository.folder, env: { ...process.env, DVC_NO_ANALYTICS: '1' } });
    assert.equal(run('push', '--all-tags').status, 0);
    renameSync(repository.path('.dvc/cache'), place.path(`cache-${i}`));
    await holdsAll(repository);
    // The command that a message names is one that dvc knows, and it brings the contents.
    rmSync(place.path(`cache-${i}`), { recursive: true, force: true });
    assert.equal(run('fetch', '--all-commits').status, 0);
    renameSync(place.path(`store-${i}`), place.path(`gone-${i}`));
    await holdsAll(repository);
  }
});
