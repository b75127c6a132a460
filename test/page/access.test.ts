import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Bench, startBench } from './browser.ts';
import { complaints } from './complaints.ts';
import { openSample } from './openSample.ts';
import { sampleReport } from './sampleReport.ts';
import { themes } from './themeVariables.ts';

let bench: Bench;
before(async () => {
  bench = await startBench();
});
after(() => bench.close());

for (const theme of themes) {
  test(`axe finds nothing in ${theme}`, async () => {
    const { page, trouble, close } = await openSample(bench, { theme });
    assert.equal(await page.evaluate(() => document.documentElement.dataset.dbTheme), theme);
    await page.getByRole('button', { name: /^open How/ }).click();
    assert.deepEqual(await complaints(page), []);
    await page.getByRole('tab', { name: 'Over time' }).click();
    await page.locator('.chart-plot[data-drawn] svg').first().waitFor();
    assert.deepEqual(await complaints(page), []);
    await page.locator('.details').getByRole('button', { name: 'as table' }).first().click();
    await page.locator('#drift .section-actions').getByRole('button', { name: 'as table' }).click();
    assert.deepEqual(await complaints(page), []);
    assert.deepEqual(trouble, []);
    await close();
  });
}

test('axe finds nothing without time and in the menu', async () => {
  const { page, close } = await openSample(bench, { theme: 'light', report: sampleReport({ time: false }) });
  await page.getByRole('button', { name: /Export/ }).click();
  await page.getByRole('menu').waitFor();
  assert.deepEqual(await complaints(page), []);
  await close();
});

for (const width of [600, 1100, 1600]) {
  test(`the page does not scroll sideways at ${width}`, async () => {
    const { page, close } = await openSample(bench, { size: { width, height: 900 } });
    for (const tab of ['Distribution', 'Cumulative', 'Quantiles', 'Over time', 'Where', 'Rows', 'Methods']) {
      await page.getByRole('tab', { name: tab }).click();
      if (!['Where', 'Rows', 'Methods'].includes(tab)) await page.locator('.chart-plot[data-drawn] svg').first().waitFor();
      const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      assert.ok(inner! <= outer!, `${tab}: ${inner} > ${outer}`);
    }
    await close();
  });
}

test('a chart follows the width of its place', async () => {
  const { page, close } = await openSample(bench, { size: { width: 1600, height: 900 } });
  const width = (): Promise<number> => page.locator('.details .chart svg').evaluate((svg) => svg.getBoundingClientRect().width);
  const wide = await width();
  await page.setViewportSize({ width: 1100, height: 900 });
  await page.waitForFunction((before) => document.querySelector('.details .chart svg')!.getBoundingClientRect().width < before - 50, wide);
  const [chart, place] = await page
    .locator('.details .chart')
    .evaluate((box) => [box.querySelector('svg')!.getBoundingClientRect().width, box.clientWidth]);
  assert.ok(Math.abs(chart! - place!) <= 1, `${chart} in ${place}`);
  await close();
});

test('many weeks scroll inside the heatmap, names stay, and the page stays as wide as it is', async () => {
  const { page, trouble, close } = await openSample(bench, { theme: 'light', report: sampleReport({ weeks: 80 }) });
  const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(inner! <= outer!, `${inner} > ${outer}`);
  await page.locator('.heatmap [tabindex="0"]').focus();
  await page.keyboard.press('End');
  const left = await page
    .locator('.heatmap tbody th')
    .first()
    .evaluate((name) => name.getBoundingClientRect().left);
  const box = await page.locator('.heat-box').evaluate((element) => element.getBoundingClientRect().left);
  assert.ok(Math.abs(left - box) < 4, `${left} in ${box}`);
  assert.deepEqual(await complaints(page), []);
  assert.deepEqual(trouble, []);
  await close();
});
