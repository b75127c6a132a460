import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import type { Report } from '../../src/core/report/report.ts';
import { type Bench, launchBrowser, startBench } from './browser.ts';
import { evaluationContent } from './evaluationContent.ts';
import { exportedFile } from './exportedFile.ts';
import { formulas, type HostileKind, hostileEvaluation, hostileNames } from './hostileEvaluation.ts';
import { openOffline } from './openOffline.ts';

const kinds: readonly HostileKind[] = ['binary', 'multiclass', 'regression'];
const reports = new Map<HostileKind, Report>();
let bench: Bench;
before(async () => {
  for (const kind of kinds) reports.set(kind, await hostileEvaluation(kind, 1000));
  bench = await startBench();
});
after(() => bench.close());

/** Whether anything of the names was taken for markup: elements and attributes that the page itself never makes. */
const made = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const names = element.getAttributeNames().filter((name) => /^on|^(href|src|action|srcdoc)$/.test(name));
      const strange =
        element.matches('img, iframe, object, embed, form:not(.vega-bindings), base') ||
        (names.length > 0 && !element.matches('script[src], link'));
      return strange ? [element.outerHTML.slice(0, 200)] : [];
    }),
  );

/** Turns every picture into its table twin: each press leaves one picture less. */
async function allAsTables(place: Locator): Promise<void> {
  const twins = place.getByRole('button', { name: 'as table' });
  while ((await twins.count()) > 0) await twins.first().press('Enter');
}

/** Goes through every tab of the sections on predictions, and every picture and its table twin; calls `look` at each stop. */
async function throughAll(page: Page, look: () => Promise<void>): Promise<void> {
  const drawn = ':is(.chart-plot[data-drawn] svg, table)';
  for (const section of ['#predictions', '#performance']) {
    const tabs = page.locator(section).getByRole('tab');
    for (let i = 0; i < (await tabs.count()); i += 1) {
      await tabs.nth(i).click();
      await page.locator(`${section} .tab-panel ${drawn}`).first().waitFor();
      await look();
      await allAsTables(page.locator(`${section} .tab-panel`));
      await look();
    }
  }
  for (const opener of await page.locator('table.attribution .expander').all()) {
    await opener.press('Enter');
    await look();
  }
  await allAsTables(page.locator('#performance, #attribution'));
  await look();
}

/** Everything a page offers to copy in a format, table after table. */
async function copies(page: Page, format: string): Promise<string[]> {
  await page.evaluate(() => {
    const clipboard = { writeText: async (text: string) => void Object.assign(window, { copied: text }) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  });
  const texts: string[] = [];
  for (const button of await page.locator('#predictions, #performance, #attribution').getByRole('button', { name: 'copy as …' }).all()) {
    await page.evaluate(() => Object.assign(window, { copied: null }));
    await button.press('Enter');
    await page.getByRole('menuitem', { name: format }).press('Enter');
    await page.waitForFunction(() => (window as unknown as { copied: string | null }).copied !== null);
    texts.push(await page.evaluate(() => (window as unknown as { copied: string }).copied));
  }
  return texts;
}

for (const kind of kinds) {
  test(`${kind}: hostile names of columns, groups, classes and files stay text in every section, picture and table`, async () => {
    const { page, trouble, close } = await bench.open({ theme: 'dark', content: evaluationContent(reports.get(kind)!) });
    let dialogs = 0;
    page.on('dialog', (dialog) => {
      dialogs += 1;
      void dialog.dismiss();
    });
    await page.locator('#attribution .chart-plot[data-drawn] svg').first().waitFor();
    let seen = '';
    await throughAll(page, async () => {
      assert.deepEqual(await made(page), []);
      seen += await page.locator('main').innerText();
    });
    // They were there to be taken for more: the groups stand in sentences and tables as they were written.
    for (const name of [hostileNames.script, hostileNames.expression, hostileNames.formula, hostileNames.plus, hostileNames.link])
      assert.ok(seen.includes(name), `${name} is on the page`);
    assert.ok(seen.includes('␛[31mred␛[2J'), 'orders to a terminal are made visible in sentences');
    assert.ok(!seen.includes('[object '), 'no value was taken from a prototype');
    assert.equal(dialogs, 0);
    assert.deepEqual(trouble, []);
    const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(inner! <= outer!, `${inner} > ${outer}`);
    await close();
  });

  test(`${kind}: what is copied holds no formula, no markup and no order to a terminal`, async () => {
    const { page, close } = await bench.open({ theme: 'light', content: evaluationContent(reports.get(kind)!) });
    await page.locator('#attribution .chart-plot[data-drawn] svg').first().waitFor();
    await page.locator('#performance').getByRole('tab').last().click();
    const tsv = await copies(page, 'TSV, for a spreadsheet');
    const csv = await copies(page, 'CSV');
    const markdown = await copies(page, 'Markdown table');
    assert.ok(tsv.length >= 6, `${tsv.length} tables`);
    const cells = [...tsv.flatMap((text) => text.split(/[\t\r\n]+/)), ...csv.flatMap((text) => text.split(/(?<=^|[\r\n,])"?/))];
    for (const cell of cells) assert.ok(!formulas.some((name) => cell.startsWith(name)), `a formula: ${cell}`);
    assert.ok(
      formulas.some((name) => cells.some((cell) => cell.startsWith(`'${name}`))),
      'there was one to be kept from running',
    );
    for (const text of [...tsv, ...csv, ...markdown]) {
      assert.doesNotMatch(text, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
    }
    for (const text of markdown) {
      const lines = text.trimEnd().split('\n');
      const width = (line: string): number => line.split(/(?<!\\)\|/).length;
      assert.deepEqual(
        lines.filter((line) => width(line) !== width(lines[0]!)),
        [],
      );
      assert.doesNotMatch(text, /<|(?<!\\)\]\(|(?<!\\)`|@team/);
    }
    await close();
  });
}

test('in the exported file they are text, too, and nothing of them stands in its source', async () => {
  const browser = await launchBrowser();
  for (const kind of kinds) {
    const url = await exportedFile(reports.get(kind)!);
    const source = await readFile(new URL(url), 'utf8');
    assert.ok(!/<img|onerror=alert\(1\)>/.test(source.replaceAll('&lt;', '')), `${kind}: markup in the source`);
    assert.equal(source.match(/<script/g)?.length, source.match(/<\/script>/g)?.length);
    const { page, trouble } = await openOffline(browser, url, 'light', '#attribution');
    await throughAll(page, async () => assert.deepEqual(await made(page), []));
    assert.ok((await page.locator('main').innerText()).includes(hostileNames.script));
    assert.deepEqual(trouble, []);
    await page.context().close();
  }
  await browser.close();
});
