import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canBeRevision } from '../../../src/app/revisions/commit.ts';
import { datasetArgument } from '../../../src/app/revisions/datasetArgument.ts';
import { dvcConfig } from '../../../src/app/revisions/dvcConfig.ts';
import { dvcOutputs, dvcWorkFolders } from '../../../src/app/revisions/dvcOutputs.ts';
import { isRemotePath } from '../../../src/app/revisions/isRemotePath.ts';
import { replacePaths } from '../../../src/app/revisions/replacePaths.ts';
import { revisionName } from '../../../src/app/revisions/revisionName.ts';

test('path@rev on a command line: what is there wins, the shortest beginning of it parts', () => {
  const there = new Set(['data.csv', 'odd@name.csv', 'folder', 'a@b', 'a@b@c.csv']);
  const parse = (text: string) => datasetArgument(text, (path) => there.has(path));
  for (const [text, path, rev] of [
    ['data.csv', 'data.csv'],
    ['data.csv@HEAD', 'data.csv', 'HEAD'],
    ['data.csv@HEAD@{1}', 'data.csv', 'HEAD@{1}'],
    ['data.csv@@{upstream}', 'data.csv', '@{upstream}'],
    ['data.csv@feature/a.csv', 'data.csv', 'feature/a.csv'],
    ['data.csv@--output=x', 'data.csv', '--output=x'],
    ['data.csv@HEAD^{/some words}', 'data.csv', 'HEAD^{/some words}'],
    ['odd@name.csv', 'odd@name.csv'],
    ['odd@name.csv@v1', 'odd@name.csv', 'v1'],
    ['a@b@c.csv', 'a@b@c.csv'],
    ['folder@v1', 'folder', 'v1'],
    ['gone.csv@v1.0', 'gone.csv', 'v1.0'],
    ['gone.csv@HEAD@{1}', 'gone.csv', 'HEAD@{1}'],
    ['user@host/data.csv', 'user@host/data.csv'],
    ['user@host/data.csv.gz', 'user@host/data.csv.gz'],
    ['prod@2026-*.csv', 'prod@2026-*.csv'],
    ['data.csv@', 'data.csv@'],
    ['@v1', '@v1'],
    ['https://a@b/c', 'https://a@b/c'],
    ['gone.csv@-x', 'gone.csv@-x'],
  ] as const) {
    assert.deepEqual(parse(text), rev === undefined ? path : { path, rev }, text);
  }
});

test('what can name a revision', () => {
  for (const rev of ['HEAD', 'v1.0', 'a/b', '3f2a1b', 'HEAD~2', 'main@{1 day ago}', ':/text: more', 'HEAD^{/a: b}'])
    assert.ok(canBeRevision(rev), rev);
  for (const rev of ['', '-x', 'HEAD:a', 'a\nb', 'a\0', '\u007f']) assert.ok(!canBeRevision(rev), rev);
});

test('how a revision is called', () => {
  const commit = '3f2a1b7c3f2a1b7c3f2a1b7c3f2a1b7c3f2a1b7c';
  assert.equal(revisionName('/home/me/data.csv', 'HEAD~1', commit), 'data.csv @ HEAD~1 (3f2a1b7)');
  assert.equal(revisionName('/home/me/data.csv', '3f2a1', commit), 'data.csv @ 3f2a1b7');
  assert.equal(revisionName('/home/me/data.csv', commit, commit), 'data.csv @ 3f2a1b7');
});

test('settings of DVC: sections, quotes, blanks, what is none', () => {
  assert.deepEqual(
    dvcConfig(
      `[core]\n    remote = store\n    autostage = true\n[cache]\n\tdir = "/data/my cache"\r\n['remote "store"']\nurl=../x\n[other]\nurl = no\n`,
    ),
    { remote: 'store', cacheFolder: '/data/my cache', remotes: { store: '../x' } },
  );
  assert.deepEqual(dvcConfig('nonsense\n[\n=\nurl = x\n'), { remotes: {} });
  assert.deepEqual(Object.keys(dvcConfig(`['remote "__proto__"']\nurl = x\n`).remotes), ['__proto__']);
});

test('outputs of DVC: digests of digits stay texts, stages lie in their folder, what leads out is left out', () => {
  const digits = '12345678901234567890123456789012';
  assert.deepEqual(dvcOutputs(`outs:\n- path: a.csv\n  md5: ${digits}\n  size: 4\n`, 'data/a.csv.dvc'), [
    { path: 'data/a.csv', md5: digits, isFolder: false, layout: 2 },
  ]);
  const lock = `schema: '2.0'\nstages:\n  work@1:\n    outs:\n    - {path: out/b.csv, hash: md5, md5: ${digits}.dir}\n    - {path: ../../c.csv, md5: ${digits}}\n`;
  const folders = dvcWorkFolders(
    'stages:\n  work:\n    foreach: [1]\n    do:\n      wdir: in\n      cmd: x\n  other:\n    wdir: $' + '{item}\n',
  );
  assert.deepEqual(dvcOutputs(lock, 'dvc.lock', folders), [{ path: 'in/out/b.csv', md5: digits, isFolder: true, layout: 3 }]);
  for (const text of ['', '[]', 'outs: [', 'a: 1\na: 2\n', 'stages: []\n'])
    assert.throws(() => dvcOutputs(text, 'a.dvc'), SyntaxError, text);
});

test('a path on another machine', () => {
  for (const path of ['s3://bucket', '//server/share', '\\\\server\\share', 'ssh://host/x']) assert.ok(isRemotePath(path), path);
  for (const path of ['/data', '../x', 'C:\\data', 'c:/x', 'a']) assert.ok(!isRemotePath(path), path);
});

test('temporary paths are replaced wherever they stand', () => {
  const value = { file: '/tmp/w/1/a.csv', list: ['IO Error: /tmp/w/1/a.csv: no', 1, null], nested: { '/tmp/w/1/a.csv': true } };
  assert.deepEqual(replacePaths(value, [{ path: '/tmp/w/1/a.csv', shown: 'a.csv@$&' }]), {
    file: 'a.csv@$&',
    list: ['IO Error: a.csv@$&: no', 1, null],
    nested: { '/tmp/w/1/a.csv': true },
  });
});
