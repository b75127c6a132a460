import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type Bench, startBench } from './browser.ts';
import { complaints } from './complaints.ts';
import { keeps } from './keeps.ts';
import { openSample } from './openSample.ts';
import type { Recipe } from './sampleColumns.ts';
import { sampleReport } from './sampleReport.ts';
import { textOf } from './textOf.ts';
import { themes } from './themeVariables.ts';

let bench: Bench;
before(async () => {
  bench = await startBench();
});
after(() => bench.close());

const cell = (page: Page, name: string | RegExp) => page.getByRole('gridcell', { name });
const focused = (page: Page, name: string): Promise<unknown> =>
  page.waitForFunction((start) => document.activeElement?.getAttribute('aria-label')?.startsWith(start), name);
const choose = async (page: Page, list: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: list }).click();
  await page.getByRole('option', { name: option }).click();
};

test('a measure changes cells, names, legend and table; what has no limit says so', async () => {
  const { page, trouble, close } = await openSample(bench);
  await choose(page, 'Shown in the cells', 'PSI (population stability index)');
  await page.getByRole('grid', { name: 'Columns by chunk: PSI (population stability index)' }).waitFor();
  assert.match((await cell(page, /^car_value, June 2019/).getAttribute('aria-label')) ?? '', /PSI 0\.\d{2}, alert$/);
  assert.match(await textOf(page.locator('.overview .legend')), /PSI.*0.*≥ 0\.25.*not compared with a limit/);
  await choose(page, 'Shown in the cells', 'Kolmogorov–Smirnov D');
  await cell(page, /^employer_region, June 2019: no Kolmogorov–Smirnov D$/).waitFor();
  await choose(page, 'Shown in the cells', 'missing values');
  await cell(page, /^employer_region, June 2019: [\d.]+.% missing, 1\.2.% in reference$/).waitFor();
  await keeps(page, { measure: 'missing' });
  await page.locator('#drift .section-actions').getByRole('button', { name: 'as table' }).click();
  await page.getByRole('table', { name: 'Columns by chunk: missing values' }).waitFor();
  assert.deepEqual(trouble, []);
  await close();
});

test('the tooltip of a cell holds its numbers', async () => {
  const { page, close } = await openSample(bench);
  const target = cell(page, /^car_value, June 2019/);
  await target.hover();
  // Limit 5 % and q 1e-8, p 1e-9 of alerts, 5,000 rows a month: sampleColumns.ts.
  assert.match(
    (await target.getAttribute('title')) ?? '',
    /^car_value · June 2019\n\d+.% of rows moved \(limit 5.%\), p <.0\.0001\nmedian [\d,]+ → [\d,]+\n5,000 rows$/u,
  );
  const region = cell(page, /^employer_region, July 2019/);
  await region.hover();
  assert.match((await region.getAttribute('title')) ?? '', /“.+” \d+.% → \d+.%\nmissing 1\.2.% → [\d.]+.%/u);
  await close();
});

test('Shift and arrows select a range: rows are judged within it, cells outside are dimmed, Escape leads back', async () => {
  const { page, trouble, close } = await openSample(bench, { select: { column: 'car_value', chunk: 1 } });
  await page.locator('.heatmap [tabindex="0"]').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await focused(page, 'car_value, January 2019');
  await page.keyboard.press('Shift+ArrowRight');
  await page.locator('.range-line', { hasText: 'Only December 2018 to February 2019 (3 of 10 chunks)' }).waitFor();
  const row = page.locator('.heatmap tbody tr', { hasText: 'car_value' });
  assert.match(await textOf(row.locator('.verdict')), /ok/);
  // The whole and ten chunks, of which three are looked at.
  assert.equal(await row.locator('.cell.outside').count(), 8);
  assert.equal(await page.locator('.heatmap thead th.selected').count(), 3);
  await page.getByRole('textbox', { name: 'Filter columns' }).fill('alert');
  await page.locator('.empty').waitFor();
  await page.getByRole('button', { name: 'Show all columns' }).click();
  await keeps(page, { range: [1, 3] });
  assert.match(await textOf(page.locator('.details h3')), /^car_value/);
  assert.deepEqual(await complaints(page), []);
  await page.locator('.heatmap [tabindex="0"]').focus();
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelectorAll('.cell.outside').length === 0);
  assert.match(await textOf(row.locator('.verdict')), /alert/);
  assert.deepEqual(trouble, []);
  await close();
});

test('a range by dragging over the heads and by Shift and click; the way back; the picture over time shows it', async () => {
  const { page, trouble, close } = await openSample(bench, { select: { column: 'car_value', chunk: 7 } });
  const head = (index: number) => page.locator('.heatmap thead th.pick').nth(index);
  await head(3).hover();
  await page.mouse.down();
  await head(5).hover();
  await page.mouse.up();
  await page.locator('.range-line', { hasText: 'January 2019 to March 2019' }).waitFor();
  await cell(page, /^loan_length, June 2019/).click({ modifiers: ['Shift'] });
  await page.locator('.range-line', { hasText: 'January 2019 to June 2019' }).waitFor();
  assert.match(await textOf(page.locator('.details h3')), /^car_value/);
  await page.getByRole('tab', { name: 'Over time' }).click();
  await page.locator('.chart-plot[data-drawn] svg').first().waitFor();
  await page.getByRole('button', { name: 'whole period' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.cell.outside').length === 0);
  await keeps(page, { range: null });
  assert.deepEqual(trouble, []);
  await close();
});

test('the terms of the filter are listed for the keyboard, too; an unknown one is said', async () => {
  const { page, close } = await openSample(bench);
  const opener = page.getByRole('button', { name: 'What a filter can say' });
  await opener.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'What a filter can say' }).waitFor();
  assert.deepEqual(await complaints(page), []);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('.heatmap tbody th').length === 3);
  await page.keyboard.press('Escape');
  await page.getByRole('group', { name: 'What a filter can say' }).waitFor({ state: 'hidden' });
  assert.equal(await opener.evaluate((button) => button === document.activeElement), true);
  await page.getByRole('textbox', { name: 'Filter columns' }).fill('colour:red');
  await page.locator('.tool-note', { hasText: 'There is no “colour:” to filter by' }).waitFor();
  assert.equal(await page.locator('.heatmap tbody th').count(), 10);
  await close();
});

test('a state kept by an older version opens; measure and range come back where the chunks allow', async () => {
  const old = { reportId: 'sample', column: 'car_value', chunk: 6, tab: 'time', filter: '', sort: 'name' };
  const first = await openSample(bench, { saved: old });
  assert.equal(await textOf(first.page.locator('.heatmap tbody th').first()), 'car_value');
  await first.close();
  const next = await openSample(bench, { saved: { ...old, measure: 'psi', range: [2, 4] } });
  await next.page.getByRole('grid', { name: /PSI/ }).waitFor();
  await next.page.locator('.range-line', { hasText: 'January 2019 to March 2019' }).waitFor();
  await next.close();
  const beyond = await openSample(bench, { saved: { ...old, measure: 'unheard of', range: [2, 40] } });
  await beyond.page.getByRole('grid', { name: /share of rows moved/ }).waitFor();
  assert.equal(await beyond.page.locator('.cell.outside').count(), 0);
  await beyond.close();
});

test('of 200 columns the first and the last are reached by scrolling and by End', async () => {
  const extra = Array.from({ length: 190 }, (_, i): Recipe => ({ name: `extra_${i}`, verdict: 'ok', effect: 0.003, since: null }));
  const { page, trouble, close } = await openSample(bench, { report: sampleReport({ extra }) });
  await choose(page, 'Order', 'as in the file');
  const names = page.locator('.heatmap tbody th');
  await page.waitForFunction(() => document.querySelector('.heatmap tbody th')?.textContent === 'extra_0');
  assert.ok((await names.count()) < 60);
  const inSight = (name: string): Promise<unknown> =>
    page.waitForFunction((wanted) => {
      const box = document.querySelector('.heat-box')!.getBoundingClientRect();
      const head = [...document.querySelectorAll('.heatmap tbody th')].find((entry) => entry.textContent === wanted);
      const at = head?.getBoundingClientRect();
      return at !== undefined && at.top >= box.top && at.bottom <= box.bottom;
    }, name);
  await inSight('extra_0');
  await page.locator('.heat-box').evaluate((box) => box.scrollTo(0, box.scrollHeight));
  await inSight('y_pred');
  await page.locator('.heat-box').evaluate((box) => box.scrollTo(0, 0));
  await inSight('extra_0');
  await page.locator('.heatmap td.cell[tabindex="0"]').focus();
  await page.keyboard.press('Control+End');
  await focused(page, 'y_pred, August 2019');
  await inSight('y_pred');
  await page.keyboard.press('Control+Home');
  await focused(page, 'extra_0, all of current');
  await inSight('extra_0');
  assert.deepEqual(trouble, []);
  await close();
});

test('a key that comes before the page has dealt with the last one still takes the focus along', async () => {
  const extra = Array.from({ length: 190 }, (_, i): Recipe => ({ name: `extra_${i}`, verdict: 'ok', effect: 0.003, since: null }));
  const { page, trouble, close } = await openSample(bench, { report: sampleReport({ extra }) });
  await choose(page, 'Order', 'as in the file');
  await page.waitForFunction(() => document.querySelector('.heatmap tbody th')?.textContent === 'extra_0');
  await page.evaluate(async () => {
    const cells = document.querySelectorAll<HTMLElement>('.heatmap td.cell');
    cells[3]?.focus();
    // Drawn by now, its effects still to come: they follow the next frame.
    for (let i = 0; i < 5; i++) await Promise.resolve();
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', ctrlKey: true, bubbles: true }));
  });
  await focused(page, 'y_pred, August 2019');
  assert.deepEqual(trouble, []);
  await close();
});

for (const theme of themes) {
  test(`axe finds nothing in ${theme} with a range and under every kind of measure`, async () => {
    const saved = { reportId: 'sample', column: 'car_value', chunk: 7, tab: 'distribution', filter: '', sort: 'importance', range: [6, 8] };
    for (const measure of ['p', 'missing']) {
      const { page, trouble, close } = await openSample(bench, { theme, saved: { ...saved, measure } });
      assert.deepEqual(await complaints(page), []);
      assert.deepEqual(trouble, []);
      await close();
    }
  });
}
