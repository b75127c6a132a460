import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test as nodeTest } from 'node:test';
import { repo } from '../harness/repo.mjs';
import { waitFor } from '../harness/waitFor.mjs';
import { Workbench } from '../harness/workbench.mjs';
import { type Installed, installPacked } from './installed.ts';

const pictures = join(repo, process.env.DRIFTBOOK_SCREENSHOTS ?? 'test/e2e/out');
const evaluate = 'Evaluate Predictions with Driftbook';

describe('predictions evaluated in a real workbench', { timeout: 10 * 60_000 }, () => {
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

  /** Rows of the open question. */
  const rows = () => workbench.page.locator('.quick-input-list .monaco-list-row');

  /** Takes a row of the question of this title. */
  const take = async (title: string | RegExp, text: string | RegExp): Promise<void> => {
    await workbench.page.locator('.quick-input-title', { hasText: title }).waitFor();
    await rows().filter({ hasText: text }).first().click();
  };

  /** The first row of the question about columns, once it is open and says what is expected. A question that was answered stays in the page, unseen. */
  const sentence = (expected: RegExp): Promise<unknown> =>
    waitFor(`a first row that says ${expected}`, async () => {
      const first = rows().first();
      return (await first.isVisible()) && expected.test((await first.innerText()).replaceAll(/\s+/g, ' '));
    });

  /** Leaves the question that is open. */
  const dismiss = async (): Promise<void> => {
    await workbench.page.keyboard.press('Escape');
    await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  };

  before(async () => {
    await mkdir(pictures, { recursive: true });
    installed = await installPacked();
    workbench = await Workbench.open(installed.browser, installed.url);
  });
  after(() => installed?.close());

  test('the palette asks for predictions and reference, shows which column is what, and lets each be corrected', async () => {
    await workbench.command('Driftbook: Evaluate Predictions…');
    await take('(1 of 2)', 'churn-current.csv');
    await workbench.page.locator('.quick-input-title', { hasText: '(2 of 2)' }).waitFor();
    await waitFor('the choice of none first', async () => /No reference/.test(await rows().first().innerText()));
    await picture('evaluate-reference');
    await take('(2 of 2)', 'churn-reference.csv');
    const columns = 'Evaluate churn-current.csv';
    await sentence(/Evaluate as binary classification.*target churned, prediction y_pred, score p_churn, positive yes/);
    await picture('evaluate-columns');
    await take(columns, 'Positive class');
    await take('Positive class', /^no$/);
    await sentence(/positive no/);
    await take(columns, 'Positive class');
    await take('Positive class', 'Find by itself again');
    await sentence(/positive yes/);
    await workbench.page.keyboard.press('Enter');
    const report = await workbench.report(90_000);
    for (const id of ['predictions', 'performance', 'attribution']) await report.locator(`section#${id}`).waitFor();
    await workbench.page.locator('.tab', { hasText: 'Evaluation: churn-reference.csv → churn-current.csv' }).waitFor();
    await picture('evaluation');
  });

  test('the slider of the threshold moves the confusion matrix', async () => {
    const report = await workbench.report();
    await report.locator('section#performance [role=tab]', { hasText: 'Threshold' }).click();
    const slider = report.locator('#threshold-slider');
    const counts = async (): Promise<string> =>
      (await report.locator('.threshold table.confusion tbody').innerText()).replaceAll(/\s+/g, ' ');
    // Decided at 0.5 by the model; counted here from the file.
    const lines = (await readFile(join(installed.workspace, 'churn-current.csv'), 'utf8')).trim().split('\n').slice(1);
    const expected = (threshold: number): string[] =>
      [false, true].flatMap((left) =>
        [false, true].map((positive) => {
          const rows = lines.map((line) => line.split(',')).filter((cells) => (cells.at(-1) === 'yes') === left);
          return rows.filter((cells) => Number(cells.at(-3)) >= threshold === positive).length.toLocaleString('en');
        }),
      );
    const shows = async (numbers: readonly string[]): Promise<boolean> => {
      const words = (await counts()).split(' ');
      return numbers.every((number) => words.includes(number));
    };
    await waitFor(`${expected(0.5)} at 0.50`, () => shows(expected(0.5)));
    await slider.focus();
    for (let step = 0; step < 20; step++) await workbench.page.keyboard.press('ArrowRight');
    await waitFor('the slider at 0.70', async () => (await slider.getAttribute('aria-valuetext')) === '0.70');
    await waitFor(`${expected(0.7)} at 0.70`, () => shows(expected(0.7)));
    await slider.scrollIntoViewIfNeeded();
    await picture('evaluation-threshold');
  });

  test('findings stand in Problems by the names of their measures, and lead to their rows', async () => {
    const fixes = await workbench.quickFixes('ROC AUC', 'Show “ROC AUC” in Evaluation Report');
    await fixes.getByText('Change Limit of “ROC AUC”…').waitFor();
    await picture('evaluation-fixes');
    // Another one than the one that is open.
    await fixes.getByText('Show “Accuracy” in Evaluation Report').click();
    const report = await workbench.report();
    await waitFor('the row to be gone to', () => report.evaluate(() => document.activeElement?.id === 'measure-accuracy'));
    await report.getByRole('region', { name: 'Details of Accuracy' }).waitFor();
  });

  test('a limit changed from Problems holds at once', async () => {
    const { page } = workbench;
    const fixes = await workbench.quickFixes('ROC AUC', 'Change Limit of “ROC AUC”…');
    await fixes.getByText('Change Limit of “ROC AUC”…').click();
    await page.locator('.quick-input-title', { hasText: 'Limit of ROC AUC' }).waitFor();
    const input = page.locator('.quick-input-widget input.input');
    await waitFor('the limit in force', async () => (await input.inputValue()) === '0.02');
    await input.fill('-1');
    const message = page.locator('.quick-input-message', { hasText: 'Give a number from 0 on' });
    await message.waitFor();
    await input.fill('0.5');
    await message.waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    await waitFor('the finding to go', async () => {
      const list = await workbench.problems();
      // The first in the order of the columns.
      return (await list.filter({ hasText: 'plan moved' }).count()) > 0 && (await list.filter({ hasText: 'ROC AUC' }).count()) === 0;
    });
  });

  test('a file by itself is evaluated from the menu of the Explorer; what was corrected is remembered', async () => {
    await workbench.command('View: Show Explorer');
    await workbench.openMenu(['churn-current.csv'], evaluate);
    await workbench.chooseInMenu(evaluate);
    await take('Evaluate churn-current.csv: Reference', 'No reference');
    await sentence(/prediction y_pred/);
    await take('Evaluate churn-current.csv', /^Prediction/);
    await take('Prediction', 'None');
    // A target without a name that says so is found by the prediction it agrees with.
    await sentence(/score p_churn, no target/);
    await take('Evaluate churn-current.csv', /^Target/);
    await workbench.page.locator('.quick-input-title', { hasText: /^Target$/ }).waitFor();
    await workbench.page.locator('.quick-input-widget input.input').fill('churned');
    await waitFor('one column', async () => (await rows().count()) === 1);
    await workbench.page.keyboard.press('Enter');
    await sentence(/target churned, score p_churn/);
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.tab', { hasText: 'Evaluation: churn-current.csv' }).waitFor();
    const report = await workbench.report(60_000);
    await report.locator('section#performance').waitFor();
    assert.equal(await report.locator('section#drift').count(), 0);
    await picture('evaluation-alone');
    await workbench.openMenu(['churn-current.csv'], evaluate);
    await workbench.chooseInMenu(evaluate);
    await take('Evaluate churn-current.csv: Reference', 'No reference');
    await sentence(/target churned, score p_churn/);
    await dismiss();
  });

  test('two selected files: the one named reference is it; the list of recent ones says what they are', async () => {
    await workbench.openMenu(['churn-reference.csv', 'churn-current.csv'], evaluate);
    await workbench.chooseInMenu(evaluate);
    await sentence(/Evaluate as binary classification/);
    await dismiss();
    const { page } = workbench;
    await page.locator('.activitybar .action-item', { has: page.locator('.action-label[aria-label^="Driftbook"]') }).click();
    const recent = workbench.page.locator('.pane-body .monaco-list-row', { hasText: 'Evaluation of churn-current.csv' });
    await recent.first().waitFor();
    assert.ok((await recent.count()) >= 2);
    assert.match(await recent.first().innerText(), /finding/);
    await picture('evaluation-recent');
  });

  test('a reload of the window brings the evaluation back', async () => {
    await workbench.page.locator('.tab', { hasText: 'Evaluation: churn-current.csv' }).click();
    await workbench.report();
    // The window counts as started when its Explorer is there.
    await workbench.command('View: Show Explorer');
    await workbench.reload();
    await (await workbench.report(60_000)).locator('section#performance').waitFor();
  });

  test('no breach of the content security policy, no error of the page', async () => {
    const ours = (await installed.log()).split('\n').filter((line) => /report page|\[error\]/.test(line));
    assert.deepEqual(ours, []);
  });
});
