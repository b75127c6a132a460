/**
 * Takes the pictures of the documentation in a real workbench with the packed extension: every feature in a dark and a light theme, the report in
 * those of high contrast, too. `npm run screenshots` writes them to media/docs, named by feature and theme.
 */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installPacked } from '../e2e/installed.ts';
import { repo } from '../harness/repo.mjs';
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
const size = { width: 1200, height: 690 };
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

/** Files of orders by the hour, large enough that their comparison is seen at work; from July on baskets are worth more and deliveries slower. */
async function writeOrders(path: string, year: number, rows: number, shifted: boolean): Promise<void> {
  const names = ['delivery_minutes', 'items', 'basket_value', 'distance_km', 'discount', 'customer_age', 'visits_30d', 'weight_kg'];
  const more = ['returns_12m', 'stock_level', 'price_index', 'support_calls', 'session_minutes', 'coupon_value', 'courier_load'];
  let state = year;
  const random = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const lines = [['ordered_at', ...names, ...more].join(',')];
  for (let row = 0; row < rows; row++) {
    const part = row / rows;
    const values = [...names, ...more].map((name, i) => {
      const value = (random() + random() + random()) * 10 * (i + 2);
      const later = shifted && part > 0.5;
      return (later && name === 'basket_value' ? value * 1.25 : later && name === 'delivery_minutes' ? value + 4 : value).toFixed(2);
    });
    lines.push([new Date(Date.UTC(year, 0, 1) + part * 365 * 86_400_000).toISOString(), ...values].join(','));
  }
  await writeFile(path, `${lines.join('\n')}\n`);
}

/** Whether every feature is shown in a theme; else only the report. */
const full = (theme: string): boolean => theme === 'dark' || theme === 'light';

async function inTheme(theme: keyof typeof themes): Promise<void> {
  await installed.setTheme(themes[theme], { 'editor.minimap.enabled': false });
  const workbench = await Workbench.open(installed.browser, installed.url, size);
  const { page } = workbench;
  await workbench.openMenu(['reference.parquet', 'current.csv'], compare);
  await page.locator('.statusbar-item', { hasText: 'Activating' }).waitFor({ state: 'detached' });
  if (full(theme)) await take(workbench, 'menu', theme);
  await workbench.chooseInMenu(compare);
  await workbench.report();
  await workbench.command('View: Close Other Editors in Group');
  await workbench.command('View: Close Primary Side Bar');
  const report = await workbench.report();
  await report.locator('.chart-plot[data-drawn] svg').first().waitFor();
  await waitFor('the notification to go', async () => (await workbench.notifications()).length === 0);
  await take(workbench, 'report', theme);
  if (full(theme)) {
    await report.locator('#details').scrollIntoViewIfNeeded();
    await report.locator('#tab-time').click();
    await report.locator('.chart-plot[data-drawn] svg').first().waitFor();
    await take(workbench, 'over-time', theme);
    // A window full of small text makes a large picture.
    await page.setViewportSize({ width: 1000, height: 580 });
    const rows = await workbench.problems();
    await rows.filter({ hasText: 'car_value' }).first().dblclick();
    await page.locator('.editor-instance .squiggly-warning').first().waitFor();
    await take(workbench, 'problems', theme);
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget', { hasText: 'car_value' }).waitFor();
    await take(workbench, 'quick-fixes', theme);
    await page.keyboard.press('Escape');
    await page.setViewportSize(size);
    await workbench.command('View: Close All Editors');
    await workbench.command('View: Hide Panel');
    await workbench.command('View: Show Explorer');
    await workbench.openMenu(['orders-2025.csv', 'orders-2026.csv'], compare);
    await workbench.chooseInMenu(compare);
    const preview = await workbench.pageFrame('.unfinished-banner', 60_000);
    await preview.locator('.heatmap tbody tr').nth(2).waitFor();
    await take(workbench, 'preview', theme);
    // It may be done by now.
    await preview
      .getByText('Cancel', { exact: true })
      .click({ timeout: 2000 })
      .catch(() => undefined);
    await page.locator('.statusbar-item', { hasText: 'Driftbook:' }).waitFor({ state: 'detached', timeout: 90_000 });
    await workbench.command('View: Close All Editors');
  }
  await page.context().close();
}

try {
  await writeOrders(join(installed.workspace, 'orders-2025.csv'), 2025, 150_000, false);
  await writeOrders(join(installed.workspace, 'orders-2026.csv'), 2026, 150_000, true);
  for (const theme of Object.keys(themes) as (keyof typeof themes)[]) await inTheme(theme);
} finally {
  await installed.close();
}
console.log(`${total} bytes in all`);
if (total > mostInAll) process.exitCode = 1;
