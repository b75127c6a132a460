import { execFileSync } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';

const repository = fileURLToPath(new URL('../..', import.meta.url));

const node = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  external: ['@duckdb/node-bindings', '@duckdb/node-bindings-*'],
  logLevel: 'error',
} satisfies BuildOptions;

/** Bundles the worker as it is shipped into `folder` and returns its path. */
export async function bundledWorker(folder: string): Promise<string> {
  const worker = join(folder, 'worker.cjs');
  await build({ ...node, entryPoints: [join(repository, 'src/worker/main.ts')], outfile: worker, format: 'cjs', minify: true });
  // The native binding is found from the bundle's own folder.
  await symlink(join(repository, 'node_modules'), join(folder, 'node_modules'), 'junction').catch(() => {});
  return worker;
}

/**
 * Bundles the worker and a job into `folder`. What is returned runs the job in a process of its own with a question, to which the worker's path, a
 * folder for temporary files and the threads are added, and gives the last line of JSON it prints.
 */
export async function jobs<A>(folder: string, entryPoint: string, threads: number): Promise<(question: object) => A> {
  const worker = await bundledWorker(folder);
  const job = join(folder, 'job.mjs');
  await build({ ...node, entryPoints: [join(repository, entryPoint)], outfile: job, format: 'esm' });
  return (question) => {
    const asked = JSON.stringify({ worker, temp: join(folder, 'temp'), threads, ...question });
    const out = execFileSync(process.execPath, [job, asked], { encoding: 'utf8', maxBuffer: 1e8 });
    return JSON.parse(out.trim().split('\n').at(-1) ?? '') as A;
  };
}
