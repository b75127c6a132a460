import type { Frame } from 'playwright-core';
import { waitFor } from '../../harness/waitFor.mjs';
import type { Workbench } from '../../harness/workbench.mjs';
import { type Album, choose, drawn } from './album.ts';

const compare = 'Compare Datasets with Driftbook';
const size = { width: 1200, height: 690 };
/** A window full of small text makes a large picture. */
const smallSize = { width: 1000, height: 580 };
const tabs = ['cumulative', 'quantiles', 'time', 'where', 'rows', 'methods'] as const;

/** From the menu to the report, and every feature of the heatmap and of the details in it. */
export async function picturesOfComparison(workbench: Workbench, theme: string, album: Album): Promise<void> {
  const { page } = workbench;
  const take = (feature: string): Promise<void> => album.take(workbench, feature, theme);
  await workbench.openMenu(['reference.parquet', 'current.csv'], compare);
  await page.locator('.statusbar-item', { hasText: 'Activating' }).waitFor({ state: 'detached' });
  await take('menu');
  await workbench.chooseInMenu(compare);
  await workbench.report();
  await workbench.command('View: Close Other Editors in Group');
  await workbench.command('View: Close Primary Side Bar');
  const report = await workbench.report();
  await drawn(report, '.details');
  await waitFor('the notification to go', async () => (await workbench.notifications()).length === 0);
  await take('report');
  await heatmap(report, take);
  await details(workbench, report, theme, album);
  await report.locator('.actions').getByText('Export').click();
  await report.getByRole('menuitem').first().waitFor();
  await take('export');
  await page.keyboard.press('Escape');
}

async function heatmap(report: Frame, take: (feature: string) => Promise<void>): Promise<void> {
  await report.locator('#drift').scrollIntoViewIfNeeded();
  await report.evaluate(() => document.querySelector('#drift')?.scrollIntoView());
  await choose(report, 'Shown in the cells', 'Kolmogorov–Smirnov D');
  await take('heatmap-measure');
  await choose(report, 'Shown in the cells', 'share of rows moved');
  const filter = report.getByRole('textbox', { name: 'Filter columns' });
  await filter.fill('type:number alert');
  await report.getByText(/^\d+ of \d+ columns$/).waitFor();
  await report.getByRole('button', { name: 'What a filter can say' }).click();
  await take('heatmap-filter');
  await report.getByRole('button', { name: 'What a filter can say' }).click();
  await filter.fill('');
  const heads = report.locator('.heatmap thead th.pick');
  const count = await heads.count();
  await heads.nth(count - 6).click();
  await heads.nth(count - 3).click({ modifiers: ['Shift'] });
  await report.locator('.range-line').waitFor();
  await take('heatmap-range');
  await report.getByRole('button', { name: 'whole period' }).click();
  await report.locator('.cell.outside').first().waitFor({ state: 'detached' });
}

async function details(workbench: Workbench, report: Frame, theme: string, album: Album): Promise<void> {
  const part = report.locator('#details');
  const row = report.locator('.heatmap tbody tr', { hasText: 'car_value' });
  await row.locator('td.cell').last().click();
  await part.getByRole('heading', { name: /^car_value/ }).waitFor();
  for (const tab of tabs) {
    await report.locator(`#tab-${tab}`).click();
    await drawn(report, '.details .tab-panel');
    if (tab === 'time') await album.take(workbench, 'over-time', theme);
    else await album.take(workbench, `tab-${tab}`, theme, part);
  }
  await report.locator('#tab-distribution').click();
  await part.getByText('change …').first().click();
  await part.getByRole('combobox', { name: 'Role' }).waitFor();
  await album.take(workbench, 'parameters', theme);
  await part.getByText('change …').first().click();
}

/** What stands in Problems and what it leads to. */
export async function picturesOfFindings(workbench: Workbench, theme: string, album: Album): Promise<void> {
  const { page } = workbench;
  await page.setViewportSize(smallSize);
  const rows = await workbench.problems();
  await rows.filter({ hasText: 'car_value' }).first().dblclick();
  await page.locator('.editor-instance .squiggly-warning').first().waitFor();
  await album.take(workbench, 'problems', theme);
  await workbench.quickFixes('car_value', 'Ignore Column “car_value”');
  await album.take(workbench, 'quick-fixes', theme);
  await page.keyboard.press('Escape');
  await workbench.command('View: Close All Editors');
  await workbench.command('View: Hide Panel');
}

/** A larger comparison while it is under way; it is cancelled then. */
export async function picturesOfPreview(workbench: Workbench, theme: string, album: Album): Promise<void> {
  const { page } = workbench;
  await page.setViewportSize(size);
  await workbench.command('View: Show Explorer');
  await workbench.openMenu(['orders-2025.csv', 'orders-2026.csv'], compare);
  await workbench.chooseInMenu(compare);
  const preview = await workbench.pageFrame('.unfinished-banner', 60_000);
  await preview.locator('.heatmap tbody tr').nth(2).waitFor();
  await album.take(workbench, 'preview', theme);
  if (!(await preview.locator('.unfinished-banner').isVisible())) throw new Error('the report was done before its picture was taken');
  // It may be done by now.
  await preview
    .getByText('Cancel', { exact: true })
    .click({ timeout: 2000 })
    .catch(() => undefined);
  await page.locator('.statusbar-item', { hasText: 'Driftbook:' }).waitFor({ state: 'detached', timeout: 90_000 });
  await workbench.command('View: Close All Editors');
}

/** The view of recent comparisons, and the walkthrough. */
export async function picturesOfFirstSteps(workbench: Workbench, theme: string, album: Album): Promise<void> {
  const { page } = workbench;
  await page.setViewportSize(smallSize);
  await page.locator('.activitybar .action-item', { has: page.locator('.action-label[aria-label^="Driftbook"]') }).click();
  const recent = page.locator('.pane-body .monaco-list-row', { hasText: 'reference.parquet → current.csv' });
  await recent.first().click();
  await drawn(await workbench.report(), '.details');
  await album.take(workbench, 'recent', theme);
  await workbench.command('View: Close All Editors');
  await workbench.command('View: Close Primary Side Bar');
  await page.setViewportSize(size);
  await workbench.command('Welcome: Open Walkthrough');
  const input = page.locator('.quick-input-widget input.input');
  await input.fill('Driftbook');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Driftbook' }).first().click();
  await page.locator('.getting-started-step').nth(4).waitFor();
  await workbench.pageFrame('svg');
  await album.take(workbench, 'walkthrough', theme);
  await workbench.command('View: Close All Editors');
}
