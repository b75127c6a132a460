import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test as nodeTest } from 'node:test';
import type { Locator } from 'playwright-core';
import { repo } from '../harness/repo.mjs';
import { writeSlowTable } from '../harness/slowTable.ts';
import { waitFor } from '../harness/waitFor.mjs';
import { Workbench } from '../harness/workbench.mjs';
import { type Installed, installPacked } from './installed.ts';

/** The text of what a locator finds, as it is seen. */
const seen = async (locator: Locator): Promise<string> => (await locator.allInnerTexts()).join('\n');

const pictures = join(repo, process.env.DRIFTBOOK_SCREENSHOTS ?? 'test/e2e/out');

const compare = 'Compare Datasets with Driftbook';

describe('the packed extension in a real workbench', { timeout: 8 * 60_000 }, () => {
  let installed: Installed;
  let workbench: Workbench;
  const picture = (name: string): Promise<unknown> => workbench.screenshot(join(pictures, `${name}.png`));

  /** A test that leaves a picture of the window when it fails. */
  const test = (name: string, act: () => Promise<void>): unknown =>
    nodeTest(name, async () => {
      try {
        await act();
      } catch (error) {
        await picture(`failed-${name.replaceAll(/\W+/g, '-').slice(0, 40)}`).catch(() => {});
        throw error;
      }
    });

  before(async () => {
    await mkdir(pictures, { recursive: true });
    installed = await installPacked();
    workbench = await Workbench.open(installed.browser, installed.url);
  });
  after(() => installed?.close());

  test('the package holds the engine, the page and the words, and nothing of the workshop', async () => {
    const files = (await readdir(installed.extension, { recursive: true })).map((file) => file.replaceAll('\\', '/'));
    for (const needed of [
      'dist/extension.cjs',
      'dist/worker.cjs',
      'dist/outputs.cjs',
      'dist/driftbookFiles.cjs',
      'dist/yaml.cjs',
      'dist/cli.mjs',
      'dist/webview/report.js',
      'dist/webview/report.css',
      'node_modules/@duckdb/node-bindings/duckdb.js',
      'node_modules/@duckdb/node-bindings-linux-x64/duckdb.node',
      'package.nls.json',
      'package.nls.zh-cn.json',
      'media/icon.png',
    ]) {
      assert.ok(files.includes(needed), needed);
    }
    const spare = files.filter(
      (file) => /^(src|test|webview|out|\.vscode|\.ci)\/|\.(tsx?|map|mjs\.map)$|\.tsbuildinfo$/.test(file) && !file.endsWith('.d.ts'),
    );
    assert.deepEqual(spare, []);
  });

  test('two selected files, right-click, compare: the report says what moved', async () => {
    const menu = await workbench.openMenu(['reference.parquet', 'current.csv'], compare);
    assert.ok(!menu.includes('Select as Drift Reference'), 'entries for one file are not offered for two');
    await picture('menu');
    await workbench.chooseInMenu(compare);
    const report = await workbench.report();
    const title = await seen(report.locator('h1'));
    assert.match(title, /car_value|columns/);
    const verdicts = await report.locator('.heatmap td.verdict, td.verdict').allInnerTexts();
    assert.ok(verdicts.some((verdict) => /alert/.test(verdict)) && verdicts.some((verdict) => /ok/.test(verdict)), verdicts.join(' | '));
    await report.locator('#details svg').first().waitFor();
    await picture('report-dark');
  });

  test('a click on a cell of the heatmap opens its column and month', async () => {
    const report = await workbench.report();
    const row = report.locator('tr', { has: report.locator('th', { hasText: 'loan_length' }) }).first();
    await row.locator('td.cell').last().click();
    await report.locator('#details h3', { hasText: 'loan_length' }).waitFor();
    await row.locator('td.cell.chosen').waitFor();
  });

  test('findings stand in Problems; their code leads into the report', async () => {
    const rows = await workbench.problems();
    await rows.filter({ hasText: 'car_value' }).first().waitFor();
    const texts = await rows.allInnerTexts();
    assert.ok(
      texts.some((text) => text.includes('current.csv')),
      texts.join('\n'),
    );
    const finding = rows.filter({ hasText: 'car_value' }).first();
    assert.match(await seen(finding), /drift\//);
    await picture('problems');
    await finding.locator('a', { hasText: /drift\// }).click();
    const report = await workbench.report();
    await report.locator('#details h3', { hasText: 'car_value' }).waitFor();
  });

  test('a finding opened from Problems marks its header cell, with a quick fix into the report', async () => {
    await workbench.quickFixes('car_value', 'Show “car_value” in Drift Report');
    await picture('quick-fix');
    await workbench.page.keyboard.press('Escape');
  });

  test('the report is back after a reload of the window, at the same column', async () => {
    await workbench.command('View: Close All Editors');
    await workbench.command('Driftbook: Show Last Report');
    let report = await workbench.report();
    const row = report.locator('tr', { has: report.locator('th', { hasText: 'driver_tenure' }) }).first();
    await row.locator('td.cell').first().click();
    await report.locator('#details h3', { hasText: 'driver_tenure' }).waitFor();
    const runs = async (): Promise<number> => (await installed.log()).match(/ started: /g)?.length ?? 0;
    const before = await runs();
    assert.ok(before > 0);
    await workbench.reload();
    report = await workbench.report();
    await report.locator('#details h3', { hasText: 'driver_tenure' }).waitFor();
    assert.equal(await runs(), before, 'nothing was computed again');
  });

  test('swap turns the comparison round, in the same tab', async () => {
    const report = await workbench.report();
    await report.locator('.actions').getByText('Swap').click();
    await workbench.page.locator('.tab', { hasText: 'Drift: current.csv → reference.parquet' }).waitFor();
    const swapped = await workbench.report();
    await swapped.locator('.side', { hasText: 'current.csv' }).first().waitFor();
  });

  test('export writes the report where it is asked to', async () => {
    const report = await workbench.report();
    await report.locator('.actions').getByText('Export').click();
    await report.getByText('Markdown').first().click();
    const target = join(installed.workspace, 'reference-drift.md');
    const input = workbench.page.locator('.quick-input-widget input.input');
    await waitFor('the name that is offered', async () => (await input.inputValue()) === target);
    await workbench.page.keyboard.press('Enter');
    await waitFor('the saved report', () => existsSync(target));
    assert.match(await readFile(target, 'utf8'), /car_value/);
  });

  test('the palette asks for both files, the likely ones first', async () => {
    await workbench.command('View: Close All Editors');
    await workbench.command('Driftbook: Compare Datasets…');
    const { page } = workbench;
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await page.locator('.quick-input-title', { hasText: 'Reference' }).waitFor();
    await rows.first().waitFor();
    assert.match(await seen(rows.first()), /reference\.parquet/);
    await picture('pick-reference');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-title', { hasText: 'Current' }).waitFor();
    await rows.filter({ hasText: 'current.csv' }).first().waitFor();
    assert.match(await seen(rows.first()), /current\.csv/);
    await page.keyboard.press('Enter');
    await workbench.report();
  });

  test('a file that cannot be read: the reason and the way out, in the panel and in a message', async () => {
    await writeFile(join(installed.workspace, 'broken.parquet'), 'PAR1 and no more');
    await workbench.file('broken.parquet').waitFor();
    await workbench.command('View: Close All Editors');
    await workbench.openMenu(['reference.parquet', 'broken.parquet'], compare);
    await workbench.chooseInMenu(compare);
    const frame = await workbench.pageFrame('.page.waiting [role=alert]');
    assert.match(await seen(frame.locator('[role=alert]')), /broken\.parquet/);
    const told = await waitFor('a message', async () =>
      (await workbench.notifications()).find((text: string) => /broken\.parquet/.test(text)),
    );
    assert.match(told, /Try Again/);
    await picture('failed');
    await workbench.command('Notifications: Clear All Notifications');
    await rm(join(installed.workspace, 'broken.parquet'));
  });

  test('a long run says where it stands and stops on Cancel', async () => {
    await writeSlowTable(join(installed.workspace, 'slow-1.csv'), 2_000_000);
    await writeSlowTable(join(installed.workspace, 'slow-2.csv'), 2_000_000);
    await workbench.file('slow-2.csv').waitFor();
    await workbench.command('View: Close All Editors');
    await workbench.openMenu(['slow-1.csv', 'slow-2.csv'], compare);
    await workbench.chooseInMenu(compare);
    // The report fills while it is computed: what is known so far, how far that is, and the way out.
    const frame = await workbench.pageFrame('.unfinished-banner', 60_000);
    await frame.locator('.unfinished-banner', { hasText: /^\s*\d+ of 12 columns so far; verdicts are provisional\./ }).waitFor();
    await frame.locator('.unfinished-banner [role=progressbar]').waitFor();
    assert.equal(await frame.locator('.actions').getByText('Export').count(), 0, 'nothing provisional can be exported');
    await picture('working');
    await frame.getByText('Cancel', { exact: true }).click();
    const start = Date.now();
    await frame.locator('h1', { hasText: 'Cancelled' }).waitFor();
    console.log(`cancel was answered after ${Date.now() - start} ms`);
  });

  test('the light theme', async () => {
    await installed.setTheme('Default Light Modern');
    const light = await Workbench.open(installed.browser, installed.url);
    const dark = workbench;
    workbench = light;
    // Two windows on one folder do not share what they keep: this one compares for itself.
    await light.openMenu(['reference.parquet', 'current.csv'], compare);
    await light.chooseInMenu(compare);
    const report = await light.report();
    await report.locator('#details svg').first().waitFor();
    await light.screenshot(join(pictures, 'report-light.png'));
    assert.match((await report.locator('body').getAttribute('class')) ?? '', /vscode-light/);
    dark.console.push(...light.console);
    workbench = dark;
    await light.page.context().close();
  });

  test('no breach of the content security policy, no error of the page', async () => {
    const ours = (await installed.log()).split('\n').filter((line) => /report page/.test(line));
    assert.deepEqual(ours, []);
    const page = workbench.console.filter((line) => /Content Security Policy/i.test(line) && /driftbook|vscode-resource/i.test(line));
    assert.deepEqual(page, []);
  });
});
