import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type Bench, startBench } from './browser.ts';
import { keeps } from './keeps.ts';
import { contentOf, openSample } from './openSample.ts';
import { sampleReport } from './sampleReport.ts';
import { textOf } from './textOf.ts';

let bench: Bench;
before(async () => {
  bench = await startBench();
});
after(() => bench.close());

interface Sent {
  readonly method: string;
  readonly params: unknown;
}

const sentOf = (page: Page): Promise<Sent[]> => page.evaluate(() => (window as unknown as { sent: Sent[] }).sent);
const marks = (page: Page): Promise<number> => page.locator('.chart-plot[data-drawn] svg path').count();
const cell = (page: Page, name: string | RegExp) => page.getByRole('gridcell', { name });

test('title, four sections with their sentences, nothing refused by the policy, no request leaves', async () => {
  const { page, trouble, close } = await openSample(bench);
  assert.match(await textOf(page.getByRole('heading', { level: 1 })), /^3 of 10 columns moved enough to matter/);
  const titles = await page.getByRole('heading', { level: 2 }).allInnerTexts();
  assert.deepEqual(titles, ['Schema and quality', 'What moved, and since when', 'Columns', 'How this was computed']);
  assert.equal(await page.locator('.notes li').count(), 2);
  assert.ok((await marks(page)) > 30);
  assert.equal(await page.locator('text=10 columns decided together').count(), 0);
  await page.getByRole('button', { name: /^open How this was computed/ }).click();
  await page.locator('text=10 columns decided together').waitFor();
  const methods = (await sentOf(page)).map((message) => message.method);
  assert.deepEqual(methods, ['ready']);
  assert.deepEqual(trouble, []);
  await close();
});

test('the heatmap is a grid with names; untested columns stand apart with their reason', async () => {
  const { page, close } = await openSample(bench);
  const grid = page.getByRole('grid', { name: /share of rows moved/ });
  assert.equal(await grid.getAttribute('aria-rowcount'), '11');
  assert.equal(await grid.getAttribute('aria-colcount'), '13');
  assert.equal(await grid.getByRole('rowheader').count(), 10);
  assert.equal(await cell(page, /^car_value, June 2019: \d+.% moved, alert$/).count(), 1);
  assert.equal(await textOf(cell(page, /^driver_tenure, February 2019: too few rows/)), '·');
  assert.equal(await textOf(cell(page, /^salary_range, November 2018: < 1.% moved, ok$/)), '');
  assert.match(await textOf(page.locator('.untested')), /id.*identifier/s);
  await close();
});

test('a click opens the drill-down of that cell: cell, row and details agree', async () => {
  const { page, close } = await openSample(bench);
  await cell(page, /^debt_to_income_ratio, July 2019/).click();
  await page.getByRole('region', { name: 'Details of debt_to_income_ratio' }).waitFor();
  assert.match(await textOf(page.locator('.details-head')), /alert · July 2019/);
  assert.equal(await textOf(page.locator('.heatmap tr.chosen th')), 'debt_to_income_ratio');
  assert.match((await page.locator('.heatmap .cell.chosen').getAttribute('aria-label')) ?? '', /^debt_to_income_ratio, July 2019/);
  assert.equal(await page.locator('.heatmap .cell.chosen').count(), 1);
  assert.match(await textOf(page.locator('.columns tr.chosen')), /debt_to_income_ratio/);
  await page.getByRole('button', { name: 'show all of current' }).click();
  assert.match((await page.locator('.heatmap .cell.chosen').getAttribute('aria-label')) ?? '', /^debt_to_income_ratio, all of current/);
  await keeps(page, { column: 'debt_to_income_ratio', chunk: null });
  await close();
});

test('the heatmap by keyboard: one tab stop, arrows, Home, End, PageDown, Enter', async () => {
  const { page, close } = await openSample(bench);
  assert.equal(await page.locator('.heatmap [tabindex="0"]').count(), 1);
  await page.locator('.heatmap [tabindex="0"]').focus();
  /** Waits until the focused cell is named so: the page moves the focus after it has drawn. */
  const focused = (name: string): Promise<unknown> =>
    page.waitForFunction((start) => document.activeElement?.getAttribute('aria-label')?.startsWith(start), name);
  await focused('car_value, June 2019');
  await page.keyboard.press('ArrowDown');
  await focused('repaid_loan_on_prev_car, June 2019');
  await page.keyboard.press('ArrowRight');
  await focused('repaid_loan_on_prev_car, July 2019');
  await page.keyboard.press('Home');
  await focused('repaid_loan_on_prev_car, all of current');
  await page.keyboard.press('End');
  await focused('repaid_loan_on_prev_car, August 2019');
  await page.keyboard.press('PageDown');
  await focused('size_of_downpayment, August 2019');
  assert.match(await textOf(page.locator('.details h3')), /^car_value/);
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Details of size_of_downpayment' }).waitFor();
  await focused('size_of_downpayment, August 2019');
  await page.keyboard.press('Alt+ArrowUp');
  await page.getByRole('region', { name: /^Details of (?!size_of)/ }).waitFor();
  await close();
});

test('tabs draw their charts, by keyboard too; categories have no quantiles', async () => {
  const { page, trouble, close } = await openSample(bench, { select: { column: 'car_value', chunk: null } });
  for (const [name, least] of [
    ['Cumulative', 4],
    ['Quantiles', 40],
    ['Over time', 20],
  ] as const) {
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name }).click();
    await page.locator('.chart-plot[data-drawn] svg').first().waitFor();
    assert.ok((await marks(page)) >= least, name);
  }
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
  assert.equal(await textOf(page.getByRole('tab', { selected: true })), 'Methods');
  const methods = await textOf(page.getByRole('table', { name: /^Methods: car_value, all of current/ }));
  for (const word of ['rows moved', 'Kolmogorov', 'Wasserstein', 'PSI', 'Jensen', 'Anderson', '5\u202f%'])
    assert.ok(methods.includes(word), word);
  await cell(page, /^employer_region, May 2019/).click();
  assert.deepEqual(await page.getByRole('tab').allInnerTexts(), ['Distribution', 'Over time', 'Where', 'Rows', 'Methods']);
  assert.deepEqual(trouble, []);
  await close();
});

test('every picture has a table twin, which comes first for a screen reader', async () => {
  const { page, close } = await openSample(bench);
  await page.locator('.details').getByRole('button', { name: 'as table' }).click();
  assert.equal(await page.locator('.details table.figures tbody tr').count(), 34);
  await page.locator('#drift .section-actions').getByRole('button', { name: 'as table' }).click();
  assert.equal(await page.locator('.overview table.figures tbody tr').count(), 10);
  assert.match(await textOf(page.locator('.overview tbody tr').first()), /▲/);
  await close();
  const reader = await openSample(bench, { bodyClass: 'vscode-using-screen-reader' });
  await reader.page.locator('.details table.figures').waitFor();
  assert.equal(await reader.page.locator('.overview table.figures').count(), 1);
  assert.equal(await reader.page.locator('.heatmap').count(), 0);
  await reader.close();
});

test('the filter finds by name, verdict and type; the order changes; both are kept', async () => {
  const { page, close } = await openSample(bench);
  const rows = page.locator('.heatmap tbody th');
  const box = page.getByRole('textbox', { name: 'Filter columns' });
  const filtered = async (text: string, count: number): Promise<void> => {
    await box.fill(text);
    await page.waitForFunction((wanted) => document.querySelectorAll('.heatmap tbody th').length === wanted, count);
  };
  await filtered('alert', 3);
  await filtered('alert type:number', 2);
  await filtered('type:category', 5);
  await filtered('LOAN', 2);
  await box.fill('nothing like this');
  await page.getByRole('button', { name: 'Show all columns' }).click();
  assert.equal(await rows.count(), 10);
  await page.getByRole('combobox', { name: 'Order' }).click();
  await page.getByRole('option', { name: 'by name' }).click();
  await page.waitForFunction(() => document.querySelector('.heatmap tbody th')?.textContent === 'car_value');
  assert.equal(await textOf(rows.last()), 'y_pred_proba');
  await keeps(page, { sort: 'name' });
  await close();
});

test('state kept over a reload comes back; another report starts afresh', async () => {
  const saved = { reportId: 'sample', column: 'employer_region', chunk: 6, tab: 'time', filter: 'e', sort: 'name' };
  const { page, close } = await openSample(bench, { saved });
  assert.match(await textOf(page.locator('.details h3')), /^employer_region/);
  assert.equal(await textOf(page.getByRole('tab', { selected: true })), 'Over time');
  assert.equal(await page.getByRole('textbox', { name: 'Filter columns' }).inputValue(), 'e');
  await close();
  const other = await openSample(bench, { saved: { ...saved, reportId: 'another' } });
  assert.match(await textOf(other.page.locator('.details h3')), /^car_value/);
  await other.close();
});

test('actions ask the host: swap, save, rerun, open; the host can select', async () => {
  const { page, close } = await openSample(bench);
  await page.getByRole('button', { name: 'Swap' }).click();
  await page.getByRole('button', { name: /Export/ }).click();
  await page.getByRole('menuitem', { name: 'Report as JSON' }).click();
  await page.getByRole('button', { name: /^Open the reference file/ }).click();
  await page.getByRole('combobox', { name: 'Chunks' }).click();
  await page.getByRole('option', { name: 'by week' }).click();
  await page.waitForFunction(() => (window as unknown as { sent: unknown[] }).sent.length >= 5);
  const sent = (await sentOf(page)).map(({ method, params }) => [method, params]);
  assert.deepEqual(sent.slice(1), [
    ['swap', null],
    ['save', { format: 'json' }],
    ['open', { side: 'reference' }],
    ['rerun', { chunk: { by: 'week' } }],
  ]);
  await page.evaluate(() =>
    (window as unknown as { hostRequest(method: string, params: unknown): void }).hostRequest('select', {
      column: 'loan_length',
      chunk: 2,
    }),
  );
  await page.getByRole('region', { name: 'Details of loan_length' }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'details');
  await close();
});

test('without time the heatmap shows methods, and only the decision is coloured', async () => {
  const { page, trouble, close } = await openSample(bench, { report: sampleReport({ time: false }) });
  const heads = await page.getByRole('grid').getByRole('columnheader').allInnerTexts();
  assert.deepEqual(heads.slice(2), ['rows moved', 'KS D', 'W₁ / SD', 'PSI', 'JS', 'missing']);
  const coloured = await page.locator('.heatmap tbody tr').first().locator('.cell:not(.bare)').count();
  assert.equal(coloured, 1);
  assert.equal(await page.getByRole('tab', { name: 'Over time' }).count(), 0);
  await page.getByRole('gridcell', { name: /^loan_length, PSI/ }).click();
  await page.getByRole('region', { name: 'Details of loan_length' }).waitFor();
  assert.deepEqual(trouble, []);
  await close();
});

test('work under way and failure, each with a way out', async () => {
  const working = await bench.open({
    theme: 'light',
    content: { kind: 'working', title: 'Comparing', detail: 'column 3 of 12', share: 0.25, cancelLabel: 'Cancel', preview: null },
  });
  assert.equal(await working.page.getByRole('progressbar').getAttribute('aria-valuenow'), '25');
  await working.page.getByRole('button', { name: 'Cancel' }).click();
  await working.page.waitForFunction(() => (window as unknown as { sent: Sent[] }).sent.some((message) => message.method === 'cancel'));
  assert.deepEqual(working.trouble, []);
  await working.close();
  const failed = await bench.open({
    theme: 'light',
    content: {
      kind: 'failed',
      title: 'Could not compare',
      detail: 'No such file: <b>x</b>',
      actions: [{ id: 'retry', label: 'Try again' }],
    },
  });
  assert.match(await textOf(failed.page.locator('.detail')), /<b>x<\/b>/);
  await failed.page.getByRole('button', { name: 'Try again' }).click();
  await failed.page.waitForFunction(() => (window as unknown as { sent: Sent[] }).sent.some((message) => message.method === 'retry'));
  await failed.close();
});

test('errors and breaches of the policy are told to the host', async () => {
  const { page, close } = await openSample(bench);
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('boom');
    });
    const style = document.createElement('style');
    style.textContent = 'body { color: red }';
    document.head.append(style);
  });
  const told = (what: string) => (wanted: Sent) => wanted.method === 'trouble' && (wanted.params as { what: string }).what === what;
  await page.waitForFunction(
    () => (window as unknown as { sent: Sent[] }).sent.filter((message) => message.method === 'trouble').length >= 2,
  );
  const sent = await sentOf(page);
  assert.match((sent.find(told('error'))!.params as { detail: string }).detail, /boom/);
  assert.match((sent.find(told('csp'))!.params as { detail: string }).detail, /style-src/);
  await close();
});

test('after a change of parameters the new report opens at the same column and tab', async () => {
  const { page, close } = await openSample(bench, { select: { column: 'loan_length', chunk: 2 } });
  await page.getByRole('tab', { name: 'Cumulative' }).click();
  await page.getByRole('button', { name: 'Swap' }).click();
  const show = { ...contentOf(sampleReport()), reportId: 'swapped' };
  await page.evaluate((content) => (window as unknown as { hostRequest(m: string, p: unknown): void }).hostRequest('show', content), show);
  await page.waitForFunction(() => (window as unknown as { keptState(): { reportId: string } }).keptState().reportId === 'swapped');
  await keeps(page, { column: 'loan_length', chunk: null, tab: 'cumulative' });
  await close();
});

test('a file that has changed on disk is said under the title; run again asks for the same report anew', async () => {
  const { page, trouble, close } = await openSample(bench, { stale: ['current'] });
  assert.match(await textOf(page.locator('.stale')), /monitoring\.parquet has changed since/);
  await page.getByRole('button', { name: 'Run again' }).click();
  await page.waitForFunction(() => (window as unknown as { sent: Sent[] }).sent.some((message) => message.method === 'rerun'));
  assert.deepEqual((await sentOf(page)).at(-1)?.params, {});
  assert.deepEqual(trouble, []);
  await close();
  const both = await openSample(bench, { stale: ['reference', 'current'] });
  assert.match(await textOf(both.page.locator('.stale')), /reference\.parquet and monitoring\.parquet have changed since/);
  await both.close();
});
