import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { wideReport } from '../unit/render/wideReport.ts';
import { launchBrowser } from './browser.ts';
import { complaints } from './complaints.ts';
import { exportedFile } from './exportedFile.ts';
import { openOffline } from './openOffline.ts';

let browser: Browser;
let url: string;
before(async () => {
  browser = await launchBrowser();
  url = await exportedFile(wideReport(500, 12));
});
after(() => browser.close());

/** `--vscode-input-background` of webview/common/standalone.css. */
const fieldGround = { light: 'rgb(255, 255, 255)', dark: 'rgb(49, 49, 49)' } as const;

for (const scheme of ['light', 'dark'] as const) {
  test(`500 columns by 12 chunks as one file in ${scheme}: no request, no breach of its policy, axe finds nothing`, async () => {
    const { page, trouble } = await openOffline(browser, url, scheme);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.dbTheme), scheme);
    assert.equal(await page.getByRole('grid').getAttribute('aria-rowcount'), '501');
    const field = page.locator('vscode-text-field').first().locator('.root');
    assert.equal(await field.evaluate((root) => getComputedStyle(root).backgroundColor), fieldGround[scheme]);
    assert.deepEqual(await complaints(page), []);
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await page.locator('.tab-panel :is(.chart-plot[data-drawn] svg, table)').first().waitFor();
    }
    assert.deepEqual(trouble, []);
    await page.context().close();
  });
}

test('on paper every column has its row, and the head of the heatmap comes again on each page', async () => {
  const { page, trouble } = await openOffline(browser, url, 'dark');
  await page.emulateMedia({ media: 'print' });
  await page.waitForFunction(() => document.querySelectorAll('.columns tbody tr').length === 500);
  assert.equal(await page.locator('.heatmap tbody tr:not(.spacer)').count(), 500);
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('.heatmap thead')!).display), 'table-header-group');
  assert.equal(await page.locator('.skip').isVisible(), false);
  assert.deepEqual(trouble, []);
  await page.context().close();
});
