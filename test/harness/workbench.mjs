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
    await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
    return workbench;
  }

  get page() {
    return this.#page;
  }

  /**
   * Runs a command by its title, through the palette.
   * @param {string} title
   */
  async command(title) {
    await this.#page.keyboard.press('F1');
    const input = this.#page.locator('.quick-input-widget input.input');
    await input.waitFor();
    await input.fill(`>${title}`);
    const row = this.#page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
    await row.waitFor();
    await row.click();
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
   * Right-clicks a file and gives the labels of the menu.
   * @param {string} name
   */
  async openMenu(name) {
    await this.file(name).click({ button: 'right' });
    const items = this.#page.locator('.context-view .action-item .action-label');
    await items.first().waitFor();
    return (await items.allInnerTexts()).map((label) => label.trim()).filter(Boolean);
  }

  /** @param {string} label */
  async chooseInMenu(label) {
    await this.#page.locator('.context-view .action-item', { hasText: label }).first().click();
  }

  /** The page of the report on screen, once it shows a report. */
  async report(timeout = 60_000) {
    const frame = await this.pageFrame('.page h1', timeout);
    await waitFor('the report', () => frame.locator('.page:not(.waiting) h1').first().isVisible(), timeout);
    return frame;
  }

  /**
   * The frame that holds `selector` in view.
   * @param {string} selector
   * @returns {Promise<import('playwright-core').Frame>}
   */
  pageFrame(selector, timeout = 60_000) {
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

  /** Text of the notifications on screen. */
  notifications() {
    return this.#page.locator('.notifications-toasts .notification-list-item').allInnerTexts();
  }

  /** @param {string} path */
  screenshot(path) {
    return this.#page.screenshot({ path });
  }
}
