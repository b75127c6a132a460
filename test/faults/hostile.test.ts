import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import type { Report } from '../../src/core/report/report.ts';
import { columnsOf } from '../../src/core/report/sectionOf.ts';
import { runCli } from '../cli/runCli.ts';
import { launchBrowser } from '../harness/chromium.mjs';
import { hostileTexts } from './hostileTexts.ts';
import { type Columns, makePlace, type Place } from './place.ts';

/** Names, values and paths are data: whatever they hold, nothing runs, nothing is asked for, nothing is steered. */
const unsafe = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const rows = 400;

/** Columns named and filled with hostile texts; on the current side the categories have moved, so that each column alerts and is drawn. */
function columns(moved: boolean): Columns {
  const named = hostileTexts.map((name, c): [string, (string | number)[]] => [
    name,
    Array.from({ length: rows }, (_, i) =>
      c % 3 === 0 ? ((i * 7919) % rows) / 10 + (moved ? 30 : 0) : hostileTexts[((i * 31 + (moved && i % 2 ? 1 : 0)) % 5) + (c % 30)]!,
    ),
  ]);
  return Object.fromEntries(named.filter(([name]) => name !== '__proto__'));
}

let place: Place;
let browser: Browser;
before(async () => {
  place = await makePlace();
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await place.remove();
});

const outputs = ['report.html', 'report.md', 'report.csv', 'report.json'];
const exports = (folder: string): string[] =>
  ['html', 'markdown', 'csv', 'json'].flatMap((kind, i) => [`--${kind}`, join(folder, outputs[i]!)]);

/** Fields of CSV text (RFC 4180). */
function fieldsOf(text: string): string[] {
  return [...text.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
    (match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? '',
  );
}

/** Opens an exported page with the network on and works through every column; returns all that should not have happened. */
async function openPage(path: string): Promise<string[]> {
  const page = await browser.newPage();
  const trouble: string[] = [];
  const url = pathToFileURL(path).href;
  page.on('request', (request) => {
    if (request.url() !== url) trouble.push(`request: ${request.url().slice(0, 100)}`);
  });
  page.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(`console: ${message.text()}`);
  });
  await page.goto(url);
  await page.locator('h1').first().waitFor();
  const names = page.locator('.columns button.name');
  await names.first().waitFor();
  for (let i = 0; i < (await names.count()); i++) {
    await names.nth(i).click();
    await page.locator('.details h3').first().waitFor();
  }
  await page.locator('.details .chart svg, .details table').first().waitFor();
  if (await page.evaluate(() => 'pwned' in window)) trouble.push('a script ran');
  const strays = await page.locator('img, iframe, object, embed, a[href^="javascript:"], link[href]').count();
  if (strays > 0) trouble.push(`${strays} elements of the data's making`);
  await page.close();
  return trouble;
}

for (const format of ['csv', 'jsonl', 'parquet', 'arrow'] as const) {
  describe(format, () => {
    test('names of columns and categories stay inert in the terminal, HTML, Markdown, CSV and JSON, and in SQL and charts on the way', async () => {
      const folder = place.path(`run-${format}`);
      mkdirSync(folder);
      const reference = await place.table(`run-${format}/then.${format}`, columns(false));
      const current = await place.table(`run-${format}/now.${format}`, columns(true));
      const before = readdirSync(place.folder).sort();
      const { code, stdout, stderr } = await runCli(['compare', reference, current, ...exports(folder)], { cwd: folder });
      assert.equal(code, 1, stderr);
      assert.doesNotMatch(stdout + stderr, unsafe);
      // Nothing was written but what was asked for, here or above.
      assert.deepEqual(readdirSync(folder).sort(), [...outputs, `now.${format}`, `then.${format}`].sort());
      assert.deepEqual(readdirSync(place.folder).sort(), before);

      const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
      for (const field of fieldsOf(read('report.csv')))
        if (!/^-?\d/.test(field)) assert.doesNotMatch(field, /^[=+\-@\t\r]/u, JSON.stringify(field));
      assert.doesNotMatch(read('report.csv').replaceAll('\r\n', '\n'), unsafe);
      for (const cell of read('report.csv').split(/[;\t\r\n]/)) assert.doesNotMatch(cell, /^[" ]*[=@]/u, JSON.stringify(cell));
      assert.ok(
        fieldsOf(read('report.csv')).some((field) => field === "'=1+1"),
        'the name is there, defused',
      );
      const markdown = read('report.md');
      assert.doesNotMatch(markdown.replace(/(`+)[^`].*?\1/g, ''), /<(?:script|img|a )|(?<!\\)!\[|(?<!\\)\]\((?:https?|javascript):/i);
      assert.doesNotMatch(markdown, unsafe);
      assert.doesNotMatch(read('report.json'), unsafe);
      const names = columnsOf(JSON.parse(read('report.json')) as Report).map(({ name }) => name);
      assert.ok(names.includes('abc\u202efdp.exe'), 'escaped, not changed');
      assert.deepEqual(await openPage(join(folder, 'report.html')), []);
    });
  });
}

test('names of files and folders: read as they stand, told without steering', {
  skip: process.platform === 'win32' ? 'Windows has no such names' : false,
}, async () => {
  for (const [i, text] of hostileTexts.entries()) {
    const name = `${text.replaceAll('/', '∕').slice(0, 60)}`;
    const folder = place.path(`paths-${i}`);
    mkdirSync(join(folder, name), { recursive: true });
    const file = join(folder, name, `${name}.csv`);
    writeFileSync(file, 'x\n1\n2\n');
    const beside = readdirSync(folder);
    const { code, stdout, stderr } = await runCli(
      ['compare', '--', file, file].filter((word) => word !== '--'),
      { cwd: folder },
    );
    assert.equal(code, 0, `${JSON.stringify(name)}: ${stderr}`);
    assert.doesNotMatch(stdout + stderr, unsafe);
    assert.deepEqual(readdirSync(folder), beside);
    assert.deepEqual(readdirSync(join(folder, name)), [basename(file)]);
    if (i % 6 === 0) {
      const gone = await runCli(['compare', file, join(folder, `${name}-gone.csv`)], { cwd: folder });
      assert.equal(gone.code, 3);
      assert.doesNotMatch(gone.stderr, unsafe);
    }
  }
});

test('words of the command line are told without steering', async () => {
  for (const args of [
    ['\u001b[31mcompare'],
    ['compare', 'a.csv'],
    ['compare', 'a', 'b', '--\u001b[2J'],
    ['compare', 'a', 'b', '--profile', '\u202ex'],
    ['compare', 'a', 'b', '--html', 'no\u001b[31m/x.html'],
  ]) {
    const { code, stderr, stdout } = await runCli(args, { cwd: place.folder });
    assert.equal(code, 3);
    assert.doesNotMatch(stdout + stderr, unsafe, JSON.stringify(args));
  }
  chmodSync(place.folder, 0o755);
});
