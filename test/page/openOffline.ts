import type { Browser, Page } from 'playwright-core';

export interface OfflinePage {
  readonly page: Page;
  /** Errors and warnings, dialogs, and every request but that for the file itself. */
  readonly trouble: readonly string[];
}

/** Opens a saved report with the network cut off and waits for its first picture, of those within `place`. */
export async function openOffline(browser: Browser, url: string, colorScheme: 'light' | 'dark', place = 'body'): Promise<OfflinePage> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, colorScheme, offline: true });
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') trouble.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (request.url() !== url) trouble.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  await page.locator(`${place} .chart-plot[data-drawn] svg`).first().waitFor();
  return { page, trouble };
}
