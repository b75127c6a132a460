import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { columnsOf, driftOf, notesOf } from '../../src/core/report/sectionOf.ts';
import type { PageContent } from '../../src/shared/webviewProtocol.ts';
import { changedReport } from '../harness/changedReport.ts';
import { type Bench, type OpenPage, startBench } from './browser.ts';
import { contentOf } from './openSample.ts';
import { untested } from './sampleColumns.ts';
import { sampleReport } from './sampleReport.ts';
import { sampleText } from './sampleText.ts';

let bench: Bench;
before(async () => {
  bench = await startBench();
});
after(() => bench.close());

type Working = Extract<PageContent, { kind: 'working' }>;

const final = sampleReport();
const testable = columnsOf(final)
  .filter((column) => column.verdict !== 'not_tested')
  .map((column) => column.name);
/** Not the order of the file, and not worst first. */
const coming = [...testable].reverse();

/** What is known once the first `done` columns of `coming` are. */
function soFar(done: number): Working {
  const there = new Set(coming.slice(0, done));
  const columns = columnsOf(final).map((c) => (c.verdict === 'not_tested' || there.has(c.name) ? c : untested(c.name, c.role, 'pending')));
  const suspects = driftOf(final).summary.suspects.filter(({ column }) => there.has(column));
  const report = changedReport(final, {
    columns,
    summary: { ...driftOf(final).summary, suspects },
    notes: done < 3 ? [] : notesOf(final),
  });
  return {
    kind: 'working',
    title: 'Comparing',
    detail: `column ${done}`,
    share: done / testable.length,
    cancelLabel: 'Cancel',
    preview: { report, text: sampleText(report), done, total: testable.length },
  };
}

interface Window {
  hostRequest(method: string, params: unknown): void;
  keptState(): { column: string | null; sort: string } | undefined;
  sent: { method?: string }[];
}

const ask = (open: OpenPage, method: string, params: unknown): Promise<void> =>
  open.page.evaluate(([m, p]) => (window as unknown as Window).hostRequest(m as string, p), [method, params]);
const show = (open: OpenPage, content: PageContent): Promise<void> => ask(open, 'show', content);
const rows = (open: OpenPage) => open.page.locator('.heatmap tbody tr:not(.spacer)');
const names = (open: OpenPage): Promise<string[]> => open.page.locator('.heatmap tbody tr th').allInnerTexts();

async function openPreview(done: number): Promise<OpenPage> {
  const open = await bench.open({ theme: 'dark', content: soFar(done) });
  await open.page.locator('.unfinished-banner').waitFor();
  return open;
}

test('a preview says how far it is and that it is provisional, and nothing can be exported from it', async () => {
  const open = await openPreview(0);
  const { page } = open;
  const total = String(testable.length);
  assert.match(await page.locator('.unfinished-banner').innerText(), new RegExp(`0 of ${total} columns so far; verdicts are provisional`));
  assert.equal(await page.getByRole('progressbar').getAttribute('aria-valuenow'), '0');
  assert.ok((await page.locator('#schema').innerText()).includes('Schema and quality'));
  assert.equal(await rows(open).count(), 0);
  await show(open, soFar(4));
  await page.getByText(`4 of ${total} columns so far`).waitFor();
  assert.equal(await rows(open).count(), 4);
  // Its heatmap came after the page: it is laid out as any other, with the details beside it.
  await page.locator('.split:not(.stacked)').waitFor();
  for (const name of ['Export', 'Swap']) assert.equal(await page.getByRole('button', { name }).count(), 0, name);
  assert.equal(await page.getByText('change …').count(), 0);
  await ask(open, 'proceed', { detail: 'column 5 of 10: salary_range', share: 0.5 });
  await page.getByText('column 5 of 10: salary_range').waitFor();
  assert.equal(await rows(open).count(), 4, 'progress alone leaves what is shown');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.waitForFunction(() => (window as unknown as Window).sent.some(({ method }) => method === 'cancel'));
  assert.deepEqual(open.trouble, []);
  await open.close();
});

test('columns stay in the order in which they came, and what is pointed at stays where it is', async () => {
  const open = await openPreview(2);
  const { page } = open;
  const before = await names(open);
  const pointed = rows(open).first();
  await pointed.hover();
  const top = (await pointed.boundingBox())!.y;
  // The fourth brings the notes above the heatmap.
  for (const done of [4, 6, testable.length - 1]) {
    await show(open, soFar(done));
    await page.getByText(`${done} of ${testable.length} columns so far`).waitFor();
    assert.deepEqual((await names(open)).slice(0, before.length), before);
    assert.ok(Math.abs((await pointed.boundingBox())!.y - top) <= 1, `moved from ${top} to ${(await pointed.boundingBox())!.y}`);
  }
  await show(open, contentOf(final));
  await page.getByRole('button', { name: 'Export' }).waitFor();
  assert.deepEqual((await names(open)).slice(0, before.length), before);
  assert.ok(Math.abs((await pointed.boundingBox())!.y - top) <= 1, 'nor does the end move it');
  await page.getByText('put the worst first').click();
  await page.waitForFunction(
    (name) => document.querySelector('.heatmap tbody tr th')?.textContent?.includes(name),
    driftOf(final).summary.suspects[0]!.column,
  );
  assert.equal(await page.locator('.unfinished-banner').count(), 0);
  assert.deepEqual(open.trouble, []);
  await open.close();
});

test('a column chosen in the preview is still chosen in the report', async () => {
  const open = await openPreview(5);
  const { page } = open;
  const chosen = coming[3]!;
  await page.getByRole('gridcell', { name: new RegExp(`^${chosen}, all of current`) }).click();
  const details = page.getByRole('region', { name: `Details of ${chosen}` });
  await details.waitFor();
  await page.locator('.chart-plot[data-drawn] svg').first().waitFor();
  await page.evaluate(() => document.querySelector('.chart-plot svg')?.setAttribute('data-kept', 'yes'));
  await show(open, soFar(7));
  await page.getByText('7 of ').waitFor();
  assert.equal(await page.locator('.chart-plot svg[data-kept]').count(), 1, 'the same picture is not drawn again');
  await show(open, contentOf(final));
  await page.getByRole('button', { name: 'Export' }).waitFor();
  await details.waitFor();
  await page.waitForFunction((name) => (window as unknown as Window).keptState()?.column === name, chosen);
  assert.deepEqual(open.trouble, []);
  await open.close();
});

test('who has not begun to read gets the report as any other: worst first, its most suspect column open', async () => {
  const open = await openPreview(5);
  assert.equal(await open.page.evaluate(() => (window as unknown as Window).keptState() ?? null), null, 'nothing is kept of a preview');
  await show(open, contentOf(final));
  await open.page.getByRole('region', { name: `Details of ${driftOf(final).summary.suspects[0]!.column}` }).waitFor();
  assert.equal((await names(open))[0]?.trim(), driftOf(final).summary.suspects[0]!.column);
  assert.equal(await open.page.locator('.unfinished-banner').count(), 0);
  assert.deepEqual(open.trouble, []);
  await open.close();
});
