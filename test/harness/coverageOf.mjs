import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repo } from './repo.mjs';
import { runTool } from './runTool.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

/**
 * How much of some files was run, as a line, and the ten files with most lines that were not. Files of types alone are never loaded, and not counted.
 * @param {string} files a glob
 * @param {string} traces folder of V8's traces (NODE_V8_COVERAGE)
 */
export async function coverageOf(files, traces) {
  const { path, remove } = await temporaryFolder('covered');
  try {
    const reporters = ['--reporter', 'json-summary', '--reports-dir', path];
    await runTool('npx', ['--no-install', 'c8', 'report', '--temp-directory', traces, '--include', files, ...reporters], {
      cwd: repo,
    });
    const { total, ...each } = JSON.parse(await readFile(join(path, 'coverage-summary.json'), 'utf8'));
    const missed = ({ lines }) => lines.total - lines.covered;
    const most = Object.entries(each)
      .filter(([, file]) => missed(file) > 0)
      .sort(([, a], [, b]) => missed(b) - missed(a))
      .slice(0, 10)
      .map(([name, file]) => `  - ${name.slice(repo.length).replace(/^[\\/]/, '')}: ${missed(file)} of ${file.lines.total} lines not run`);
    return [
      `  - coverage of ${files}: lines ${total.lines.pct} %, branches ${total.branches.pct} %, functions ${total.functions.pct} %`,
      ...most,
    ].join('\n');
  } finally {
    await remove();
  }
}
