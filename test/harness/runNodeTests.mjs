import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coverageOf } from './coverageOf.mjs';
import { repo } from './repo.mjs';
import { runTool } from './runTool.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';
import { testFiles } from './testFiles.mjs';

/**
 * Runs the `*.test.ts` and `*.test.mjs` files of a folder with node's own runner, says what failed and what was left out, and returns the counts.
 * @param {string} folder
 * @param {{concurrency?: number, coverage?: string | null, say?: (text: string) => void}} [options] coverage: the files whose coverage is said, too
 */
export async function runNodeTests(folder, { concurrency = 2, coverage = null, say = console.log } = {}) {
  const files = testFiles(folder);
  const counts = join(tmpdir(), `driftbook-count-${process.pid}-${folder.replaceAll(/\W/g, '-')}.json`);
  const traces = coverage === null ? null : await temporaryFolder('coverage');
  try {
    const output = await runTool(
      process.execPath,
      [
        ...['--import', 'tsx', '--test', `--test-concurrency=${concurrency}`],
        ...['--test-reporter', './test/harness/failuresReporter.mjs', '--test-reporter-destination', 'stdout'],
        ...files,
      ],
      { cwd: repo, env: { DRIFTBOOK_COUNT: counts, ...(traces === null ? {} : { NODE_V8_COVERAGE: traces.path }) } },
    ).catch((error) => {
      if (!existsSync(counts)) throw error;
      return error.output;
    });
    if (output.trim() !== '') say(output.trimEnd());
    if (coverage !== null && traces !== null) say(await coverageOf(coverage, traces.path));
    return JSON.parse(await readFile(counts, 'utf8'));
  } finally {
    await rm(counts, { force: true });
    await traces?.remove();
  }
}
