import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Bench, startBench } from './browser.ts';
import { openSample } from './openSample.ts';
import type { Recipe } from './sampleColumns.ts';
import { sampleReport } from './sampleReport.ts';
import { textOf } from './textOf.ts';

let bench: Bench;
before(async () => {
  bench = await startBench();
});
after(() => bench.close());

const names = [
  '</script><img src=x onerror=alert(1)>',
  "datum['x']",
  `"quotes" 'and' \`ticks\``,
  '{0} {1}',
  'constructor',
  '__proto__x',
  'x'.repeat(200),
  'a.b[0]\\n',
];

test('hostile names and categories stay text everywhere', async () => {
  const extra: Recipe[] = names.map((name, i) => ({
    name,
    verdict: 'alert',
    effect: 0.3,
    since: 2,
    ...(i % 2 === 0 ? { categories: names } : {}),
  }));
  const { page, trouble, close } = await openSample(bench, { report: sampleReport({ extra }) });
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  for (const name of names) {
    const column = page.locator('.columns button.name').filter({ hasText: name });
    await column.first().click();
    await page.waitForFunction((wanted) => document.querySelector('.details h3')?.textContent?.startsWith(wanted), name);
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      if (!['Where', 'Rows', 'Methods'].includes(await textOf(tab))) await page.locator('.chart-plot[data-drawn] svg').first().waitFor();
    }
  }
  assert.equal(await page.locator('img').count(), 0);
  assert.equal(dialogs, 0);
  assert.deepEqual(trouble, []);
  const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(inner! <= outer!);
  await close();
});

test('the tooltip of a chart shows a hostile category as text', async () => {
  const report = sampleReport({ extra: [{ name: 'c', verdict: 'alert', effect: 0.3, since: null, categories: names }] });
  const { page, close } = await openSample(bench, { report, select: { column: 'c', chunk: null } });
  const bar = page.locator('.details .chart svg .mark-rect path').first();
  await bar.hover();
  await page.locator('#chart-tooltip:not([hidden])').waitFor();
  assert.match(await textOf(page.locator('#chart-tooltip')), /category/);
  assert.equal(await page.locator('img').count(), 0);
  await close();
});

test('three hundred columns: only rows in sight are drawn, and the keyboard reaches the last', async () => {
  const extra: Recipe[] = Array.from({ length: 300 }, (_, i) => ({ name: `column ${i}`, verdict: 'ok', effect: 0.01, since: null }));
  const { page, trouble, close } = await openSample(bench, { report: sampleReport({ extra }) });
  assert.ok((await page.locator('.heatmap tbody th').count()) < 120);
  await page.locator('.heatmap [tabindex="0"]').focus();
  await page.keyboard.press('Control+End');
  await page.waitForFunction(() => document.activeElement?.closest('tr')?.getAttribute('aria-rowindex') === '311');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('.heatmap tr.chosen').count(), 1);
  assert.deepEqual(trouble, []);
  await close();
});
