import assert from 'node:assert/strict';
import { appendFileSync, chmodSync, existsSync, rmSync } from 'node:fs';
import { test } from 'node:test';
import { listRevisions } from '../../../src/app/revisions/listRevisions.ts';
import { type GitRepository, gitRepository } from '../../harness/gitRepository.ts';
import { calm, workplace } from '../workplace.ts';
import { refusal, resolved } from './resolved.ts';

/** Repositories whose settings name programs, as one that was unpacked from an archive may: none of them is ever run. */
const place = await workplace('hostile-revisions');
const marker = place.path('ran');
const program = await place.write('program.sh', `#!/bin/sh\necho "$0 $@" >> '${marker}'\nexit 1\n`);
chmodSync(program, 0o755);

/** All settings of git that name a program and can stand in a repository. */
const settings: readonly (readonly [name: string, value: string])[] = [
  ['core.fsmonitor', program],
  ['core.pager', program],
  ['core.editor', program],
  ['core.askPass', program],
  ['core.sshCommand', program],
  ['core.gitProxy', program],
  ['core.alternateRefsCommand', program],
  ['credential.helper', program],
  ['diff.external', program],
  ['diff.evil.command', program],
  ['diff.evil.textconv', program],
  ['filter.evil.smudge', program],
  ['filter.evil.clean', program],
  ['filter.evil.process', program],
  ['filter.evil.required', 'true'],
  ['merge.evil.driver', program],
  ['gpg.program', program],
  ['gpg.ssh.program', program],
  ['log.showSignature', 'true'],
  ['pager.log', program],
  ['pager.for-each-ref', program],
  ['interactive.diffFilter', program],
  ['uploadpack.packObjectsHook', program],
  ['gc.recentObjectsHook', program],
  ['alias.log', `!${program}`],
  ['alias.cat-file', `!${program}`],
  ['protocol.allow', 'always'],
  ['protocol.ext.allow', 'always'],
  ['protocol.file.allow', 'always'],
];
const hooks = ['post-checkout', 'pre-commit', 'reference-transaction', 'post-index-change', 'fsmonitor-watchman', 'pre-auto-gc'];

/** What `repository` is then: the settings partly in the file that it includes. */
async function arm(repository: GitRepository): Promise<void> {
  for (const [name, value] of settings) repository.git('config', '--file', 'included', name, value);
  for (const [name, value] of settings.slice(0, 12)) repository.git('config', name, value);
  repository.git('config', 'include.path', '../included');
  repository.git('config', 'core.hooksPath', 'hooks');
  for (const hook of hooks) {
    chmodSync(repository.write(`hooks/${hook}`, `#!/bin/sh\necho hook >> '${marker}'\n`), 0o755);
    chmodSync(repository.write(`.git/hooks/${hook}`, `#!/bin/sh\necho hook >> '${marker}'\n`), 0o755);
  }
}

const repository = gitRepository(place.path('repository'));
const data = repository.write('data.csv', 'x\n1\n');
repository.write('.gitattributes', '*.csv diff=evil filter=evil merge=evil\n');
repository.commit('first');
repository.write('data.csv', 'x\n2\n');
repository.commit('second');
await arm(repository);
appendFileSync(data, '3\n');

test('the settings do run their programs for a git that is not told otherwise', () => {
  repository.git('status');
  assert.ok(existsSync(marker));
  rmSync(marker);
});

test('reading, listing and not finding run none of them', async () => {
  const folder = place.path('read');
  assert.equal((await resolved(folder, data, 'HEAD~1')).content, 'x\n1\n');
  assert.deepEqual((await resolved(folder, repository.folder, 'HEAD')).content, {
    '.gitattributes': '*.csv diff=evil filter=evil merge=evil\n',
    'data.csv': 'x\n2\n',
  });
  assert.equal((await listRevisions(data, calm)).length, 4);
  assert.equal((await refusal(folder, repository.path('other.csv'), 'HEAD')).code, 'not_in_revision');
  assert.equal((await refusal(folder, data, 'no-such-revision')).code, 'unknown_revision');
  assert.ok(!existsSync(marker));
});

test('a partial clone does not fetch what it lacks: no transport and none of its programs are started', async () => {
  const folder = place.path('read');
  for (const [name, url] of [
    ['file', `file://${repository.folder}`],
    ['local', repository.folder],
    ['ssh', 'ssh://host.invalid/x'],
    ['ext', `ext::${program} x`],
  ] as const) {
    const clone = place.path(`partial-${name}`);
    const source = gitRepository(place.path(`source-${name}`));
    source.write('data.csv', 'x\n1\n');
    source.commit('first');
    source.git('config', 'uploadpack.allowFilter', 'true');
    source.git('clone', '--quiet', '--no-checkout', '--filter=blob:none', `file://${source.folder}`, clone);
    const partial = gitRepository(clone);
    partial.git('config', 'remote.origin.url', url);
    partial.git('config', 'remote.origin.uploadpack', program);
    await arm(partial);
    const blob = source.git('rev-parse', 'HEAD:data.csv');
    // A git that is not told otherwise runs them.
    assert.throws(() => partial.git('cat-file', 'blob', blob));
    assert.ok(existsSync(marker), name);
    rmSync(marker, { force: true });
    const { code } = await refusal(folder, partial.path('data.csv'), 'HEAD');
    assert.equal(code, 'git_failed', name);
    assert.ok(!existsSync(marker), name);
  }
});

test('variables that steer git are not passed on', async () => {
  const other = gitRepository(place.path('other'));
  other.write('data.csv', 'x\n99\n');
  other.commit('other');
  const steering = { GIT_DIR: other.path('.git'), GIT_WORK_TREE: other.folder, GIT_EXTERNAL_DIFF: program, GIT_TRACE: marker };
  Object.assign(process.env, steering);
  try {
    assert.equal((await resolved(place.path('read'), data, 'HEAD')).content, 'x\n2\n');
  } finally {
    for (const name of Object.keys(steering)) delete process.env[name];
  }
  assert.ok(!existsSync(marker));
});
