import { copyFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundles } from '../../esbuild.config.mjs';
import { repo } from './repo.mjs';

/** Bundles the engine as it is now into a folder, as it is shipped, and returns the bundle's path. */
export async function bundleWorker(folder: string): Promise<string> {
  const outfile = join(folder, 'worker.cjs');
  // The native binding is found from the bundle's own folder, and SQLite's program beside it.
  await symlink(join(repo, 'node_modules'), join(folder, 'node_modules'), 'junction');
  await copyFile(fileURLToPath(import.meta.resolve('@sqlite.org/sqlite-wasm/sqlite3.wasm')), join(folder, 'sqlite3.wasm'));
  const shipped = bundles.find(({ outfile: name }) => name === 'dist/worker.cjs');
  await build({ ...shipped, absWorkingDir: repo, outfile, sourcemap: false, metafile: false, logLevel: 'error' });
  return outfile;
}
