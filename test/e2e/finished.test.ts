import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { appendFile, copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test as nodeTest } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Frame } from 'playwright-core';
import { repo } from '../harness/repo.mjs';
import { writeSlowTable } from '../harness/slowTable.ts';
import { waitFor } from '../harness/waitFor.mjs';
import { Workbench } from '../harness/workbench.mjs';
import { type Installed, installPacked } from './installed.ts';

const pictures = join(repo, process.env.DRIFTBOOK_SCREENSHOTS ?? 'test/e2e/out');
const compare = 'Compare Datasets with Driftbook';

describe('the finished report in a real workbench', { timeout: 8 * 60_000 }, () => {
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

  const compareSample = async (): Promise<Frame> => {
    await workbench.openMenu(['reference.parquet', 'current.csv'], compare);
    await workbench.chooseInMenu(compare);
    return workbench.report();
  };

  before(async () => {
    await mkdir(pictures, { recursive: true });
    installed = await installPacked();
    workbench = await Workbench.open(installed.browser, installed.url);
  });
  after(() => installed?.close());

  test('the empty view of recent comparisons says what to do, and leads into a walkthrough of five steps', async () => {
    const { page } = workbench;
    await page.locator('.activitybar .action-label[aria-label^="Driftbook"]').click();
    const welcome = page.locator('.welcome-view-content');
    await welcome.getByText('Compare Datasets…').waitFor();
    await picture('recent-empty');
    await welcome.getByText('Open Walkthrough').click();
    const steps = page.locator('.getting-started-step');
    await waitFor('five steps', async () => (await steps.count()) === 5);
    await picture('walkthrough');
    await workbench.command('View: Close All Editors');
    await workbench.command('View: Show Explorer');
  });

  test('a finding has its quick fixes; a limit changed there holds from the next run on, until the choices are reset', async () => {
    await compareSample();
    const { page } = workbench;
    const fixes = await workbench.quickFixes('car_value', 'Show “car_value” in Drift Report');
    for (const title of [
      'Show “car_value” in Drift Report',
      'Ignore Column “car_value” in This Workspace',
      'Clear Findings of This Comparison',
    ]) {
      await fixes.getByText(title).waitFor();
    }
    await picture('quick-fixes');
    await fixes.getByText('Change Limit of “car_value”…').click();
    const input = page.locator('.quick-input-widget input.input');
    await input.waitFor();
    const message = page.locator('.quick-input-message', { hasText: 'Give a number above 0' });
    await input.fill('lots');
    await message.waitFor();
    await input.fill('95');
    await message.waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
    const rows = await workbench.problems();
    await waitFor(
      'the finding to go',
      async () => (await rows.filter({ hasText: 'moved' }).count()) > 0 && (await rows.filter({ hasText: 'car_value' }).count()) === 0,
    );
    const report = await workbench.report();
    await report.locator('h1').first().click();
    await workbench.command('Driftbook: Reset Choices for This Comparison');
    await waitFor('the finding to be back', async () => (await rows.filter({ hasText: 'car_value' }).count()) > 0);
  });

  test('rows behind a bin are shown on request', async () => {
    const report = await workbench.report();
    await report
      .locator('tr', { has: report.locator('th', { hasText: 'car_value' }) })
      .first()
      .locator('td.cell')
      .last()
      .click();
    await report.locator('#tab-rows').click();
    const table = report.locator('#tab-panel table');
    await table.locator('tbody tr').first().waitFor();
    assert.match(await table.locator('thead').innerText(), /car_value/i);
    await picture('rows');
  });

  test('the report as one HTML file opens offline and says the same', async () => {
    const report = await workbench.report();
    const title = await report.locator('h1').innerText();
    await report.locator('.actions').getByText('Export').click();
    await report.getByText('Report as HTML').first().click();
    const input = workbench.page.locator('.quick-input-widget input.input');
    await input.waitFor();
    const target = join(installed.workspace, 'saved.html');
    // The dialog puts its own suggestion in a moment after it has opened.
    await waitFor('the suggested name', async () => (await input.inputValue()).endsWith('current-drift.html'));
    await input.fill(target);
    await waitFor('the name to be taken', async () => (await input.inputValue()) === target);
    await workbench.page.keyboard.press('Enter');
    await waitFor('the saved report', () => existsSync(target));
    const { size } = await stat(target);
    assert.ok(size < 2_000_000, `${size} bytes`);
    const context = await installed.browser.newContext({ offline: true });
    try {
      const page = await context.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      const start = Date.now();
      await page.goto(pathToFileURL(target).href);
      await page.locator('h1').waitFor();
      console.log(`the saved report of ${size} bytes was there after ${Date.now() - start} ms`);
      assert.equal(await page.locator('h1').innerText(), title);
      assert.deepEqual(
        asked.filter((url) => !/^(file|data|blob):/.test(url)),
        [],
      );
    } finally {
      await context.close();
    }
  });

  test('a file that changes on disk marks its report, and one click runs it again', async () => {
    const path = join(installed.workspace, 'current.csv');
    const report = await workbench.report();
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
    await appendFile(path, `${lines.at(-1)}\n`);
    await report.locator('.stale').waitFor();
    const tab = workbench.page.locator('.tab', { hasText: 'files changed' });
    await tab.waitFor();
    await picture('stale');
    await report.locator('.stale').getByText('Run again').click();
    await tab.waitFor({ state: 'detached' });
    await (await workbench.report()).locator('.stale').waitFor({ state: 'detached' });
  });

  test('colours for people who cannot tell red from green reach the open report at once', async () => {
    const body = (await workbench.report()).locator('body');
    assert.equal(await body.getAttribute('data-db-palette'), 'default');
    await mkdir(join(installed.workspace, '.vscode'), { recursive: true });
    await writeFile(join(installed.workspace, '.vscode/settings.json'), '{ "driftbook.colours": "colourBlind" }\n');
    const alert = await waitFor('the other colours', async () => {
      const frame = await workbench.report();
      if ((await frame.locator('body').getAttribute('data-db-palette')) !== 'colour-blind') return null;
      return frame.evaluate(() => getComputedStyle(document.body).getPropertyValue('--db-alert').trim());
    });
    assert.equal(alert, '#ff9a52');
    await picture('colours');
    await writeFile(join(installed.workspace, '.vscode/settings.json'), '{}\n');
    await waitFor('the usual colours', async () => {
      const frame = await workbench.report();
      return (await frame.locator('body').getAttribute('data-db-palette')) === 'default';
    });
  });

  test('recent comparisons list the reports kept: one click opens, another removes', async () => {
    await workbench.command('View: Close All Editors');
    const { page } = workbench;
    const entry = page.locator('.activitybar .action-item', { has: page.locator('.action-label[aria-label^="Driftbook"]') });
    assert.match(await entry.locator('.badge').innerText(), /\d/, 'the number of findings');
    await entry.click();
    const rows = page.locator('.pane-body .monaco-list-row', { hasText: 'reference.parquet → current.csv' });
    await rows.first().waitFor();
    const before = await rows.count();
    assert.match(await rows.first().innerText(), /alert/);
    await picture('recent');
    await rows.first().click();
    await workbench.report();
    await rows.first().hover();
    await rows.first().locator('.action-label[aria-label="Remove from Recent Comparisons"]').click();
    await waitFor('the row to go', async () => (await rows.count()) === before - 1);
  });

  test('a run says in the status bar how far it is', async () => {
    await writeSlowTable(join(installed.workspace, 'slow-1.csv'), 2_000_000);
    await writeSlowTable(join(installed.workspace, 'slow-2.csv'), 2_000_000);
    await workbench.command('View: Show Explorer');
    await workbench.file('slow-2.csv').waitFor();
    await workbench.openMenu(['slow-1.csv', 'slow-2.csv'], compare);
    await workbench.chooseInMenu(compare);
    const item = workbench.page.locator('.statusbar-item', { hasText: 'Driftbook:' });
    await item.waitFor();
    const told = (await item.innerText()).trim();
    assert.match(told, /Driftbook: (comparing …|column \d+ of \d+)/);
    await picture('status');
    // The report fills while columns are still being tested.
    const frame = await workbench.pageFrame('.unfinished-banner', 60_000);
    await frame.getByText('Cancel', { exact: true }).click();
    await item.waitFor({ state: 'detached' });
    // Asked of whichever frame is there: the one of the run may be on its way out.
    await workbench.pageFrame('.page :text("Cancelled")');
  });

  test('a file of another ending can be compared as soon as the setting says what it is', async () => {
    const { workspace } = installed;
    await copyFile(join(workspace, 'current.csv'), join(workspace, 'now.dat'));
    await workbench.command('View: Show Explorer');
    await workbench.file('now.dat').waitFor();
    await workbench.file('now.dat').click({ button: 'right' });
    const items = workbench.page.locator('.context-view .action-item .action-label');
    await items.filter({ hasText: 'Copy Path' }).waitFor();
    assert.equal(await items.filter({ hasText: 'Compare for Drift with' }).count(), 0);
    await workbench.page.keyboard.press('Escape');
    await mkdir(join(workspace, '.vscode'), { recursive: true });
    await writeFile(join(workspace, '.vscode/settings.json'), '{ "driftbook.fileSuffixes": { ".dat": "csv" } }\n');
    await workbench.openMenu(['reference.parquet', 'now.dat'], compare);
    await workbench.chooseInMenu(compare);
    await workbench.page.locator('.tab', { hasText: 'reference.parquet → now.dat' }).waitFor();
    assert.match(await (await workbench.report()).locator('h1').innerText(), /moved/);
    await writeFile(join(workspace, '.vscode/settings.json'), '{ "driftbook.fileSuffixes": { ".dat": "excel" } }\n');
    await waitFor('the warning', async () => (await workbench.notifications()).some((text) => /\.dat.* not excel\./.test(text)));
    await writeFile(join(workspace, '.vscode/settings.json'), '{}\n');
  });

  test('the sample workspace opens as a copy, in a window of its own beside a folder that is open', async () => {
    const [window] = await Promise.all([
      workbench.page.context().waitForEvent('page'),
      workbench.command('Driftbook: Open Sample Workspace'),
    ]);
    await window.locator('.explorer-folders-view .monaco-list-row', { hasText: 'reference.parquet' }).waitFor({ timeout: 60_000 });
    assert.match(decodeURIComponent(window.url()), /driftbook-sample/);
    await window.close();
  });

  test('the page of the installed extension has no broken picture', async () => {
    const { page } = workbench;
    await workbench.command('Extensions: Show Installed Extensions');
    await page.locator('.extensions-list .extension-list-item', { hasText: 'Driftbook' }).first().click();
    const widths = await waitFor('the README', async () => {
      for (const frame of page.frames()) {
        if (
          (await frame.locator('h1', { hasText: 'Driftbook' }).count()) === 0 ||
          (await frame.locator('h2', { hasText: 'Settings' }).count()) === 0
        )
          continue;
        return frame.locator('img').evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
      }
      return undefined;
    });
    assert.ok(
      widths.every((width) => width > 0),
      `widths of the pictures: ${widths}`,
    );
    await picture('extension-page');
  });

  test('no breach of the content security policy, no error of the page', async () => {
    const ours = (await installed.log()).split('\n').filter((line) => /report page/.test(line));
    assert.deepEqual(ours, []);
  });
});
