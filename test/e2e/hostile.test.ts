import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test as nodeTest } from 'node:test';
import type { Locator } from 'playwright-core';
import { repo } from '../harness/repo.mjs';
import { waitFor } from '../harness/waitFor.mjs';
import { Workbench } from '../harness/workbench.mjs';
import { hostileFiles, hostileLabels, hostileTarget, hostileWorkspace } from './hostileWorkspace.ts';
import { type Installed, installPacked } from './installed.ts';

const pictures = join(repo, process.env.DRIFTBOOK_SCREENSHOTS ?? 'test/e2e/out');
const compare = 'Compare Datasets with Driftbook';

/** What stood in the window at any time. */
interface Seen {
  /** Anchors that lead where the data say, or that are called as their links are. */
  readonly links: string[];
  /** Texts of messages and of progress. */
  readonly told: string[];
}

/** Watches the window from now on, so that what is gone after a moment is seen too. */
function watch([target, labels]: readonly [string, readonly string[]]): void {
  const hostile = new RegExp(target);
  const links = new Set<string>();
  const told = new Set<string>();
  Object.assign(window, { seen: () => ({ links: [...links], told: [...told] }) });
  const look = (): void => {
    for (const anchor of document.querySelectorAll('a')) {
      const leads = [anchor.getAttribute('href') ?? '', anchor.dataset.href ?? ''];
      // The code of a finding leads into its report; the column is told there as data.
      if (
        leads.some((lead) => !lead.startsWith('command:driftbook.showInReport?') && hostile.test(lead)) ||
        labels.includes(anchor.textContent?.trim() ?? '')
      )
        links.add(`${anchor.textContent} -> ${leads}`);
    }
    for (const message of document.querySelectorAll('.notification-list-item-message')) told.add(message.textContent ?? '');
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}

for (const trust of [true, false]) {
  describe(`a hostile folder in a ${trust ? 'trusted' : 'restricted'} window: nothing that can be clicked runs anything`, {
    timeout: 8 * 60_000,
  }, () => {
    const attack = hostileWorkspace();
    let installed: Installed;
    let workbench: Workbench;
    const name = trust ? 'hostile' : 'hostile-restricted';
    const picture = (part: string): Promise<unknown> => workbench.screenshot(join(pictures, `${name}-${part}.png`));
    const seen = (): Promise<Seen> => workbench.page.evaluate(() => (window as unknown as { seen: () => Seen }).seen());

    /** A test that leaves a picture of the window when it fails, and after which no link was to be seen. */
    const test = (title: string, act: () => Promise<void>): unknown =>
      nodeTest(title, async () => {
        try {
          await act();
          assert.deepEqual((await seen()).links, []);
        } catch (error) {
          await picture(`failed-${title.replaceAll(/\W+/g, '-').slice(0, 40)}`).catch(() => {});
          throw error;
        }
      });

    /** Waits for a message that says `text`, and clicks on it: all of it that could be a link. */
    const clickMessage = async (text: string): Promise<string> => {
      const message = workbench.page.locator('.notification-list-item-message', { hasText: text }).first();
      await message.waitFor();
      const said = (await message.textContent()) ?? '';
      const { x, y, width, height } = (await message.boundingBox())!;
      // At the right stand the buttons that come with the pointer.
      for (let down = 6; down < height; down += 12)
        for (let along = 6; along < width - 90; along += 30) await workbench.page.mouse.click(x + along, y + down);
      return said;
    };
    const clear = async (): Promise<void> => workbench.command('Notifications: Clear All Notifications');
    const hoverSays = async (over: Locator, text: string): Promise<void> => {
      const hover = workbench.page.locator('.monaco-hover:visible, .workbench-hover:visible', { hasText: text }).first();
      await waitFor(`a hover that says ${text}`, async () => {
        await workbench.page.mouse.move(5, 5);
        await over.hover({ timeout: 2000 });
        await hover.waitFor({ timeout: 3000 });
        return true;
      });
    };

    before(async () => {
      await mkdir(pictures, { recursive: true });
      installed = await installPacked({ trust, fill: attack.fill });
      workbench = await Workbench.open(installed.browser, installed.url);
      // A compiler may wrap functions in a helper the window does not have.
      await workbench.page.evaluate('globalThis.__name = (f) => f');
      await workbench.page.evaluate(watch, [hostileTarget.source, hostileLabels] as const);
    });
    after(() => installed?.close());

    test('settings: what is not understood is told when the extension starts, cut short', async () => {
      await workbench.command('Driftbook: Clear Findings');
      const said = await clickMessage('driftbook.fileSuffixes');
      await picture('settings');
      assert.match(said, /\[here\] \(command:workbench/);
      assert.match(said, /see can be csv, json, parquet, arrow, sqlite, not \[the documentation\] \(c[^,]*…/);
      assert.match(await clickMessage('driftbook.measureLimits'), /\[here\] \(https:\/\/example\.invalid\/x\)/);
      assert.ok(said.length < 500, `${said.length} characters`);
      await clear();
    });

    test('headers: files without a common column', async () => {
      await workbench.openMenu([hostileFiles.train, hostileFiles.other], compare);
      await workbench.chooseInMenu(compare);
      assert.match(await clickMessage('no column in common'), /\] \(/);
      await picture('header');
      await clear();
    });

    test('a name of a file, in the progress and on the tab; names of columns and categories, in the report', async () => {
      await workbench.openMenu([hostileFiles.train, hostileFiles.now], compare);
      await workbench.chooseInMenu(compare);
      const report = await workbench.report();
      await report.getByText('[category](').first().waitFor({ state: 'attached' });
      const policy = await report.evaluate(() => document.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '');
      assert.match(policy, /^default-src 'none'; .*; base-uri 'none'; form-action 'none'$/);
      await workbench.page.locator('.tab', { hasText: '[v2] (command:' }).first().waitFor();
      const { told } = await seen();
      assert.ok(
        told.some((message) => /Comparing now-\[v2\] \(command:/.test(message)),
        told.join('\n'),
      );
      await picture('report');
    });

    test('a finding: in Problems, on hover, in its fixes and in the question they lead to', async () => {
      const rows = await workbench.problems();
      await rows.filter({ hasText: '[column]' }).first().waitFor();
      const fixes = await workbench.quickFixes('[column]', 'Change Limit of “[column] (command:');
      await picture('fixes');
      await fixes.getByText('Change Limit of “[column] (command:').click();
      await workbench.page.locator('.quick-input-title', { hasText: 'Limit of [column] (command:' }).waitFor();
      await workbench.page.keyboard.press('Escape');
      await workbench.page.locator('.editor-instance .squiggly-warning').first().waitFor();
      const hover = workbench.page.locator('.monaco-hover:visible', { hasText: '[column] (command:' }).first();
      await waitFor('the hover on the finding', async () => {
        await workbench.page.keyboard.press('Control+K');
        await workbench.page.keyboard.press('Control+I');
        await hover.waitFor({ timeout: 3000 });
        return true;
      });
      await picture('hover');
      await workbench.command('View: Close All Editors');
    });

    test('the list of recent comparisons and what it says on hover', async () => {
      const { page } = workbench;
      await page
        .locator('.activitybar .action-item', { has: page.locator('[aria-label^="Driftbook"]') })
        .first()
        .click();
      const row = workbench.page.locator('.monaco-list-row', { hasText: '[v2] (command:' }).first();
      await row.waitFor();
      await hoverSays(row.locator('.label-name').first(), 'Compared:');
      await picture('recent');
      await workbench.command('View: Show Explorer');
    });

    test('pickers: files, folders, columns and values; no name is an icon', async () => {
      const { page } = workbench;
      const rows = page.locator('.quick-input-list .monaco-list-row');
      await workbench.command('Driftbook: Compare Datasets…');
      await page.locator('.quick-input-title', { hasText: 'Reference' }).waitFor();
      const input = page.locator('.quick-input-widget input.input');
      for (const [typed, text] of [
        ['trash', '$ (trash)[mark] (command:'],
        ['inner', '[folder] (command:'],
        ['now-', 'now-[v2] (command:'],
      ] as const) {
        await input.fill(typed);
        await rows.filter({ hasText: text }).first().waitFor();
      }
      assert.equal(await page.locator('.quick-input-list .codicon-trash').count(), 0);
      await picture('files');
      await page.keyboard.press('Escape');
      await workbench.openMenu([hostileFiles.predictions], 'Evaluate Predictions with Driftbook');
      await workbench.chooseInMenu('Evaluate Predictions with Driftbook');
      await rows.filter({ hasText: 'No reference' }).first().click();
      await rows.filter({ hasText: 'positive [yes] (command:' }).first().waitFor();
      await picture('columns');
      await rows.filter({ hasText: 'Target' }).last().click();
      await rows.filter({ hasText: '[column] (command:' }).first().waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
    });

    test('the status bar: a name is no icon there, and no link on hover', async () => {
      await workbench.openMenu([hostileFiles.icon], 'Select as Drift Reference');
      await workbench.chooseInMenu('Select as Drift Reference');
      const item = workbench.page.locator('.statusbar-item', { hasText: '$ (trash)[mark] (command:' }).first();
      await item.waitFor();
      assert.equal(await item.locator('.codicon-trash').count(), 0);
      await hoverSays(item, 'Drift reference:');
      await picture('status');
    });

    test('nothing ran, nothing was opened, and the limits are not those of the folder', async () => {
      assert.deepEqual(await attack.ran(), []);
      assert.equal(await workbench.page.locator('.tab', { hasText: 'Untitled-' }).count(), 0);
      assert.equal(await workbench.page.locator('.terminal-wrapper, .xterm').count(), 0);
      const started = (await installed.log()).split('\n').filter((line) => / started: /.test(line));
      assert.ok(started.length >= 2);
      for (const line of started) assert.match(line, /, memory 1024 MiB, threads [1-8]$/);
    });
  });
}
