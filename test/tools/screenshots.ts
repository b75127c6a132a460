/**
 * Takes the pictures of the documentation: every feature in each of the four kinds of colour theme, in a real workbench with the packed
 * extension. `npm run screenshots` writes them to media/docs, named by feature and theme.
 */
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { installPacked } from '../e2e/installed.ts';
import { repo } from '../harness/repo.mjs';
import { writeSlowTable } from '../harness/slowTable.ts';
import { waitFor } from '../harness/waitFor.mjs';
import { Workbench } from '../harness/workbench.mjs';

const themes = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  'high-contrast-dark': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
} as const;
/** A picture and all of them together may take so many bytes. */
const most = 150_000;
const mostInAll = 3_000_000;
const size = { width: 1200, height: 720 };
const compare = 'Compare Datasets with Driftbook';

const folder = process.argv[2] ?? join(repo, 'media/docs');
await mkdir(folder, { recursive: true });
const installed = await installPacked();
let total = 0;

/** Takes the picture of a feature; it is an error when it is too large for the documentation. */
async function take(workbench: Workbench, feature: string, theme: string): Promise<void> {
  const path = join(folder, `${feature}-${theme}.png`);
  await workbench.page.mouse.move(2, 2);
  await workbench.screenshot(path);
  const { size: bytes } = await stat(path);
  total += bytes;
  console.log(`${feature}-${theme}.png ${bytes} bytes`);
  if (bytes > most) {
    console.log(`  more than ${most} bytes`);
    process.exitCode = 1;
  }
}

async function inTheme(theme: keyof typeof themes): Promise<void> {
  await installed.setTheme(themes[theme]);
  const workbench = await Workbench.open(installed.browser, installed.url, size);
  const { page } = workbench;
  await workbench.openMenu(['reference.parquet', 'current.csv'], compare);
  await take(workbench, 'menu', theme);
  await workbench.chooseInMenu(compare);
  await workbench.report();
  await workbench.command('View: Close Primary Side Bar');
  const report = await workbench.report();
  await report.locator('.chart-plot[data-drawn] svg').first().waitFor();
  await waitFor('the notification to go', async () => (await workbench.notifications()).length === 0);
  await take(workbench, 'report', theme);
  await report.locator('#details').scrollIntoViewIfNeeded();
  await report.locator('#tab-time').click();
  await report.locator('.chart-plot[data-drawn] svg').first().waitFor();
  await take(workbench, 'over-time', theme);
  const rows = await workbench.problems();
  await rows.filter({ hasText: 'car_value' }).first().dblclick();
  await page.locator('.editor-instance .squiggly-warning').first().waitFor();
  await take(workbench, 'problems', theme);
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget', { hasText: 'car_value' }).waitFor();
  await take(workbench, 'quick-fixes', theme);
  await page.keyboard.press('Escape');
  await workbench.command('View: Close All Editors');
  await workbench.command('View: Hide Panel');
  await workbench.command('View: Show Explorer');
  await workbench.openMenu(['slow-1.csv', 'slow-2.csv'], compare);
  await workbench.chooseInMenu(compare);
  const preview = await workbench.pageFrame('.unfinished-banner', 60_000);
  await preview.locator('.heatmap tbody tr').first().waitFor();
  await take(workbench, 'preview', theme);
  await preview.getByText('Cancel', { exact: true }).click();
  await page.locator('.statusbar-item', { hasText: 'Driftbook:' }).waitFor({ state: 'detached' });
  await workbench.command('View: Close All Editors');
  await page.context().close();
}

try {
  for (const i of [1, 2]) await writeSlowTable(join(installed.workspace, `slow-${i}.csv`), 200_000);
  for (const theme of Object.keys(themes) as (keyof typeof themes)[]) await inTheme(theme);
} finally {
  await installed.close();
}
console.log(`${total} bytes in all`);
if (total > mostInAll) process.exitCode = 1;
