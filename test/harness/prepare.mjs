import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { repo } from './repo.mjs';
import { runTool } from './runTool.mjs';

/** Whether what package-lock.json asks for is installed. */
function isInstalled() {
  const [marker, lock] = [join(repo, 'node_modules/.package-lock.json'), join(repo, 'package-lock.json')];
  return existsSync(marker) && statSync(marker).mtimeMs >= statSync(lock).mtimeMs;
}

/**
 * Throws when node_modules is a link: npm would empty the folder behind it, which is another checkout's.
 * @param {string} folder the checkout
 */
export function refuseLinkedModules(folder) {
  const modules = join(folder, 'node_modules');
  if (!lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const target = existsSync(modules) ? realpathSync(modules) : 'a folder that is gone';
  throw new Error(
    `${modules} is a link to ${target}, and what package-lock.json asks for is not installed there. Installing would delete what is in that folder: remove the link and run this again, or run npm ci where it leads.`,
  );
}

/** Installs the packages when they are missing or older than the lock file, and builds the extension. Needs only Node and npm. */
export async function prepare(log = console.log) {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 20) throw new Error(`Node 20 or newer is needed; this is ${process.versions.node}`);
  if (!isInstalled()) {
    refuseLinkedModules(repo);
    log('Installing packages …');
    await runTool('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: repo });
  }
  await runTool(process.execPath, ['esbuild.config.mjs'], { cwd: repo });
}
