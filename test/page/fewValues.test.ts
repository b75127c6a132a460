import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { withMinus } from '../../src/core/format/minus.ts';
import { sayReport } from '../../src/core/sections/sayReport.ts';
import { columnOf, fewValueReport, ratings } from '../unit/sections/drift/fewValues.ts';
import { english } from '../unit/words/translators.ts';
import { type Bench, startBench } from './browser.ts';
import { textOf } from './textOf.ts';

let bench: Bench;
before(async () => {
  bench = await startBench();
});
after(() => bench.close());

const report = await fewValueReport();

async function openColumn(name: string): Promise<{ page: Page; trouble: string[]; close: () => Promise<void> }> {
  const content = {
    kind: 'report' as const,
    reportId: 'few',
    report,
    text: sayReport(report, english, 'en'),
    select: { column: name, chunk: null },
    stale: [],
  };
  const open = await bench.open({ theme: 'light', content });
  await open.page.getByRole('region', { name: `Details of ${name}` }).waitFor();
  return open;
}

const details = (page: Page, name: string) => page.getByRole('region', { name: `Details of ${name}` });

/** The first cells of the table twin of the picture that is shown. */
async function firstCells(page: Page, name: string): Promise<string[]> {
  await details(page, name).getByRole('button', { name: 'as table' }).first().click();
  const cells = await details(page, name).locator('.copyable table tbody tr').locator('> :first-child').allInnerTexts();
  await details(page, name).getByRole('button', { name: 'as chart' }).first().click();
  return cells.map((cell) => cell.trim());
}

/** The words of a picture from top to bottom, of those given. */
async function fromTop(page: Page, name: string, wanted: readonly string[]): Promise<string[]> {
  await details(page, name).locator('.chart-plot[data-drawn] svg').first().waitFor();
  const found = await details(page, name)
    .locator('.chart-plot[data-drawn] svg text')
    .evaluateAll((texts) => texts.map((text) => ({ text: text.textContent ?? '', y: text.getBoundingClientRect().y })));
  return found
    .filter(({ text }) => wanted.includes(text))
    .sort((a, b) => a.y - b.y)
    .map(({ text }) => text);
}

test('bars of few numbers stand in their order, and so does the table twin', async () => {
  const names = ratings.map((value) => withMinus(String(value)));
  const { page, trouble, close } = await openColumn('rating');
  assert.deepEqual(await fromTop(page, 'rating', names), names);
  assert.deepEqual(await firstCells(page, 'rating'), names);
  assert.deepEqual(trouble, []);
  await close();
  const twenty = Array.from({ length: 20 }, (_, i) => String(i + 1));
  const many = await openColumn('step');
  assert.deepEqual(await fromTop(many.page, 'step', twenty), twenty);
  assert.deepEqual(await firstCells(many.page, 'step'), twenty);
  await many.close();
});

test('Cumulative and Quantiles exist for few numbers, with their pictures and tables; a flag and a text have neither', async () => {
  const { page, trouble, close } = await openColumn('rating');
  const tabs = await details(page, 'rating').getByRole('tab').allInnerTexts();
  assert.ok(tabs.includes('Cumulative') && tabs.includes('Quantiles'), tabs.join());
  await details(page, 'rating').getByRole('tab', { name: 'Cumulative' }).click();
  await details(page, 'rating').locator('.chart-plot[data-drawn] svg').first().waitFor();
  const distance = columnOf(report, 'rating').measures!.ks!.d;
  assert.match(await textOf(details(page, 'rating').locator('.chart-plot svg')), new RegExp(`largest gap ${Math.round(distance * 100)}.%`));
  assert.deepEqual(
    await firstCells(page, 'rating'),
    ratings.map((value) => withMinus(String(value))),
  );
  await details(page, 'rating').getByRole('tab', { name: 'Quantiles' }).click();
  await details(page, 'rating').locator('.chart-plot[data-drawn] svg').first().waitFor();
  assert.match(await textOf(details(page, 'rating').locator('.legend')), /a larger one holds several/);
  assert.deepEqual(trouble, []);
  await close();
  for (const name of ['flag', 'plan']) {
    const other = await openColumn(name);
    const shown = await details(other.page, name).getByRole('tab').allInnerTexts();
    assert.ok(!shown.includes('Cumulative') && !shown.includes('Quantiles'), `${name}: ${shown.join()}`);
    await other.close();
  }
});

test('of a chunk the exact curve is shown, and no remark that it is not', async () => {
  const { page, close } = await openColumn('rating');
  await details(page, 'rating').getByRole('tab', { name: 'Cumulative' }).click();
  const name = sayReport(report, english, 'en').chunkNames[1]!;
  await page
    .getByRole('gridcell', { name: `rating, ${name}` })
    .first()
    .click();
  await details(page, 'rating').getByRole('tab', { name: 'Cumulative', selected: true }).waitFor();
  await details(page, 'rating').locator('.legend', { hasText: name }).waitFor();
  assert.equal(await details(page, 'rating').getByText('counts per bin').count(), 0);
  assert.equal(await details(page, 'rating').getByText('Shown for all of current').count(), 0);
  await close();
});
