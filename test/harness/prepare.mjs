import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { repo } from './repo.mjs';
import { runTool } from './runTool.mjs';

/** Whether what package-lock.json asks for is installed. */
function isInstalled() {
  const [marker, lock] = [join(repo, 'node_modules/.package-lock.json'), join(repo, 'package-lock.json')];
  return existsSync(marker) && statSync(marker).mtimeMs >= statSync(lock).mtimeMs;
}

/** Installs the packages when they are missing or older than the lock file, and builds the extension. Needs only Node and npm. */
export async function prepare(log = console.log) {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 20) throw new Error(`Node 20 or newer is needed; this is ${process.versions.node}`);
  if (!isInstalled()) {
    log('Installing packages …');
    await runTool('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: repo });
  }
  await runTool(process.execPath, ['esbuild.config.mjs'], { cwd: repo });
}
