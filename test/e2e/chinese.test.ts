import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test as nodeTest } from 'node:test';
import type { Frame } from 'playwright-core';
import { repo } from '../harness/repo.mjs';
import { waitFor } from '../harness/waitFor.mjs';
import { Workbench } from '../harness/workbench.mjs';
import { type Installed, installPacked } from './installed.ts';
import { latinWords } from './latinWords.ts';

const pictures = join(repo, process.env.DRIFTBOOK_SCREENSHOTS ?? 'test/e2e/out');
const chinese: Record<string, string> = JSON.parse(await readFile(join(repo, 'package.nls.zh-cn.json'), 'utf8'));
/** Terms of the filter, which are typed as they are in every language (each has a Chinese word too), and the column of an example. */
const filterTerms = [
  ...[
    'type',
    'text',
    'term',
    'drift',
    'schema',
    'missing',
    'new',
    'vanished',
    'quality',
    'section',
    'feature',
    'target',
    'prediction',
    'score',
  ],
  ...['segment', 'role', 'number', 'category', 'boolean', 'alert', 'watch', 'ok', 'age'],
];
const english = new Set(Object.values(JSON.parse(await readFile(join(repo, 'package.nls.json'), 'utf8')) as Record<string, string>));
const compare = chinese['command.compareSelected.title']!;

describe('all of it in 简体中文', { timeout: 6 * 60_000 }, () => {
  let installed: Installed;
  let workbench: Workbench;
  /** Column names, texts of cells and file names of the sample. */
  let data: Set<string>;

  const test = (name: string, act: () => Promise<void>): unknown =>
    nodeTest(name, async () => {
      try {
        await act();
      } catch (error) {
        await workbench.screenshot(join(pictures, `failed-zh-${name.replaceAll(/\W+/g, '-').slice(0, 40)}.png`)).catch(() => {});
        throw error;
      }
    });

  const assertChinese = (where: string, text: string, codes: readonly string[] = []): void => {
    assert.match(text, /[\u4e00-\u9fff]/, `${where} says something in Chinese: ${text.slice(0, 200)}`);
    const words = latinWords(text, [...data, ...codes]);
    assert.deepEqual(words, [], `${where}: ${words.join(', ')} in: ${text.slice(0, 1000)}`);
  };

  /** Everything a page says: on screen, in controls, in pictures, and to a screen reader. */
  const saidIn = (frame: Frame): Promise<string> =>
    frame.evaluate(() => {
      const said: string[] = [];
      const open: Node[] = [document.body];
      for (let node = open.pop(); node !== undefined; node = open.pop()) {
        if (node.nodeType === Node.TEXT_NODE) said.push(node.textContent ?? '');
        if (node instanceof Element) {
          if (['STYLE', 'SCRIPT'].includes(node.tagName)) continue;
          // What is inside a picture is not read out: the picture as a whole has a description.
          const drawn = node.parentElement?.closest('.chart[role=img]') != null;
          for (const attribute of drawn ? [] : ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'])
            said.push(node.getAttribute(attribute) ?? '');
          if (node.shadowRoot) open.push(node.shadowRoot);
        }
        open.push(...node.childNodes);
      }
      return said.filter((text) => text.trim() !== '').join('\n');
    });

  before(async () => {
    await mkdir(pictures, { recursive: true });
    installed = await installPacked({ locale: 'zh-cn' });
    workbench = await Workbench.open(installed.browser, installed.url);
    const lines = (await readFile(join(installed.workspace, 'current.csv'), 'utf8')).split('\n').slice(0, 2000);
    const cells = lines.flatMap((line) => line.split(',').map((cell) => cell.trim())).filter((cell) => /[A-Za-z]{2}/.test(cell));
    // Names of columns are broken at their underscores on screen; types are those of the engine; the filter has words of its own.
    const parts = lines[0]!.split(/[,_]/).filter((part) => part.length > 1);
    const typed = ['type:number', 'alert', 'INTEGER', 'BIGINT', 'VARCHAR', 'DOUBLE', 'BOOLEAN', 'TIMESTAMP'];
    data = new Set([...cells, ...parts, ...typed, 'reference.parquet', 'current.csv', installed.workspace, 'loans']);
  });
  after(() => installed?.close());

  test('a word that is left in English would be seen', async () => {
    assert.deepEqual(latinWords('列 car_value 的 KS 距离 moved enough', ['car_value']), ['moved', 'enough']);
  });

  test('the report: every section, every tab, every column', async () => {
    await workbench.openMenu(['reference.parquet', 'current.csv'], compare);
    await workbench.chooseInMenu(compare);
    const frame = await workbench.report();
    for (const link of await frame.locator('.section-head button, .section-head a').all())
      if (await link.isVisible()) await link.click().catch(() => {});
    assertChinese('the report', await saidIn(frame), filterTerms);
    const tabs = frame.getByRole('tab');
    for (let i = 0; i < (await tabs.count()); i++) {
      await tabs.nth(i).click();
      assertChinese(`tab ${i}`, await saidIn(frame), filterTerms);
    }
    await frame.locator('.details-head button, .details-head a').first().click();
    assertChinese('the choices of a column', await saidIn(frame), filterTerms);
    await frame.locator('.actions').getByText('导出').first().click();
    assertChinese('the menu of exports', await saidIn(frame), filterTerms);
    await workbench.page.keyboard.press('Escape');
    await workbench.screenshot(join(pictures, 'zh-report.png'));
    const title = await workbench.page.locator('.tabs-container .tab.active .label-name').innerText();
    assertChinese('the tab of the editor', title);
  });

  test('findings in Problems, and their quick fixes', async () => {
    const rows = await workbench.problems();
    await waitFor('a finding', async () => (await rows.count()) > 1);
    const texts = (await rows.locator('.marker-message-details, .marker-message-details-container').allInnerTexts()).join('\n');
    assertChinese('Problems', texts.replaceAll(/\[Ln \d+, Col \d+\]|drift\/\w+|quality\/[\w-]+/g, ''));
    await workbench.screenshot(join(pictures, 'zh-problems.png'));
    await workbench.quickFixes('car_value', 'car_value');
    const fixes = workbench.page.locator('.action-widget .action-item, .action-widget .monaco-list-row:not(.group-header)');
    const ours = (await fixes.allInnerTexts()).filter((text) => /[\u4e00-\u9fff]/.test(text));
    assert.equal(ours.length, 4, String(await fixes.allInnerTexts()));
    assertChinese('quick fixes', ours.join('\n'));
    await workbench.page.keyboard.press('Escape');
  });

  test('commands in the palette and in menus', async () => {
    const { page } = workbench;
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input.input').fill('>Driftbook');
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: chinese['command.compareDatasets.title']! }).first().waitFor();
    const titles = (await rows.locator('.label-name').allInnerTexts()).filter(
      // The editor makes commands of its own for every view, and shows the English title below the other.
      (text) => text.startsWith('Driftbook') && !/ View$/.test(text) && !english.has(text.replace('Driftbook: ', '')),
    );
    assert.ok(titles.length >= 6, String(titles));
    for (const title of titles) assertChinese('a command', title);
    await page.keyboard.press('Escape');
    const labels = await workbench.openMenu(['reference.parquet'], chinese['command.selectAsReference.title']!);
    const ours = labels.filter((label) => Object.values(chinese).includes(label));
    assert.ok(ours.length >= 2, String(labels));
    const menu = page.locator('.context-view .action-item').first();
    await waitFor('the menu to close', async () => {
      await page.keyboard.press('Escape');
      return !(await menu.isVisible());
    });
    await page.locator('.explorer-folders-view').click({ position: { x: 60, y: 200 } });
  });

  test('settings', async () => {
    const { page } = workbench;
    await page.keyboard.press('Control+,');
    const editor = page.locator('.settings-editor');
    await editor.waitFor();
    const items = page.locator('.settings-editor .setting-item-contents');
    await page.locator('.settings-editor .suggest-input-container .view-lines').click();
    await page.keyboard.type('@ext:driftbook.driftbook ');
    await waitFor('our settings', async () => (await items.locator('.setting-item-description').allInnerTexts()).join().includes('漂移'));
    await workbench.screenshot(join(pictures, 'zh-settings.png'));
    // The editor makes their titles of their ids in every language.
    const ours = (await items.locator('.setting-item-description').allInnerTexts()).filter((text) => text.trim() !== '');
    assert.ok(ours.length >= 3, String(ours.length));
    for (const text of ours)
      assertChinese('a setting', text.replaceAll(/"[^"]*": [\d.]+|`[^`]*`|\bNA\b|price|\b(?:min|max|maxDrop)\b/g, ''));
    await waitFor('the settings to close', async () => {
      await page.keyboard.press('Escape');
      return !(await editor.isVisible());
    });
  });

  test('the walkthrough, the view of recent comparisons and notifications', async () => {
    const { page } = workbench;
    await workbench.command(chinese['command.openWalkthrough.title']!);
    const steps = page.locator('.getting-started-step');
    await waitFor('five steps', async () => (await steps.count()) === 5);
    await workbench.screenshot(join(pictures, 'zh-walkthrough.png'));
    const said = await page
      .locator(
        '.gettingStartedDetailsContent .category-title, .getting-started-step .step-title, .getting-started-step .step-description-container',
      )
      .allInnerTexts();
    assertChinese('the walkthrough', said.join('\n'));
    await page.locator('.activitybar .action-item', { has: page.locator('[aria-label^="Driftbook"]') }).click();
    const recent = page.locator('.sidebar .pane-body .monaco-list-row');
    await recent.first().waitFor();
    assertChinese('recent comparisons', (await recent.allInnerTexts()).join('\n'));
    // The command is about the report in front.
    await recent.first().click();
    await workbench.report();
    await workbench.command(chinese['command.resetChoices.title']!);
    await waitFor('a notification', async () => (await workbench.notifications()).length > 0);
    const messages = await page.locator('.notification-list-item-message').allInnerTexts();
    for (const message of messages) assertChinese('a notification', message);
  });

  test('the log tells of no trouble', async () => {
    assert.doesNotMatch(await installed.log(), /\[error\]/);
  });
});
