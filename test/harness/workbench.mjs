import { waitFor } from './waitFor.mjs';

/** A VS Code window in a browser, as a person uses it: the mouse, the keyboard, and what is on screen. */
export class Workbench {
  /** @type {import('playwright-core').Page} */
  #page;
  /**
   * Lines of the browser's console, of the workbench and its frames.
   * @type {string[]}
   */
  console = [];

  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.#page = page;
    page.on('console', (message) => this.console.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => this.console.push(`pageerror: ${error.message}`));
  }

  /**
   * Opens a served folder in a window of its own and waits for its Explorer.
   * @param {import('playwright-core').Browser} browser
   * @param {string} url
   * @param {{width?: number, height?: number}} [size]
   */
  static async open(browser, url, { width = 1400, height = 900 } = {}) {
    const context = await browser.newContext({ viewport: { width, height } });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const workbench = new Workbench(page);
    await page.goto(url);
    await workbench.#started();
    return workbench;
  }

  async #started() {
    await this.#page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
    await this.#page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  }

  /** Reloads the window the way the editor does it, which keeps its state; the browser's own reload may come before that is written. */
  async reload() {
    const away = this.#page.waitForEvent('framenavigated', { predicate: (frame) => frame === this.#page.mainFrame(), timeout: 60_000 });
    await this.command('Developer: Reload Window');
    await away;
    await this.#started();
  }

  get page() {
    return this.#page;
  }

  /**
   * Runs a command by its title, through the palette.
   * @param {string} title
   */
  async command(title) {
    const input = this.#page.locator('.quick-input-widget input.input');
    const row = this.#page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
    await waitFor(`the command ${title}`, async () => {
      // The palette lists what is there when it opens: a window that is young may not know our commands yet.
      if (await input.isVisible()) await this.#page.keyboard.press('Escape');
      await this.#page.keyboard.press('F1');
      await input.waitFor({ timeout: 2000 });
      await input.fill(`>${title}`, { timeout: 2000 });
      await row.click({ timeout: 2000 });
      return true;
    });
  }

  /**
   * The row of a file in the Explorer.
   * @param {string} name
   */
  file(name) {
    return this.#page.locator('.explorer-folders-view .monaco-list-row', { has: this.#page.getByText(name, { exact: true }) });
  }

  /**
   * Selects files in the Explorer, in this order.
   * @param {string} first
   * @param {string[]} more
   */
  async selectFiles(first, ...more) {
    await this.file(first).click();
    for (const name of more) await this.file(name).click({ modifiers: ['Control'] });
  }

  /**
   * Selects files and right-clicks the last until the menu offers `label`; gives all labels of the menu.
   * @param {readonly [string, ...string[]]} names
   * @param {string} label
   */
  openMenu(names, label) {
    return waitFor(`${label} in the menu of ${names}`, async () => {
      const items = this.#page.locator('.context-view .action-item .action-label');
      if (await items.first().isVisible()) await this.#page.keyboard.press('Escape');
      await this.selectFiles(...names);
      await this.file(names.at(-1) ?? '').click({ button: 'right', timeout: 2000 });
      await items.first().waitFor({ timeout: 2000 });
      const labels = (await items.allInnerTexts()).map((text) => text.trim()).filter(Boolean);
      // A window that is young may not know our commands yet.
      if (!labels.includes(label)) throw new Error(labels.join(' | '));
      return labels;
    });
  }

  /**
   * Chooses an entry of the open menu.
   * @param {string} label
   */
  chooseInMenu(label) {
    const item = this.#page.locator('.context-view .action-item', { hasText: label }).first();
    // A menu that has just opened takes no click yet.
    return waitFor(`${label} to be taken`, async () => {
      if (await item.isVisible()) await item.click({ timeout: 1000 });
      return !(await item.isVisible());
    });
  }

  /** The page of the report on screen, once it shows a report. */
  async report(timeout = 30_000) {
    // A page that is made anew gets a new frame: the frame is looked for again each time.
    return waitFor(
      'the report',
      async () => {
        const frame = await this.pageFrame('.page h1', 5000);
        return (await frame.locator('.page:not(.waiting, .unfinished) h1').first().isVisible()) ? frame : null;
      },
      timeout,
    );
  }

  /**
   * The frame that holds `selector` in view.
   * @param {string} selector
   * @returns {Promise<import('playwright-core').Frame>}
   */
  pageFrame(selector, timeout = 30_000) {
    return waitFor(
      `a frame with ${selector}`,
      async () => {
        for (const frame of this.#page.frames()) {
          if (frame === this.#page.mainFrame()) continue;
          const found = await frame
            .locator(selector)
            .first()
            .isVisible()
            .catch(() => false);
          if (found) return frame;
        }
        return null;
      },
      timeout,
    );
  }

  /** Rows of the Problems panel: files and findings. */
  async problems() {
    await this.command('Problems: Focus on Problems View');
    const rows = this.#page.locator('.markers-panel .monaco-list-row');
    await rows.first().waitFor();
    return rows;
  }

  /**
   * Opens a finding from the Problems panel, and the quick fixes on it.
   * @param {string} finding text of its row
   * @param {string} fix text of one of the fixes: they are open when it is to be seen
   * @returns {Promise<import('playwright-core').Locator>} the list of fixes
   */
  async quickFixes(finding, fix) {
    const rows = await this.problems();
    const fixes = this.#page.locator('.action-widget');
    // The editor may not have the keyboard yet, nor the fixes of its line.
    await waitFor(
      'the quick fixes',
      async () => {
        await rows.filter({ hasText: finding }).first().dblclick({ timeout: 5000 });
        await this.#page.locator('.editor-instance .squiggly-warning').first().waitFor({ timeout: 5000 });
        await this.#page.locator('.editor-instance .monaco-editor.focused').waitFor({ timeout: 2000 });
        await this.#page.keyboard.press('Control+.');
        await fixes.getByText(fix).first().waitFor({ timeout: 3000 });
        return true;
      },
      60_000,
    );
    return fixes;
  }

  /** Text of the notifications on screen. */
  notifications() {
    return this.#page.locator('.notifications-toasts .notification-list-item').allInnerTexts();
  }

  /** @param {string} path */
  screenshot(path) {
    return this.#page.screenshot({ path });
  }
}
