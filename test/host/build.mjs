import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { repo } from '../harness/repo.mjs';

/** Bundles the suite for the extension host and returns the module to start. */
export async function buildHostTests() {
  const outdir = join(repo, 'out/test/host');
  await rm(outdir, { recursive: true, force: true });
  await build({
    absWorkingDir: repo,
    entryPoints: ['test/host/index.ts', 'test/host/*.test.ts'],
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha', '@duckdb/node-bindings', '@duckdb/node-bindings-*'],
    logLevel: 'warning',
  });
  return join(outdir, 'index.cjs');
}

if (process.argv[1] === import.meta.filename) {
  await buildHostTests();
  // The debugger opens this copy, so that tests never write to the sample itself.
  await cp(join(repo, 'media/sample'), join(repo, 'out/sample'), { recursive: true });
}
