import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/** What one run of the suite came to. */
export interface HostResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Mocha's reporters write to a terminal; here every line goes to the host's console. */
class Silent extends Mocha.reporters.Base {}

/** Runs the suite inside the extension host; the editor calls this. The counts go to the file named in DRIFTBOOK_HOST_RESULT. */
export function run(): Promise<void> {
  const only = process.env.DRIFTBOOK_HOST_ONLY;
  const mocha = new Mocha({ ui: 'tdd', timeout: 60_000, reporter: Silent, ...(only ? { grep: only } : {}) });
  for (const name of readdirSync(__dirname).sort()) if (name.endsWith('.test.cjs')) mocha.addFile(join(__dirname, name));
  return new Promise((done, fail) => {
    const runner = mocha.run((failures) => (failures > 0 ? fail(new Error(`${failures} host tests failed`)) : done()));
    const count = { passed: 0, failed: 0, skipped: 0 };
    runner.on('pass', (test) => {
      count.passed++;
      console.log(`  ✓ ${test.fullTitle()} (${test.duration} ms)`);
    });
    runner.on('pending', (test) => {
      count.skipped++;
      console.log(`  - ${test.fullTitle()}`);
    });
    runner.on('fail', (test, error) => {
      count.failed++;
      console.log(`  ✗ ${test.fullTitle()}\n${error.stack ?? error}`);
    });
    runner.on('end', () => {
      if (process.env.DRIFTBOOK_HOST_RESULT) writeFileSync(process.env.DRIFTBOOK_HOST_RESULT, JSON.stringify(count satisfies HostResult));
    });
  });
}
