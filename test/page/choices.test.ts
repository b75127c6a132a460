import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { columnsOf, withColumns } from '../../src/core/report/sectionOf.ts';
import { type Bench, startBench } from './browser.ts';
import { complaints } from './complaints.ts';
import { openSample } from './openSample.ts';
import { sampleReport } from './sampleReport.ts';
import { textOf } from './textOf.ts';

let bench: Bench;
before(async () => {
  bench = await startBench();
});
after(() => bench.close());

/** What was asked of the host by a method, in order. */
const asked = (page: Page, method: string): Promise<Record<string, unknown>[]> =>
  page.evaluate((wanted) => {
    const { sent } = window as unknown as { sent: { method: string; params: Record<string, unknown> }[] };
    return sent.filter((message) => message.method === wanted).map((message) => message.params);
  }, method);

test('role, type, limit and leaving out are changed in place, each alone; by keyboard too', async () => {
  const { page, trouble, close } = await openSample(bench, { select: { column: 'car_value', chunk: null } });
  await page.locator('.details').getByRole('button', { name: 'change …' }).press('Enter');
  await page.getByRole('combobox', { name: 'Role' }).click();
  await page.getByRole('option', { name: 'target' }).click();
  await page.getByRole('combobox', { name: 'Type' }).click();
  await page.getByRole('option', { name: 'category' }).click();
  const limit = page.getByRole('textbox', { name: 'Limit in per cent of rows' });
  await limit.fill('120');
  await limit.press('Enter');
  await page.locator('.choices .failed').waitFor();
  await limit.fill('2.5');
  await limit.press('Enter');
  await page.getByRole('button', { name: 'leave out of the report' }).press('Enter');
  await page.getByRole('combobox', { name: 'Time column' }).click();
  await page.getByRole('option', { name: 'no time column' }).click();
  await page.waitForFunction(
    () => (window as unknown as { sent: { method: string }[] }).sent.filter((m) => m.method === 'rerun').length >= 5,
  );
  assert.deepEqual(await asked(page, 'rerun'), [
    { columns: { car_value: { role: 'target' } } },
    { columns: { car_value: { kind: 'text' } } },
    { columns: { car_value: { limit: 0.025 } } },
    { columns: { car_value: { ignored: true } } },
    { timestamp: null },
  ]);
  assert.deepEqual(await complaints(page), []);
  assert.deepEqual(trouble, []);
  await close();
});

test('a field has its own name from the first moment, not the one the toolkit gives it', async () => {
  const { page, trouble, close } = await openSample(bench, { select: { column: 'car_value', chunk: null } });
  const names = await page.evaluate(async () => {
    [...document.querySelectorAll<HTMLElement>('.details button')].find((button) => button.textContent?.includes('change'))?.click();
    // Drawn by now, not yet painted.
    for (let i = 0; i < 5; i++) await Promise.resolve();
    return [...document.querySelectorAll('.details vscode-text-field')].map((field) => field.getAttribute('aria-label'));
  });
  assert.deepEqual(names, ['Limit in per cent of rows']);
  assert.deepEqual(trouble, []);
  await close();
});

test('an ignored column can be tested again, and what is taken for something else can be changed where it stands', async () => {
  const report = sampleReport();
  const columns = columnsOf(report).map((column) => (column.name === 'id' ? { ...column, reason: 'ignored' as const } : column));
  const { page, close } = await openSample(bench, { report: withColumns(report, columns) });
  await page.getByRole('button', { name: 'test again: id' }).click();
  await page.getByRole('button', { name: 'change …: timestamp' }).press('Enter');
  await page.locator('#columns').getByRole('combobox', { name: 'Role' }).click();
  await page.getByRole('option', { name: 'feature' }).click();
  await page.waitForFunction(
    () => (window as unknown as { sent: { method: string }[] }).sent.filter((m) => m.method === 'rerun').length >= 2,
  );
  assert.deepEqual(await asked(page, 'rerun'), [{ columns: { id: { ignored: false } } }, { columns: { timestamp: { role: 'feature' } } }]);
  assert.deepEqual(await complaints(page), []);
  await close();
});

test('tables are copied as CSV and Markdown, charts are saved with literal colours', async () => {
  const { page, trouble, close } = await openSample(bench, { select: { column: 'car_value', chunk: 7 } });
  await page.evaluate(() => {
    const clipboard = { writeText: async (text: string) => void Object.assign(window, { copied: text }) };
    Object.assign(clipboard, {
      write: async ([item]: ClipboardItem[]) => void Object.assign(window, { picture: await item!.getType('image/png') }),
    });
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  });
  const copyAs = async (format: string, place = '.tab-panel'): Promise<void> => {
    await page.locator(place).getByRole('button', { name: 'copy as …' }).press('Enter');
    await page.getByRole('menuitem', { name: format }).press('Enter');
  };
  const copied = (): Promise<string> => page.evaluate(() => (window as unknown as { copied: string }).copied);
  await page.getByRole('button', { name: 'save as SVG' }).click();
  await page.getByRole('button', { name: 'save as PNG' }).click();
  await page.waitForFunction(
    () => (window as unknown as { sent: { method: string }[] }).sent.filter((m) => m.method === 'saveChart').length === 2,
  );
  const [svg, png] = (await asked(page, 'saveChart')) as { format: string; name: string; data: string }[];
  assert.deepEqual([svg!.format, svg!.name, png!.format], ['svg', 'car_value-distribution', 'png']);
  assert.match(svg!.data, /^<svg[^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  assert.doesNotMatch(svg!.data, /var\(|color\(srgb/);
  assert.equal(Buffer.from(png!.data, 'base64').subarray(1, 4).toString(), 'PNG');
  await copyAs('drawing (SVG)');
  await page.waitForFunction(() => (window as unknown as { copied?: string }).copied?.startsWith('<svg') === true);
  await copyAs('picture (PNG)');
  await page.waitForFunction(() => ((window as unknown as { picture?: Blob }).picture?.size ?? 0) > 1000);
  await copyAs('TSV, for a spreadsheet');
  await page.waitForFunction(() => (window as unknown as { copied: string }).copied.startsWith('value\treference\tJune 2019\r\n'));
  await copyAs('CSV', '#columns');
  await page.waitForFunction(() => (window as unknown as { copied: string }).copied.startsWith('column,verdict,rows moved,'));
  assert.equal((await copied()).split('\r\n').length, 12, 'a head, ten columns, and the end of the last line');
  await page.getByRole('tab', { name: 'Where' }).click();
  await copyAs('CSV');
  await page.locator('.tab-panel').getByText('copied', { exact: true }).waitFor();
  assert.match(await copied(), /^value,reference,June 2019,points,rows\r\n"?[\d,]+ – [\d,]+"?,[\d.]+ %,[\d.]+ %,\+2\.9,\d+\r\n/);
  await copyAs('Markdown table');
  await page.waitForFunction(() => (window as unknown as { copied: string }).copied.startsWith('|'));
  assert.match(await copied(), /^\| value \| reference \| June 2019 \| points \| rows \|\n\| --- \| --: \|/);
  await page.getByRole('tab', { name: 'Rows' }).click();
  await page.locator('.rows tbody tr').first().waitFor();
  await copyAs('Markdown table');
  await page.waitForFunction(() => (window as unknown as { copied: string }).copied.includes('car'));
  assert.match(await copied(), /&lt;b&gt;/);
  assert.match(await textOf(page.locator('.copy').first()), /copied/);
  assert.deepEqual(await complaints(page), []);
  assert.deepEqual(trouble, []);
  await close();
});
