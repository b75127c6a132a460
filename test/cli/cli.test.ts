import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { Ajv } from 'ajv';
import { unpacked } from '../../src/core/format/packed.ts';
import type { Report } from '../../src/core/report/report.ts';
import { columnsOf, driftOf } from '../../src/core/report/sectionOf.ts';
import { cliPath, runCli } from './runCli.ts';

const sample = fileURLToPath(new URL('../../media/sample/', import.meta.url));
const schema = JSON.parse(readFileSync(new URL('../../media/report.schema.json', import.meta.url), 'utf8'));
let cwd = '';
const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(cwd, name), content);
const run = (...args: string[]) => runCli(args, { cwd });
/** `random` is seeded: the same rows every time. */
const rows = (n: number, seed: number, shift = 0): string => {
  let state = seed;
  const random = (): number => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
  return Array.from({ length: n }, () => `${(random() + random() + random() + shift).toFixed(4)},${random() < 0.5 ? 'a' : 'b'}`).join('\n');
};

before(() => {
  assert.ok(existsSync(cliPath), 'the program is built: npm run build');
  cwd = mkdtempSync(join(tmpdir(), 'driftbook-cli-'));
  write('good.csv', `x,kind\n${rows(4000, 1)}\n`);
  write('same.csv', `x,kind\n${rows(4000, 2)}\n`);
  write('moved.csv', `x,kind\n${rows(2000, 3, 0.6)}\n`);
  write('empty.csv', '');
  write('header.csv', 'x,kind\n');
  write('ragged.csv', `x,kind\n1,a\n2,b\n3,c,surplus\n${rows(100, 4)}\n`);
  write('other.csv', `y,z\n${rows(100, 5)}\n`);
  copyFileSync(join(sample, 'reference.parquet'), join(cwd, 'reference.parquet'));
  copyFileSync(join(sample, 'current.csv'), join(cwd, 'current.csv'));
  const whole = readFileSync(join(sample, 'reference.parquet'));
  write('cut.parquet', whole.subarray(0, Math.floor(whole.length / 2)));
});
after(() => rmSync(cwd, { recursive: true, force: true }));

test('no alert is 0, an alert is 1', async () => {
  const calm = await run('compare', 'good.csv', 'same.csv');
  assert.equal(calm.stderr, '');
  assert.equal(calm.code, 0);
  assert.match(calm.stdout, /^No column moved beyond its limit/);
  const moved = await run('compare', 'good.csv', 'moved.csv');
  assert.equal(moved.code, 1);
  assert.match(moved.stdout, /^1 of 2 columns moved enough to matter: x\.\n/);
  assert.match(moved.stdout, /Values are higher: median 1\.5\d? → 2\.1\d?/);
});

test('--quiet prints nothing; the exit code tells', async () => {
  const { code, stdout, stderr } = await run('compare', 'good.csv', 'moved.csv', '--quiet');
  assert.deepEqual({ code, stdout, stderr }, { code: 1, stdout: '', stderr: '' });
});

test('--format json is the whole report, one line, and valid by its schema', async () => {
  const { stdout, code } = await run('compare', 'good.csv', 'moved.csv', '--format', 'json', '--limit', 'x=90%');
  assert.equal(code, 0, 'a limit of its own is heeded');
  assert.equal(stdout.trimEnd().split('\n').length, 1);
  const report = JSON.parse(stdout) as Report;
  const validate = new Ajv({ strict: false }).compile(schema);
  assert.ok(validate(JSON.parse(stdout)), JSON.stringify(validate.errors?.slice(0, 3)));
  assert.equal(report.schema, 'driftbook.report');
  assert.deepEqual(report.spec.columns, { limits: { x: 0.9 } });
});

test('--json writes the report whole, over an older one, and leaves nothing else behind', async () => {
  write('out.json', 'old');
  const files = readdirSync(cwd).sort();
  const { code } = await run('compare', 'good.csv', 'moved.csv', '--json', 'out.json', '--quiet');
  assert.equal(code, 1);
  assert.equal(driftOf(JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8')) as Report).summary.alert, 1);
  assert.deepEqual(readdirSync(cwd).sort(), files);
  const failed = await run('compare', 'good.csv', 'moved.csv', '--json', 'nowhere/out.json');
  assert.equal(failed.code, 3);
  assert.match(failed.stdout, /^1 of 2 columns moved/, 'the report is not lost');
  assert.match(failed.stderr, /nowhere\/out\.json could not be written/);
});

test('--html, --csv and --markdown: several files at once, whole, over older ones, in the language asked for', async () => {
  write('out.html', 'old');
  const files = readdirSync(cwd).sort();
  const { code, stdout, stderr } = await run(
    ...['compare', 'good.csv', 'moved.csv', '--quiet', '--lang', 'zh-cn'],
    ...['--html', 'out.html', '--csv', 'out.csv', '--markdown', 'out.md', '--json', 'out2.json'],
  );
  assert.deepEqual({ code, stdout, stderr }, { code: 1, stdout: '', stderr: '' });
  assert.deepEqual(readdirSync(cwd).sort(), [...files, 'out.csv', 'out.md', 'out2.json'].sort());
  const read = (name: string): string => readFileSync(join(cwd, name), 'utf8');
  assert.match(read('out.csv'), /^column,role,kind,verdict.*\r\nx,feature,number,alert,/);
  assert.match(read('out.md'), /^# .*`x`/);
  const html = read('out.html');
  assert.match(html, /^<!DOCTYPE html>\n<html lang="zh/);
  const packed = inflateRawSync(Buffer.from(/id="driftbook-content-deflate">([^<]*)</.exec(html)?.[1] ?? '', 'base64')).toString('utf8');
  const content = unpacked(JSON.parse(packed)) as { report: Report };
  assert.deepEqual(driftOf(content.report).summary, driftOf(JSON.parse(read('out2.json')) as Report).summary);
  for (const name of ['out.csv', 'out.md', 'out2.json']) rmSync(join(cwd, name));
});

test('a file that cannot be written does not cost the others', async () => {
  const failed = await run(
    'compare',
    'good.csv',
    'moved.csv',
    '--html',
    'nowhere/a.html',
    '--csv',
    'here.csv',
    '--markdown',
    'nowhere/a.md',
  );
  assert.equal(failed.code, 3);
  assert.match(failed.stderr, /nowhere\/a\.html could not be written.*\n.*nowhere\/a\.md could not be written/);
  assert.ok(existsSync(join(cwd, 'here.csv')));
  rmSync(join(cwd, 'here.csv'));
});

test('--format markdown', async () => {
  const { stdout } = await run('compare', 'good.csv', 'moved.csv', '--format', 'markdown');
  assert.match(stdout, /^# 1 of 2 columns moved enough to matter: `x`\.\n/);
});

test('bad files are told in words, with file, place and way out, and exit 3', async () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ['missing.csv', /missing\.csv does not exist/],
    ['empty.csv', /empty\.csv is empty/],
    ['header.csv', /header\.csv has a header but no rows/],
    ['cut.parquet', /cut\.parquet .*(damaged|cut short)/],
    ['other.csv', /no column in common/],
    ['nothing-*.csv', /No file matches .*nothing-\*\.csv/],
  ];
  for (const [file, words] of cases) {
    const { code, stdout, stderr } = await run('compare', 'good.csv', file);
    assert.equal(code, 3, `${file}: ${stderr}`);
    assert.equal(stdout, '', file);
    assert.match(stderr, /^driftbook: /, file);
    assert.match(stderr, words, file);
    assert.doesNotMatch(stderr, /\n\s+at |Error:/, file);
  }
});

test('too little address space is told with the way out, and that way works', {
  skip: process.platform !== 'linux' && 'ulimit -v is of Linux',
}, () => {
  const limited = (...flags: string[]) =>
    spawnSync(
      'sh',
      ['-c', 'ulimit -v 12000000; exec "$@"', 'sh', process.execPath, ...flags, cliPath, 'compare', 'good.csv', 'moved.csv'],
      {
        cwd,
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C', LANG: 'C' },
      },
    );
  const { status, stderr } = limited();
  assert.equal(status, 3);
  assert.match(stderr, /^driftbook: The address space is limited \(ulimit -v\).*--disable-wasm-trap-handler/);
  assert.equal(limited('--disable-wasm-trap-handler').status, 1);
});

test('a ragged line is either told with its place or left out with a note', async () => {
  const { code, stdout, stderr } = await run('compare', 'good.csv', 'ragged.csv');
  if (code === 3) assert.match(stderr, /ragged\.csv, line 4/);
  else assert.match(stdout, /ragged\.csv: 1 row was left out, line 4: 3 fields where the header has 2\./);
});

test('usage errors exit 3 and print nothing on standard output', async () => {
  for (const args of [
    [],
    ['compare'],
    ['compare', 'a'],
    ['compare', 'a', 'b', '--nope'],
    ['nope'],
    ['compare', 'a', 'b', '--lang', 'fr'],
  ]) {
    const { code, stdout, stderr } = await run(...args);
    assert.equal(code, 3, args.join(' '));
    assert.equal(stdout, '');
    assert.notEqual(stderr, '');
  }
});

test('help and version', async () => {
  const help = await run('compare', '--help');
  assert.equal(help.code, 0);
  assert.match(help.stdout, /Exit codes:/);
  assert.match((await run('--help')).stdout, /Commands:/);
  const version = await run('--version');
  assert.match(version.stdout, /^\d+\.\d+\.\d+\n$/);
});

test('an unknown column is an error that names it', async () => {
  const { code, stderr } = await run('compare', 'good.csv', 'same.csv', '--columns', 'X');
  assert.equal(code, 3);
  assert.match(stderr, /column X\b/);
});

test('speaks Chinese when asked or when the terminal does', async () => {
  const asked = await run('compare', 'good.csv', 'moved.csv', '--lang', 'zh-cn');
  assert.match(asked.stdout, /^2 列中有 1 列发生了不可忽视的漂移：x。/);
  const terminal = await runCli(['compare', 'good.csv', 'missing.csv'], { cwd, env: { LC_ALL: 'zh_CN.UTF-8' } });
  assert.match(terminal.stderr, /missing\.csv 不存在/);
});

test('the sample: months, days that go together, and the same verdicts on every run', async () => {
  const first = await run('compare', 'reference.parquet', 'current.csv', '--format', 'json');
  assert.equal(first.code, 1, first.stderr);
  const report = JSON.parse(first.stdout) as Report;
  assert.equal(report.time?.unit, 'month');
  assert.equal(driftOf(report).blocks?.by, 'day');
  const second = JSON.parse((await run('compare', 'reference.parquet', 'current.csv', '--format', 'json')).stdout) as Report;
  assert.deepEqual(columnsOf(second), columnsOf(report));
});

const big = (): string => {
  const part = `${rows(50_000, 7)}\n`;
  writeFileSync(join(cwd, 'big.csv'), `x,kind\n${part.repeat(20)}`);
  return 'big.csv';
};

test('Ctrl-C ends it within half a second, with 130, and leaves no folder behind', async () => {
  const temporary = join(cwd, 'temporary');
  mkdirSync(temporary);
  const ran = await runCli(['compare', big(), 'big.csv'], {
    cwd,
    env: { TMPDIR: temporary },
    interruptWhen: () => readdirSync(temporary).length > 0,
  });
  assert.equal(ran.signal, null);
  assert.equal(ran.code, 130, ran.stderr);
  assert.equal(ran.stdout, '');
  assert.match(ran.stderr, /Cancelled/);
  assert.deepEqual(readdirSync(temporary), []);
});

const together: readonly (readonly NodeJS.Signals[])[] = [
  ['SIGINT', 'SIGTERM'],
  ['SIGINT', 'SIGINT'],
  ['SIGTERM', 'SIGTERM', 'SIGTERM'],
  ['SIGHUP', 'SIGINT'],
  ['SIGHUP'],
];
for (const signals of together) {
  test(`${signals.join(' and ')} within a moment: ended, and no copy of the data left behind`, {
    skip: process.platform === 'win32' && 'Windows has no such signals',
  }, async () => {
    const temporary = join(cwd, `temporary ${signals.join(' ')}`);
    mkdirSync(temporary);
    const options = { cwd, env: { TMPDIR: temporary }, interruptBy: signals };
    const { code, signal, stdout } = await runCli(['compare', big(), 'big.csv'], {
      ...options,
      interruptWhen: () => readdirSync(temporary, { recursive: true }).length > 0,
    });
    assert.deepEqual({ code, signal, stdout }, { code: 130, signal: null, stdout: '' });
    assert.deepEqual(readdirSync(temporary, { recursive: true }), []);
  });
}

test('two signals amid the writing of a report leave no part of it', {
  skip: process.platform === 'win32' && 'Windows has no such signals',
}, async () => {
  const folder = join(cwd, 'writing');
  mkdirSync(folder);
  const outputs = Array.from({ length: 40 }, (_, i) => ['--html', join('writing', `${i}.html`)]).flat();
  // Often enough that some hit a file that is half written.
  for (let round = 0; round < 8; round++) {
    await runCli(['compare', 'good.csv', 'moved.csv', '--quiet', ...outputs], {
      cwd,
      interruptWhen: () => readdirSync(folder).some((name) => name.endsWith('.tmp')),
      interruptBy: ['SIGINT', 'SIGINT'],
    });
    const parts = readdirSync(folder).filter((name) => !/^\d+\.html$/.test(name));
    assert.deepEqual(parts, [], `round ${round}`);
  }
});
