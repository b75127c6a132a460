import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type Bench, startBench } from './browser.ts';
import { complaints } from './complaints.ts';
import { openSample } from './openSample.ts';
import { textOf } from './textOf.ts';

let bench: Bench;
before(async () => {
  bench = await startBench();
});
after(() => bench.close());

/** The last rows the page asked the host for. */
const asked = (page: Page): Promise<Record<string, unknown>> =>
  page.evaluate(() => {
    const { sent } = window as unknown as { sent: { method: string; params: Record<string, unknown> }[] };
    return sent.filter((message) => message.method === 'rows').at(-1)!.params;
  });

test('where: largest change first, for the whole or a chunk, and each line leads to its rows', async () => {
  const { page, trouble, close } = await openSample(bench, { select: { column: 'employer_region', chunk: 7 } });
  await page.getByRole('tab', { name: 'Where' }).click();
  const table = page.getByRole('table', { name: /^Where employer_region moved: reference and June 2019/ });
  assert.match(await textOf(table.locator('thead')), /June 2019.*points.*rows/s);
  const changes = (await table.locator('tbody td.strong').allInnerTexts()).map((text) => Math.abs(Number(text.replace('\u2212', '-'))));
  assert.deepEqual(
    changes,
    [...changes].sort((a, b) => b - a),
  );
  assert.ok(changes[0]! > 1);
  assert.deepEqual(await complaints(page), []);
  await page.getByRole('button', { name: 'show the rows of missing values' }).click();
  assert.equal(await textOf(page.getByRole('tab', { selected: true })), 'Rows');
  await page.locator('.rows tbody tr').first().waitFor();
  const { side, column, selection, chunk, offset, limit } = await asked(page);
  assert.deepEqual([side, column, selection, chunk, offset, limit], ['current', 'employer_region', { kind: 'missing' }, 7, 0, 20]);
  assert.deepEqual(trouble, []);
  await close();
});

test('rows: the column first, sides, pages, all by keyboard; values are text', async () => {
  const { page, trouble, close } = await openSample(bench, { select: { column: 'car_value', chunk: null } });
  await page.getByRole('tab', { name: 'Where' }).focus();
  await page.getByRole('tab', { name: 'Where' }).press('Enter');
  await page.keyboard.press('ArrowRight');
  const table = page.getByRole('table', { name: /^Rows with car_value/ });
  await table.waitFor();
  assert.deepEqual((await table.getByRole('columnheader').allInnerTexts()).slice(0, 3), ['row', 'car_value', 'id']);
  assert.equal(await textOf(table.locator('tbody tr').first()), '11current 1<b>1</b>2019-06-1another value 1');
  assert.equal(await page.locator('.rows b').count(), 0);
  assert.match(await textOf(page.locator('.rows-bar')), /1 – 20 of 45 rows/);
  assert.equal(await page.getByRole('button', { name: 'previous rows' }).count(), 0);
  await page.getByRole('button', { name: 'next rows' }).press('Enter');
  await page.getByText('21 – 40 of 45 rows').waitFor();
  await page.getByRole('button', { name: 'next rows' }).press('Enter');
  await page.getByText('41 – 45 of 45 rows').waitFor();
  assert.equal(await page.getByRole('button', { name: 'next rows' }).count(), 0);
  await page.getByRole('button', { name: 'reference', exact: true }).press('Enter');
  await page.getByText('1 – 20 of 45 rows').waitFor();
  assert.match(await textOf(table.locator('tbody tr').first()), /reference 1/);
  assert.equal((await asked(page)).side, 'reference');
  assert.deepEqual(await complaints(page), []);
  assert.deepEqual(trouble, []);
  await close();
});

test('a click on a bar opens its rows; another column starts at what moved most there', async () => {
  const { page, trouble, close } = await openSample(bench, { select: { column: 'car_value', chunk: 7 } });
  const chart = page.locator('.details .chart svg');
  const box = (await chart.boundingBox())!;
  await page.mouse.click(box.x + box.width * 0.5, box.y + box.height * 0.6);
  await page.locator('.rows tbody tr').first().waitFor();
  const first = (await asked(page)).selection as { kind: string; from: number; to: number };
  assert.equal(first.kind, 'range');
  assert.ok(first.from < first.to && first.from > 20_000 && first.to < 35_000, JSON.stringify(first));
  await page.getByRole('gridcell', { name: /^salary_range, June 2019/ }).click();
  await page.getByRole('table', { name: /^Rows with salary_range/ }).waitFor();
  assert.equal(((await asked(page)).selection as { kind: string }).kind, 'category');
  await page.getByRole('tab', { name: 'Distribution' }).click();
  await page.locator('.details .chart svg .mark-rect path').first().click();
  await page.getByRole('table', { name: /^Rows with salary_range/ }).waitFor();
  assert.deepEqual(trouble, []);
  await close();
});

test('rows that cannot be read say why, and can be asked for again', async () => {
  const { page, close } = await openSample(bench, { select: { column: 'car_value', chunk: null } });
  await page.evaluate(() => Object.assign(window, { rowsError: 'The file is gone: <i>x</i>' }));
  await page.getByRole('tab', { name: 'Rows' }).click();
  assert.match(await textOf(page.locator('.failed')), /could not be read: The file is gone: <i>x<\/i>/);
  await page.evaluate(() => Object.assign(window, { rowsError: undefined }));
  await page.getByRole('button', { name: 'try again' }).click();
  await page.locator('.rows tbody tr').first().waitFor();
  assert.equal(await page.locator('.failed').count(), 0);
  await close();
});
