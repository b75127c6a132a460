import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Report } from '../../src/core/report/report.ts';
import { type Bench, type OpenPage, startBench } from './browser.ts';
import { complaints } from './complaints.ts';
import { evaluationContent } from './evaluationContent.ts';
import { type SampleKind, sampleEvaluation } from './sampleEvaluation.ts';
import type { Theme } from './themeVariables.ts';

const rows = 1200;
let bench: Bench;
const reports = new Map<SampleKind, Report>();
before(async () => {
  for (const kind of ['binary', 'multiclass', 'regression', 'unlabelled'] as const) reports.set(kind, await sampleEvaluation(kind, rows));
  bench = await startBench();
});
after(() => bench.close());

async function openEvaluation(kind: SampleKind, theme: Theme = 'dark'): Promise<OpenPage> {
  const open = await bench.open({ theme, content: evaluationContent(reports.get(kind)!) });
  await open.page.locator('#performance').waitFor();
  return open;
}

const performance = (page: Page) => page.locator('#performance');

for (const kind of ['binary', 'multiclass', 'regression'] as const) {
  test(`${kind}: every picture has a table twin with its numbers`, async () => {
    const { page, trouble, close } = await openEvaluation(kind);
    const tabs = performance(page).getByRole('tab');
    for (let i = 0; i < (await tabs.count()); i += 1) {
      await tabs.nth(i).click();
      const panel = performance(page).locator('.tab-panel');
      await panel.locator(':is(.chart-plot[data-drawn] svg, table)').first().waitFor();
      const twin = panel.getByRole('button', { name: 'as table' }).first();
      if ((await panel.locator('figure').count()) === 0) continue;
      const name = await panel.locator('figure [role=img]').first().getAttribute('aria-label');
      await twin.click();
      assert.ok(
        (await panel
          .getByRole('table', { name: name ?? '' })
          .getByRole('row')
          .count()) > 2,
        name ?? '',
      );
    }
    assert.deepEqual(trouble, []);
    await close();
  });
}

for (const theme of ['light', 'dark', 'hc-light', 'hc-dark'] as const) {
  test(`axe finds nothing in ${theme}, in any tab`, async () => {
    for (const kind of ['binary', 'regression'] as const) {
      const { page, trouble, close } = await openEvaluation(kind, theme);
      await page.locator('#attribution .chart-plot[data-drawn] svg').first().waitFor();
      // Both sections go through their tabs side by side: axe looks at the whole page each time.
      const sections = ['#predictions', '#performance'] as const;
      const counts = await Promise.all(sections.map((section) => page.locator(section).getByRole('tab').count()));
      for (let i = 0; i < Math.max(...counts); i += 1) {
        for (const [s, section] of sections.entries()) {
          if (i >= counts[s]!) continue;
          await page.locator(section).getByRole('tab').nth(i).click();
          await page.locator(`${section} .tab-panel :is(.chart-plot[data-drawn] svg, table)`).first().waitFor();
        }
        assert.deepEqual(await complaints(page), []);
      }
      assert.deepEqual(trouble, []);
      await close();
    }
  });

  test(`axe finds nothing in ${theme} with all tables in place of pictures and the groups of a column open, nor without labels`, async () => {
    for (const kind of ['binary', 'multiclass', 'regression', 'unlabelled'] as const) {
      const { page, trouble, close } = await openEvaluation(kind, theme);
      const twins = page.locator('#predictions, #performance, #attribution').getByRole('button', { name: 'as table' });
      while ((await twins.count()) > 0) await twins.first().press('Enter');
      const openers = page.locator('table.attribution .expander');
      if ((await openers.count()) > 0) await openers.first().press('Enter');
      assert.deepEqual(await complaints(page), []);
      assert.deepEqual(trouble, []);
      await close();
    }
  });
}
