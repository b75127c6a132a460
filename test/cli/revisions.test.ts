import assert from 'node:assert/strict';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { workFolderOwner } from '../../src/engine/workFolderName.ts';
import { gitRepository } from '../harness/gitRepository.ts';
import { temporaryFolder } from '../harness/temporaryFolder.mjs';
import { waitFor } from '../harness/waitFor.mjs';
import { runCli } from './runCli.ts';

/** `path@rev` through the bundled program. */
const folder = await temporaryFolder('cli-revisions');
after(() => folder.remove());
const repository = gitRepository(join(folder.path, 'repository'));
const rows = (shift: number): string =>
  Array.from({ length: 400 }, (_, i) => `${((i * 7919) % 400) / 4 + shift},${i % 2},${((i * 31) % 100) / 100}`).join('\n');
const write = (shift: number): string => repository.write('data.csv', `x,y,p_y\n${rows(shift)}\n`);
write(0);
repository.write('broken.csv', 'x,y\n1,2\n3,"4\n');
repository.write('data.parquet', 'PAR1 no parquet at all PAR1');
const first = repository.commit('first');
repository.git('branch', 'feature/data.csv');
write(100);
repository.write('other@v1.csv', `x,y,p_y\n${rows(0)}\n`);
const temp = join(folder.path, 'temp');
mkdirSync(temp);
const env = { TMPDIR: temp };
const run = (...args: string[]) => runCli(args, { cwd: repository.folder, env });
const workFolders = (): string[] => readdirSync(temp).filter((name) => workFolderOwner(name) !== null);

test('a file against its revision: names, spec and files say the revision, no temporary path is told or left', async () => {
  const { code, stdout } = await run('compare', 'data.csv@HEAD', 'data.csv', '--format', 'json');
  assert.equal(code, 1);
  const report = JSON.parse(stdout) as {
    spec: unknown;
    datasets: { reference: { label: string; path: string; files: { path: string }[] } };
  };
  assert.deepEqual(report.spec, { reference: { path: 'data.csv', rev: 'HEAD' }, current: { path: 'data.csv' }, profile: 'default' });
  const { label, path, files } = report.datasets.reference;
  assert.deepEqual([label, path, files[0]?.path], [`data.csv @ HEAD (${first.slice(0, 7)})`, 'data.csv@HEAD', 'data.csv@HEAD']);
  assert.ok(!stdout.includes(temp));
  assert.deepEqual(readdirSync(temp), []);
});

test('both sides, and a branch whose name ends like a file', async () => {
  const { code, stdout } = await run('compare', 'data.csv@feature/data.csv', 'data.csv@HEAD');
  assert.equal(code, 0);
  assert.match(stdout, new RegExp(`Reference data\\.csv @ feature/data\\.csv \\(${first.slice(0, 7)}\\)`));
  assert.match(stdout, /Current\s+data\.csv @ HEAD \(/);
});

test('predictions are evaluated at a revision', async () => {
  const { stdout, stderr } = await run('evaluate', 'data.csv', '--reference', 'data.csv@HEAD', '--target', 'y', '--score', 'p_y');
  assert.equal(stderr, '');
  assert.match(stdout, /data\.csv @ HEAD \(/);
});

test('a file of the whole name wins', async () => {
  const { code, stdout } = await run('compare', 'other@v1.csv', 'data.csv@HEAD');
  assert.equal(code, 0);
  assert.match(stdout, /Reference other@v1\.csv /);
});

test('what is wrong is told in words, of the revision and never of the copy, in both languages', async () => {
  for (const [argument, words] of [
    [
      'data.csv@--output=x',
      'driftbook: data.csv@--output=x: --output=x cannot name a revision. Write a branch, a tag, a commit, or one such as HEAD~1.\n',
    ],
    [
      'data.csv@HEAD:../../etc/passwd',
      'driftbook: data.csv@HEAD:../../etc/passwd: HEAD:../../etc/passwd cannot name a revision. Write a branch, a tag, a commit, or one such as HEAD~1.\n',
    ],
    ['data.csv@mainn', 'driftbook: data.csv@mainn: there is no revision mainn in this repository. Did you mean main?\n'],
    [
      'other@v1.csv@HEAD',
      'driftbook: other@v1.csv is not in revision HEAD, nor in a commit before or after it. Check the path; capitals count.\n',
    ],
    ['gone.csv@HEAD', 'driftbook: gone.csv is not in revision HEAD, nor in a commit before or after it. Check the path; capitals count.\n'],
    [
      'broken.csv@HEAD',
      'driftbook: broken.csv@HEAD, line 3: a quotation mark opens here and never closes. Close it, or double it if it belongs to the text.\n',
    ],
  ] as const) {
    const { code, stderr } = await run('compare', argument, 'data.csv');
    assert.equal(code, 3);
    assert.equal(stderr, words);
  }
  const { stderr } = await run('compare', 'data.parquet@HEAD', 'data.csv');
  assert.match(stderr, /^driftbook: data\.parquet@HEAD/);
  assert.ok(!stderr.includes(temp), stderr);
  const chinese = await run('compare', 'data.csv@mainn', 'data.csv', '--lang', 'zh-cn');
  assert.equal(chinese.stderr, 'driftbook: data.csv@mainn：此仓库中没有修订版本 mainn。您是否指 main？\n');
  assert.deepEqual(readdirSync(temp), []);
});

test('outside of a repository, and without git', async () => {
  const alone = join(folder.path, 'alone');
  mkdirSync(alone);
  const outside = await runCli(['compare', 'a.csv@HEAD', 'a.csv'], { cwd: alone, env });
  assert.equal(
    outside.stderr,
    'driftbook: a.csv lies in no git repository, so it has no revisions. Check the path, or compare two files.\n',
  );
  const without = await runCli(['compare', 'data.csv@HEAD', 'data.csv'], { cwd: repository.folder, env: { ...env, PATH: alone } });
  assert.match(without.stderr, /^driftbook: Revisions are read with git, and no program git was found on the PATH\./);
});

const large = gitRepository(join(folder.path, 'large'));
large.git('config', 'core.compression', '0');
large.write('large.csv', `x\n${'1234567\n'.repeat(20 * 2 ** 20)}`);
large.commit('large');

test('Ctrl-C amid the reading: the work stops, and nothing is left', async () => {
  for (const interruptBy of [['SIGINT'], ['SIGINT', 'SIGTERM']] as const) {
    const { code, signal, endedMs } = await runCli(['compare', 'large.csv@HEAD', 'large.csv'], {
      cwd: large.folder,
      env,
      interruptWhen: () => workFolders().some((name) => readdirSync(join(temp, name)).length > 0),
      interruptBy,
    });
    // The second signal may come when all is done and nobody listens any more.
    assert.ok(code === 130 || signal === interruptBy[1], `${code} ${signal}`);
    assert.ok(endedMs < 2000, `${endedMs} ms`);
    assert.deepEqual(workFolders(), []);
  }
});

test('what a killed program leaves, the next one removes', async () => {
  await runCli(['compare', 'large.csv@HEAD', 'large.csv'], {
    cwd: large.folder,
    env,
    interruptWhen: () => workFolders().some((name) => readdirSync(join(temp, name)).length > 0),
    interruptBy: ['SIGKILL'],
  });
  assert.equal(workFolders().length, 1);
  const { code } = await run('compare', 'data.csv@HEAD', 'data.csv@HEAD');
  assert.equal(code, 0);
  await waitFor('no work folder', () => workFolders().length === 0);
});
