import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { evaluationOf } from '../../src/core/report/evaluationOf.ts';
import { launchBrowser } from './browser.ts';
import { complaints } from './complaints.ts';
import { evaluationContent } from './evaluationContent.ts';
import { openOffline } from './openOffline.ts';
import { sampleEvaluation } from './sampleEvaluation.ts';
import { standaloneFile } from './standaloneFile.ts';

let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

test('an evaluation as a file of its own, offline: the slider moves the confusion matrix, and columns are said, not chosen', async () => {
  const report = await sampleEvaluation('binary', 900);
  const url = await standaloneFile(evaluationContent(report), 'deflate');
  const { page, trouble } = await openOffline(browser, url, 'light');
  await page.locator('#performance').getByRole('tab', { name: 'Threshold' }).click();
  await page.locator('.threshold .chart-plot[data-drawn] svg').first().waitFor();
  const slider = page.getByRole('slider', { name: 'threshold' });
  await slider.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await slider.getAttribute('aria-valuetext'), '0.99');
  const { tn, fp, fn, tp } = evaluationOf(report)!.curves!.current.thresholds;
  const counts = [tn, fp, fn, tp].map((side) => side[99]!.toLocaleString('en'));
  assert.deepEqual(await page.locator('table.confusion .count').allInnerTexts(), counts);
  assert.equal(await page.locator('#predictions').getByRole('combobox').count(), 0);
  assert.match(await page.locator('.parts').innerText(), /Target\s+churned/);
  assert.deepEqual(await complaints(page), []);
  assert.deepEqual(trouble, []);
  await page.context().close();
});
