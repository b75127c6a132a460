import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { repo } from './repo.mjs';
import { testFiles } from './testFiles.mjs';

/** Runs the tests of a folder, and each again when a file it imports changes, until the user ends it. Resolves to the exit code. */
export async function watchNodeTests(folder) {
  const child = spawn(process.execPath, ['--import', 'tsx', '--test', '--watch', '--test-concurrency=2', ...testFiles(folder)], {
    cwd: repo,
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  return code ?? 1;
}
