import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { repo } from './repo.mjs';

/** Bundles the engine as it is now into a folder, as it is shipped, and returns the bundle's path. */
export async function bundleWorker(folder: string): Promise<string> {
  const outfile = join(folder, 'worker.cjs');
  // The native binding is found from the bundle's own folder.
  await symlink(join(repo, 'node_modules'), join(folder, 'node_modules'), 'junction');
  await build({
    entryPoints: [join(repo, 'src/worker/main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['@duckdb/node-bindings', '@duckdb/node-bindings-*'],
    logLevel: 'error',
  });
  return outfile;
}
