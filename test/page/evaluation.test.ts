import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { evaluationOf } from '../../src/core/report/evaluationOf.ts';
import type { Report } from '../../src/core/report/report.ts';
import { type Bench, type OpenPage, startBench } from './browser.ts';
import { evaluationContent } from './evaluationContent.ts';
import { keeps } from './keeps.ts';
import { type SampleKind, sampleEvaluation } from './sampleEvaluation.ts';
import { textOf } from './textOf.ts';

const rows = 1500;
let bench: Bench;
const reports = new Map<SampleKind, Report>();
before(async () => {
  const kinds: readonly SampleKind[] = ['binary', 'alone', 'unlabelled'];
  for (const kind of kinds) reports.set(kind, await sampleEvaluation(kind, rows));
  bench = await startBench();
});
after(() => bench.close());

const reportOf = (kind: SampleKind): Report => reports.get(kind)!;

async function openEvaluation(kind: SampleKind): Promise<OpenPage> {
  const open = await bench.open({ theme: 'dark', content: evaluationContent(reportOf(kind)) });
  await open.page.locator('#performance').waitFor();
  return open;
}

const sentOf = (page: Page): Promise<{ method: string; params: unknown }[]> =>
  page.evaluate(() => (window as unknown as { sent: { method: string; params: unknown }[] }).sent);
const titlesOf = (page: Page): Promise<string[]> => page.getByRole('heading', { level: 2 }).allInnerTexts();
const performance = (page: Page) => page.locator('#performance');
const matrix = (page: Page) => performance(page).locator('table.confusion .count').allInnerTexts();

test('an evaluation adds three sections; nothing is refused by the policy, no request leaves', async () => {
  const { page, trouble, close } = await openEvaluation('binary');
  assert.deepEqual((await titlesOf(page)).slice(3), [
    'Predictions and target',
    'Performance',
    'What the drift did to the errors',
    'How this was computed',
  ]);
  const shown = evaluationOf(reportOf('binary'))!.measures.filter((row) => row.shown).length;
  assert.equal(await page.locator('table.measures tbody tr').count(), shown);
  await page.getByRole('button', { name: /^show all measures/ }).click();
  assert.equal(await page.locator('table.measures tbody tr').count(), evaluationOf(reportOf('binary'))!.measures.length);
  await page.locator('#attribution .chart-plot[data-drawn] svg').first().waitFor();
  assert.deepEqual(trouble, []);
  await close();
});

test('predictions by themselves: no comparison, no swap, sections from 1 on', async () => {
  const { page, trouble, close } = await openEvaluation('alone');
  assert.deepEqual(await titlesOf(page), ['Predictions and target', 'Performance', 'How this was computed']);
  assert.equal(await textOf(page.locator('#predictions .section-number')), '1');
  assert.equal(await page.getByRole('button', { name: 'Swap' }).count(), 0);
  assert.equal(await page.locator('.side').count(), 1);
  assert.deepEqual(await page.locator('table.measures thead th').allInnerTexts(), ['measure', 'current']);
  assert.deepEqual(trouble, []);
  await close();
});

test('without labels there are no measures but an estimate', async () => {
  const { page, trouble, close } = await openEvaluation('unlabelled');
  assert.equal(await page.locator('table.measures').count(), 0);
  await performance(page).locator('.chart-plot[data-drawn] svg').first().waitFor();
  assert.equal(await page.getByRole('heading', { name: 'Estimated without labels' }).count(), 1);
  assert.deepEqual(trouble, []);
  await close();
});

test('a measure is chosen by keyboard: its sentence, its picture over time, and the place is kept', async () => {
  const { page, close } = await openEvaluation('binary');
  await page.locator('table.measures').getByRole('button', { name: 'Recall' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Details of Recall' }).waitFor();
  await page.getByRole('img', { name: 'Recall over time' }).waitFor();
  await keeps(page, { evaluation: { measure: 'recall', view: 'time' } });
  const tabs = page.getByRole('tablist', { name: 'Views of the performance' });
  await tabs.getByRole('tab', { name: 'Over time' }).focus();
  for (const name of ['ROC', 'Precision–recall', 'Lift and gain', 'Reliability', 'Threshold', 'Confusion matrix', 'By class']) {
    await page.keyboard.press('ArrowRight');
    assert.equal(await tabs.locator('[aria-selected=true]').innerText(), name);
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), name);
    await performance(page).locator('.tab-panel :is(svg, table)').first().waitFor();
  }
  await close();
});

/** The host's request to go to a measure. */
const goTo = (page: Page, name: string, at: number | null = null): Promise<void> =>
  page.evaluate((place) => (window as unknown as { hostRequest(method: string, params: unknown): void }).hostRequest('select', place), {
    column: 'y_pred',
    chunk: null,
    section: 'performance',
    measure: { name, at },
  });
const focusedId = (page: Page, id: string): Promise<unknown> => page.waitForFunction((wanted) => document.activeElement?.id === wanted, id);

test('a finding leads to the row of its measure, one that is not shown at first, too; what is no measure leads to the section', async () => {
  const { page, trouble, close } = await openEvaluation('binary');
  await goTo(page, 'recall');
  await focusedId(page, 'measure-recall');
  await page.getByRole('region', { name: 'Details of Recall' }).waitFor();
  const { top, bottom } = await page.locator('#measure-recall').evaluate((element) => element.getBoundingClientRect());
  assert.ok(top >= 0 && bottom <= 900, `in sight: ${top} to ${bottom}`);
  const hidden = evaluationOf(reportOf('binary'))!.measures.find((row) => !row.shown)!.current;
  const id = hidden.at === null ? `measure-${hidden.name}` : `measure-${hidden.name}@${hidden.at}`;
  assert.equal(await page.locator(`[id="${id}"]`).count(), 0);
  await goTo(page, hidden.name, hidden.at);
  await focusedId(page, id);
  await goTo(page, 'no_such_measure');
  await focusedId(page, 'performance');
  assert.deepEqual(trouble, []);
  await close();
});

test('a report that opens on a finding starts at its measure', async () => {
  const measure = { name: 'recall', at: null };
  const content = evaluationContent(reportOf('binary'));
  assert.ok(content.kind === 'report');
  const select = { column: 'y_pred', chunk: null, section: 'performance', measure } as const;
  const { page, close } = await bench.open({ theme: 'dark', content: { ...content, select } });
  await focusedId(page, 'measure-recall');
  await keeps(page, { 'evaluation.measure': 'recall' });
  await close();
});

test('the slider moves the confusion matrix, the numbers and the line in the picture, by arrow keys', async () => {
  const { page, trouble, close } = await openEvaluation('binary');
  const { thresholds } = evaluationOf(reportOf('binary'))!.curves!.current;
  await performance(page).getByRole('tab', { name: 'Threshold' }).click();
  const plot = performance(page).locator('.threshold .chart-plot[data-drawn]').first();
  await plot.locator('svg').waitFor();
  const slider = page.getByRole('slider', { name: 'threshold' });
  const at = async (index: number): Promise<void> => {
    assert.equal(await slider.getAttribute('aria-valuetext'), thresholds.at[index]!.toFixed(2));
    // True class by row, predicted class by column, in the order of the classes: 0, then 1.
    const counts = [thresholds.tn, thresholds.fp, thresholds.fn, thresholds.tp].map((side) => side[index]!.toLocaleString('en'));
    assert.deepEqual(await matrix(page), counts);
    const recall = thresholds.tp[index]! / (thresholds.tp[index]! + thresholds.fn[index]!);
    assert.match(await textOf(page.locator('.threshold-numbers')), new RegExp(`recall\\s*${recall.toFixed(3)}`));
  };
  await at(50);
  const svg = await plot.locator('svg').elementHandle();
  const before = await plot.innerHTML();
  await slider.focus();
  for (let i = 0; i < 7; i += 1) await page.keyboard.press('ArrowRight');
  await at(57);
  await page.waitForFunction(([element, last]) => element?.innerHTML !== last, [await plot.elementHandle(), before] as const);
  // The same picture with another line: nothing was drawn anew.
  assert.equal(await svg!.evaluate((element) => element.isConnected), true);
  await page.keyboard.press('Home');
  await at(0);
  await page.getByRole('button', { name: 'In use: 0.5' }).click();
  await at(50);
  await keeps(page, { 'evaluation.threshold': evaluationOf(reportOf('binary'))!.threshold });
  assert.deepEqual(trouble, []);
  await close();
});

test('costs decide which threshold is the cheapest; what is no cost is said', async () => {
  const { page, close } = await openEvaluation('binary');
  await performance(page).getByRole('tab', { name: 'Threshold' }).click();
  const cheapest = page.locator('vscode-button', { hasText: 'Lowest cost' });
  const { tp, fp, fn, tn, at } = evaluationOf(reportOf('binary'))!.curves!.current.thresholds;
  const rowsInAll = tp[0]! + fp[0]! + fn[0]! + tn[0]!;
  const costs = (miss: number): number[] => at.map((_, i) => (fp[i]! + miss * fn[i]!) / rowsInAll);
  const lowest = (miss: number): number[] => at.filter((_, i) => costs(miss)[i] === Math.min(...costs(miss)));
  const said = async (): Promise<number> => Number((await textOf(cheapest)).replace(/^\D+/, ''));
  assert.ok(lowest(5).includes(await said()), 'misses cost five times as much');
  await page.getByRole('textbox', { name: 'cost of a miss' }).fill('1');
  await page.waitForFunction(([button, last]) => button?.textContent !== last, [
    await cheapest.elementHandle(),
    `Lowest cost: ${(lowest(5)[0] ?? 0).toFixed(2)}`,
  ] as const);
  assert.ok(lowest(1).includes(await said()), 'both cost the same');
  await cheapest.click();
  await keeps(page, { 'evaluation.threshold': await said() });
  await page.getByRole('textbox', { name: 'cost of a miss' }).fill('much');
  await page.getByText('A cost is a number from 0 on.').waitFor();
  await close();
});

test('which column is what is changed in place, by keyboard', async () => {
  const { page, close } = await openEvaluation('binary');
  const target = page.getByRole('combobox', { name: 'Target' });
  await target.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() =>
    (window as unknown as { sent: { method: string }[] }).sent.some((message) => message.method === 'rerun'),
  );
  const rerun = (await sentOf(page)).find((message) => message.method === 'rerun');
  // The entry after the automatic one is "no column"; all else stays as it was given.
  assert.deepEqual(rerun?.params, { evaluate: { ...reportOf('binary').spec.evaluate, target: null } });
  assert.match(await textOf(page.locator('.parts')), /y_pred_proba: y_pred is this score cut/);
  await close();
});

test('a column of the attribution opens on its groups', async () => {
  const { page, close } = await openEvaluation('binary');
  const opener = page.locator('table.attribution').getByRole('button', { name: 'city' });
  await opener.focus();
  await page.keyboard.press('Enter');
  assert.equal(await opener.getAttribute('aria-expanded'), 'true');
  const groups = page.getByRole('table', { name: 'Groups of city' });
  assert.match(await textOf(groups), /city is Lyon/);
  await close();
});
