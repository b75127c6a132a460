import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { runTool } from './runTool.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

const runnable = (path) =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

async function find() {
  if (process.env.DRIFTBOOK_CHROMIUM) return process.env.DRIFTBOOK_CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const places = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...elsewhere];
  for (const place of places) if (await runnable(place)) return place;
  return null;
}

/** One search for the whole process: layers that run side by side must not install it twice. */
let searched = null;

/**
 * Path of a Chromium or Chrome: DRIFTBOOK_CHROMIUM, the PATH, or Debian's package, which is installed when this runs as root on Debian.
 * Rejects with what to do when there is none.
 * @param {(line: string) => void} [log]
 * @returns {Promise<string>}
 */
export function chromium(log = () => {}) {
  return (searched ??= findOrInstall(log));
}

async function findOrInstall(log) {
  const found = await find();
  if (found) return found;
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && (await runnable('/usr/bin/apt-get'));
  if (mayInstall) {
    log('Installing Chromium with apt-get (once) …');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await runTool('apt-get', ['update', '-q'], { env });
    await runTool('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core', 'fonts-liberation'], {
      env,
    });
    const installed = await find();
    if (installed) return installed;
  }
  throw new Error('no Chromium or Chrome found: install one (Debian: apt-get install chromium) or name it in DRIFTBOOK_CHROMIUM');
}

/**
 * Starts the browser.
 * @param {(line: string) => void} [log]
 */
export async function launchBrowser(log) {
  const executablePath = await chromium(log);
  const { chromium: playwright } = await import('playwright-core');
  return playwright.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
