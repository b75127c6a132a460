import { existsSync, readdirSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repo } from './repo.mjs';
import { runTool } from './runTool.mjs';

/**
 * Runs the `*.test.ts` and `*.test.mjs` files of a folder with node's own runner, says what failed and what was left out, and returns the counts.
 * @param {string} folder
 * @param {{concurrency?: number, say?: (text: string) => void}} [options]
 */
export async function runNodeTests(folder, { concurrency = 2, say = console.log } = {}) {
  const files = existsSync(join(repo, folder))
    ? readdirSync(join(repo, folder), { recursive: true })
        .filter((name) => /\.test\.(ts|mts|mjs)$/.test(name))
        .sort()
        .map((name) => join(folder, name))
    : [];
  if (files.length === 0) throw new Error(`no test files in ${folder}`);
  const counts = join(tmpdir(), `driftbook-count-${process.pid}-${folder.replaceAll(/\W/g, '-')}.json`);
  try {
    const output = await runTool(
      process.execPath,
      [
        ...['--import', 'tsx', '--test', `--test-concurrency=${concurrency}`],
        ...['--test-reporter', './test/harness/failuresReporter.mjs', '--test-reporter-destination', 'stdout'],
        ...files,
      ],
      { cwd: repo, env: { DRIFTBOOK_COUNT: counts } },
    ).catch((error) => {
      if (!existsSync(counts)) throw error;
      return error.output;
    });
    if (output.trim() !== '') say(output.trimEnd());
    return JSON.parse(await readFile(counts, 'utf8'));
  } finally {
    await rm(counts, { force: true });
  }
}
