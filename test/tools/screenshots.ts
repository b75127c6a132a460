/**
 * Takes the pictures of the documentation in a real workbench with the packed extension: every feature, driven as a user would, in a dark and a light
 * theme and in both of high contrast. `npm run screenshots [-- FOLDER [THEME …]]` writes them to media/docs, named by feature and theme.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installPacked } from '../e2e/installed.ts';
import { repo } from '../harness/repo.mjs';
import { Workbench } from '../harness/workbench.mjs';
import { bikeBaseline } from './bikeBaseline.mjs';
import { Album } from './pictures/album.ts';
import { picturesOfComparison, picturesOfFindings, picturesOfFirstSteps, picturesOfPreview } from './pictures/driftPictures.ts';
import { picturesOfEvaluation } from './pictures/evaluationPictures.ts';
import { writeOrders } from './pictures/orders.ts';

const themes: Readonly<Record<string, string>> = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  'high-contrast-dark': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};
const size = { width: 1200, height: 690 };

const [folder = join(repo, 'media/docs'), ...asked] = process.argv.slice(2);
const album = new Album(folder);
const installed = await installPacked();

async function inTheme(theme: string): Promise<void> {
  await installed.setTheme(themes[theme]!, { 'editor.minimap.enabled': false });
  const workbench = await Workbench.open(installed.browser, installed.url, size);
  try {
    await picturesOfComparison(workbench, theme, album);
    await picturesOfFindings(workbench, theme, album);
    await picturesOfPreview(workbench, theme, album);
    await picturesOfEvaluation(workbench, theme, album);
    await picturesOfFirstSteps(workbench, theme, album);
  } catch (error) {
    await workbench.screenshot(join(repo, 'out/failed-picture.png'));
    throw error;
  }
  await workbench.page.context().close();
}

try {
  await writeOrders(join(installed.workspace, 'orders-2025.csv'), 2025, 150_000, false);
  await writeOrders(join(installed.workspace, 'orders-2026.csv'), 2026, 150_000, true);
  for (const [name, text] of Object.entries(await bikeBaseline())) await writeFile(join(installed.workspace, name), text);
  for (const theme of Object.keys(themes)) if (asked.length === 0 || asked.includes(theme)) await inTheme(theme);
} finally {
  await installed.close();
}
for (const complaint of album.complaints()) {
  console.log(complaint);
  process.exitCode = 1;
}
