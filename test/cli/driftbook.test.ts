import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseDriftbook } from '../../src/app/driftbook/driftbookDocument.ts';
import { cliPath, runCli } from './runCli.ts';

const sample = fileURLToPath(new URL('../../media/sample/', import.meta.url));
const churn = fileURLToPath(new URL('../fixtures/driftbooks/v1/churn.driftbook.yaml', import.meta.url));
let cwd = '';
const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(cwd, name), content);
const run = (...args: string[]) => runCli(args, { cwd });
const book = (name: string) => parseDriftbook(readFileSync(join(cwd, name), 'utf8'));

before(() => {
  assert.ok(existsSync(cliPath), 'the program is built: npm run build');
  cwd = mkdtempSync(join(tmpdir(), 'driftbook-book-'));
});
after(() => rmSync(cwd, { recursive: true, force: true }));

test('validate: nothing is wrong', async () => {
  const { code, stdout, stderr } = await run('validate', churn);
  assert.deepEqual([code, stdout, stderr], [0, `${churn}: nothing is wrong.\n`, '']);
  const { code: quiet, stdout: said } = await run('validate', '--quiet', churn);
  assert.deepEqual([quiet, said], [0, '']);
});

test('validate: what is wrong, a line each with file, line and column, in English and Chinese; all files are told', async () => {
  write(
    'bad.yaml',
    readFileSync(churn, 'utf8').replace('max: 2%', 'max: 2%, colums: [a]').replace('timezone: Asia/Shanghai', 'timezone: Asia/Shanghia'),
  );
  write('tab.yaml', 'version: 1\n\tcells: []\n');
  const { code, stdout, stderr } = await run('validate', 'bad.yaml', 'nothing.yaml', 'tab.yaml', churn);
  assert.deepEqual([code, stderr], [3, '']);
  assert.deepEqual(stdout.split('\n'), [
    'bad.yaml:9:11: error: timezone: there is no time zone "Asia/Shanghia". Did you mean Asia/Shanghai?',
    'bad.yaml:13:72: error: There is no cells[1].checks[0].colums. Did you mean columns?',
    'nothing.yaml: error: there is no such file',
    'tab.yaml:2:1: error: Lines are indented by spaces here, not by tabs.',
    `${churn}: nothing is wrong.`,
    '',
  ]);
  const chinese = await run('validate', 'tab.yaml', '--lang', 'zh-cn');
  assert.deepEqual([chinese.code, chinese.stdout], [3, 'tab.yaml:2:1: error: 此处的行用空格缩进，不用制表符。\n']);
});

test('validate: hostile names end in plain sight, deep and large files end in a sentence, a folder is none', async () => {
  write('hostile.yaml', '"\\e]0;owned\\a\\e[31m$(touch pwned)`touch pwned`": 1\nversion: 1\n');
  write('deep.yaml', '['.repeat(500_000));
  write('large.yaml', `a: ${'[{}, '.repeat(2_000_000)}`);
  mkdirSync(join(cwd, 'folder.yaml'));
  const { code, stdout, stderr } = await run('validate', 'hostile.yaml', 'deep.yaml', 'large.yaml', 'folder.yaml');
  assert.deepEqual([code, stderr], [3, '']);
  assert.doesNotMatch(stdout, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  assert.match(stdout, /^deep\.yaml:1:\d+: error: Parts lie deeper than 64 within each other\.$/m);
  assert.match(stdout, /^large\.yaml:1:1: error: The file is too large to be a driftbook\.$/m);
  assert.match(stdout, /^folder\.yaml: error: /m);
  assert.ok(!existsSync(join(cwd, 'pwned')));
});

test('init: a driftbook from two datasets, with what was found in them, that reads without a problem', async () => {
  const { code, stdout, stderr } = await run('init', join(sample, 'churn-reference.csv'), join(sample, 'churn-current.csv'));
  assert.deepEqual([code, stderr], [0, '']);
  assert.match(stdout, /^churn-current\.driftbook\.yaml is written\./);
  const { driftbook, problems, text } = book('churn-current.driftbook.yaml');
  assert.deepEqual(problems, []);
  assert.deepEqual(driftbook?.columns, { target: 'churned', prediction: 'y_pred', scores: { yes: 'p_churn' }, timestamp: 'seen_at' });
  assert.equal(driftbook?.chunk, 'week');
  assert.deepEqual(driftbook?.cells.at(-1), { performance: {}, checks: [{ measure: 'roc_auc', max_drop: 0.02, severity: 'critical' }] });
  assert.ok(existsSync(join(cwd, driftbook!.datasets.reference!.path)) && existsSync(join(cwd, driftbook!.datasets.current.path)));
  assert.match(text, /^# Which column is what/m);
  assert.equal((await run('validate', 'churn-current.driftbook.yaml')).code, 0);
});

test('init: one dataset alone; the language, the file and the columns that are asked for; paths lead from the folder of the file', async () => {
  mkdirSync(join(cwd, 'books'));
  const args = ['init', join(sample, 'churn-reference.csv'), '--out', 'books/a.yaml', '--lang', 'zh-cn', '--timestamp', 'none', '--quiet'];
  const { code, stdout } = await run(...args);
  assert.deepEqual([code, stdout], [0, '']);
  const { driftbook, text } = book('books/a.yaml');
  assert.ok(existsSync(join(cwd, 'books', driftbook!.datasets.reference!.path)));
  assert.equal(driftbook?.columns?.timestamp, undefined);
  assert.match(text, /请在此填写今天数据的路径/);
});

test('init: a file that is there is left as it is, unless it is to be written over; nothing is left of what fails', async () => {
  write('mine.yaml', 'mine');
  write('data.csv', 'x,y\n1,2\n');
  const { code, stderr } = await run('init', 'data.csv', '--out', 'mine.yaml');
  assert.equal(code, 3);
  assert.match(stderr, /mine\.yaml is there already\. Name another file with --out, or write over it with --force\./);
  assert.equal(readFileSync(join(cwd, 'mine.yaml'), 'utf8'), 'mine');
  assert.equal((await run('init', 'data.csv', '--out', 'mine.yaml', '--force')).code, 0);
  assert.deepEqual(book('mine.yaml').problems, []);
  assert.equal((await run('init', 'gone.csv', '--out', 'gone.yaml')).code, 3);
  assert.equal((await run('init', 'data.csv', '--out', 'no/folder/gone.yaml')).code, 3);
  assert.deepEqual(
    readdirSync(cwd).filter((name) => name.includes('gone') || name.endsWith('.tmp')),
    [],
  );
});

test('init: hostile names of columns and files are quoted, and read as what they are', async () => {
  const name = 'a: &x *y #\u202e{}\u001b[31m';
  const labels = ['!!yes', 'no'];
  const rows = Array.from({ length: 400 }, (_, i) => `${labels[i % 2]},${labels[i % 2]},${(i % 2) * 0.6 + 0.2}`).join('\n');
  write("it's - [1].csv", `"${name}",y_pred,p_${'score'}\n${rows}\n`);
  const { code, stderr } = await run('init', "it's - [1].csv", '--target', name, '--out', 'h.yaml');
  assert.deepEqual([code, stderr], [0, '']);
  const { driftbook, problems, text } = book('h.yaml');
  assert.deepEqual(problems, []);
  assert.equal(driftbook?.columns?.target, name);
  assert.equal(driftbook?.datasets.current.path, "it's - [1].csv");
  assert.doesNotMatch(text, /[\u202e\u001b]/);
});

test('options of other commands are told', async () => {
  const told = async (...args: string[]): Promise<string> => {
    const { code, stderr } = await run(...args);
    assert.equal(code, 3);
    return stderr;
  };
  assert.match(await told('validate', '--chunk', 'week', churn), /--chunk belongs to driftbook compare, not to driftbook validate\./);
  assert.match(await told('compare', '--force', 'a', 'b'), /--force belongs to driftbook init, not to driftbook compare\./);
  assert.match(await told('init', '--json', 'x', 'a'), /--json belongs to driftbook compare, not to driftbook init\./);
  assert.match(await told('compare', 'a', 'b', '--target', 'y'), /--target belongs to driftbook evaluate, not to driftbook compare\./);
  assert.match(await told('validate'), /A driftbook is needed/);
  assert.match((await run('init', '--help')).stdout, /--force +Write over/);
  assert.match((await run('validate', '--help')).stdout, /FILE:LINE:COLUMN/);
});
