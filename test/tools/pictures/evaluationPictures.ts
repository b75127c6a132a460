import type { Workbench } from '../../harness/workbench.mjs';
import { type Album, drawn } from './album.ts';

const evaluate = 'Evaluate Predictions with Driftbook';
/** Wide enough for the measures and their pictures side by side. */
const size = { width: 1340, height: 760 };

/** The predictions of hourly bike rentals of 2012 by a model that knows 2011 only: from the menu to the findings. */
export async function picturesOfEvaluation(workbench: Workbench, theme: string, album: Album): Promise<void> {
  const { page } = workbench;
  const take = (feature: string): Promise<void> => album.take(workbench, feature, theme);
  await page.setViewportSize(size);
  await workbench.command('View: Show Explorer');
  await workbench.openMenu(['bike-2012.csv'], evaluate);
  await workbench.chooseInMenu(evaluate);
  const rows = page.locator('.quick-input-list .monaco-list-row');
  await page.locator('.quick-input-title', { hasText: 'Reference' }).waitFor();
  await rows.filter({ hasText: 'bike-2011.csv' }).click();
  const question = rows.filter({ hasText: 'Evaluate as regression' });
  await question.waitFor({ timeout: 60_000 });
  await take('evaluate-columns');
  await question.click();
  await workbench.report(120_000);
  await workbench.command('View: Close Editors in Other Groups');
  await workbench.command('View: Close Primary Side Bar');
  const report = await workbench.report();
  for (const [feature, place] of [
    ['evaluation', '#performance'],
    ['evaluation-slices', '#performance .block:has(.blocks)'],
    ['evaluation-drift', '#attribution'],
  ] as const) {
    await drawn(report, place);
    await report.evaluate((selector) => document.querySelector(selector)?.scrollIntoView(), place);
    await take(feature);
  }
  await page.setViewportSize({ width: 1000, height: 620 });
  await workbench.quickFixes('MAE', 'Show “MAE” in Evaluation Report');
  await take('evaluation-fixes');
  await page.keyboard.press('Escape');
  await workbench.command('View: Close All Editors');
  await workbench.command('View: Hide Panel');
}
