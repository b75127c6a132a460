import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { PageServer, type Setting } from './pageServer.ts';

/** A browser and a server for the tests of one file. */
export interface Bench {
  readonly open: (setting: Setting, size?: { width: number; height: number }) => Promise<OpenPage>;
  readonly close: () => Promise<void>;
}

/** A page on screen and what went wrong in it. */
export interface OpenPage {
  readonly page: Page;
  /** Errors, console errors and breaches of the policy so far: a good page has none. */
  readonly trouble: string[];
  readonly close: () => Promise<void>;
}

/** Starts Chromium: the one of `DRIFTBOOK_CHROMIUM`, or Debian's. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.DRIFTBOOK_CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) throw new Error(`No Chromium at ${executablePath}: install it or set DRIFTBOOK_CHROMIUM.`);
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

/** Starts a browser and a server for pages under the product's policy. */
export async function startBench(): Promise<Bench> {
  const browser = await launchBrowser();
  const server = new PageServer();
  const url = await server.start();
  const open = async (setting: Setting, size = { width: 1360, height: 900 }): Promise<OpenPage> => {
    server.setting = setting;
    const context = await browser.newContext({ viewport: size });
    const page = await context.newPage();
    const trouble: string[] = [];
    page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') trouble.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(url)) trouble.push(`request: ${request.url()}`);
    });
    await page.goto(url);
    await page
      .locator('main')
      .waitFor()
      .catch((error: Error) => {
        // What the page itself says is nearer to the cause.
        throw new Error([...trouble, error.message].join('\n'));
      });
    return { page, trouble, close: () => context.close() };
  };
  const close = async (): Promise<void> => {
    await browser.close();
    await server.stop();
  };
  return { open, close };
}
