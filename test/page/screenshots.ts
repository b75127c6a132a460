/** Takes pictures of the sample report for people to look at: `node --import tsx test/page/screenshots.ts [folder]`. */

import { startBench } from './browser.ts';
import { sampleReport } from './sampleReport.ts';
import { sampleText } from './sampleText.ts';
import type { Theme } from './themeVariables.ts';

const folder = process.argv[2] ?? '/tmp';
const bench = await startBench();
const pictures: readonly [string, Theme, number, boolean][] = [
  ['light-1360', 'light', 1360, true],
  ['dark-1360', 'dark', 1360, true],
  ['dark-700', 'dark', 700, true],
  ['light-no-time', 'light', 1360, false],
  ['hc-dark', 'hc-dark', 1360, true],
  ['hc-light', 'hc-light', 1360, true],
];
for (const [name, theme, width, time] of pictures) {
  const report = sampleReport({ time });
  const saved = { reportId: '1', column: 'car_value', chunk: time ? 7 : null, tab: 'distribution', filter: '', sort: 'worst' };
  const content = { kind: 'report' as const, reportId: '1', report, text: sampleText(report), select: null, stale: [] };
  const { page, trouble, close } = await bench.open({ theme, content, saved }, { width, height: 900 });
  await page.locator('.chart-plot[data-drawn] svg').first().waitFor();
  await page.screenshot({ path: `${folder}/db-${name}.png`, fullPage: true });
  if (trouble.length > 0) console.log(name, trouble);
  if (name === 'light-1360') {
    for (const tab of ['cumulative', 'quantiles', 'time', 'methods']) {
      await page.locator(`#tab-${tab}`).click();
      if (tab !== 'methods') await page.locator('.chart-plot[data-drawn] svg').first().waitFor();
      await page.locator('.details').screenshot({ path: `${folder}/db-tab-${tab}.png` });
    }
    for (const [tab, column] of [
      ['distribution', 'employer_region'],
      ['time', 'employer_region'],
      ['distribution', 'loan_length'],
    ]) {
      await page.evaluate(
        (name) => (window as unknown as { hostRequest(m: string, p: unknown): void }).hostRequest('select', { column: name, chunk: 6 }),
        column,
      );
      await page.locator(`#tab-${tab}`).click();
      await page.locator('.chart-plot[data-drawn] svg').first().waitFor();
      await page.locator('.details').screenshot({ path: `${folder}/db-tab-${tab}-${column}.png` });
    }
  }
  await close();
}
await bench.close();
