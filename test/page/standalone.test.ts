import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { complaints } from './complaints.ts';
import { openOffline } from './openOffline.ts';
import { contentOf } from './openSample.ts';
import { sampleReport } from './sampleReport.ts';
import { standaloneFile } from './standaloneFile.ts';
import { textOf } from './textOf.ts';

let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

const colourOf = (page: Page, selector: string, property: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

for (const [scheme, form, ground] of [
  ['light', 'json', 'rgb(255, 255, 255)'],
  ['dark', 'deflate', 'rgb(31, 31, 31)'],
] as const) {
  test(`a report of its own in ${scheme} (${form}): works offline, without what needs a host, and axe finds nothing`, async () => {
    const url = await standaloneFile(contentOf(sampleReport()), form);
    const { page, trouble } = await openOffline(browser, url, scheme);
    assert.equal(await colourOf(page, 'body', 'background-color'), ground);
    assert.match(await textOf(page.getByRole('heading', { level: 1 })), /^3 of 10 columns/);
    for (const name of ['Swap', 'Export', 'Open the reference file', 'CSV', 'change', 'Run again', 'rows of']) {
      assert.equal(await page.getByRole('button', { name: new RegExp(`^${name}`) }).count(), 0, name);
    }
    assert.equal(await page.getByRole('combobox', { name: /Chunks|Profile|Time column/ }).count(), 0);
    assert.equal(await page.getByRole('tab', { name: 'Rows' }).count(), 0);
    await page.getByRole('gridcell', { name: /^debt_to_income_ratio, July 2019/ }).click();
    await page.getByRole('region', { name: 'Details of debt_to_income_ratio' }).waitFor();
    assert.deepEqual(await complaints(page), []);
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await page.locator('.tab-panel :is(svg, table)').first().waitFor();
    }
    assert.deepEqual(await complaints(page), []);
    assert.deepEqual(trouble, []);
    await page.context().close();
  });
}

test('a report of its own follows the system, and paper is light with all sections open', async () => {
  const { page, trouble } = await openOffline(browser, await standaloneFile(contentOf(sampleReport()), 'json'), 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.waitForFunction(() => document.documentElement.dataset.dbTheme === 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForFunction(() => document.documentElement.dataset.dbTheme === 'dark');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.locator('text=10 columns decided together').waitFor();
  assert.equal(await colourOf(page, 'body', 'background-color'), 'rgb(255, 255, 255)');
  assert.equal(await colourOf(page, '.details', 'position'), 'static');
  assert.equal(await page.locator('.tools').first().isVisible(), false);
  assert.ok((await page.pdf()).length > 20_000);
  assert.deepEqual(trouble, []);
  await page.context().close();
});

test('a file that has changed is said under the title, with the way to a new report', async () => {
  const { page } = await openOffline(browser, await standaloneFile(contentOf(sampleReport(), null, ['current']), 'json'), 'light');
  assert.match(await textOf(page.locator('.stale')), /monitoring\.parquet has changed since/);
  await page.context().close();
});
