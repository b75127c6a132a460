/**
 * Runs the tests: `npm test`, or `npm test -- unit engine` for some layers. From nothing but Node and git: it installs and builds first.
 * The last line holds the counts. A layer that cannot run says what is missing; under CI=true it counts as failed, else as skipped.
 */

import { prepare } from './harness/prepare.mjs';
import { repo } from './harness/repo.mjs';
import { runTool } from './harness/runTool.mjs';

const say = (line) => console.log(line);

/** Types, format and lint, the walls between folders, the published schema, the compiled kernel and the third-party notices: one test each. */
async function check() {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const script of ['check:types', 'check:format', 'check:walls', 'check:schema', 'check:kernel', 'check:notices']) {
    try {
      await runTool('npm', ['run', '--silent', script], { cwd: repo, env: { NO_COLOR: '1', FORCE_COLOR: '0' } });
      count.passed++;
    } catch (error) {
      count.failed++;
      say(`  ✗ npm run ${script}\n${error.message}`);
    }
  }
  return count;
}

async function inNode(folder, options) {
  const { runNodeTests } = await import('./harness/runNodeTests.mjs');
  return runNodeTests(folder, options);
}

async function withBrowser(folder) {
  const { chromium } = await import('./harness/chromium.mjs');
  process.env.DRIFTBOOK_CHROMIUM = await chromium(say);
  return inNode(folder, { concurrency: 1 });
}

async function host() {
  const { runHostTests } = await import('./host/runInServer.mjs');
  return runHostTests({ log: say });
}

const layers = {
  check,
  unit: () => inNode('test/unit'),
  engine: () => inNode('test/engine'),
  cli: () => inNode('test/cli'),
  host,
  page: () => withBrowser('test/page'),
  e2e: () => withBrowser('test/e2e'),
  faults: () => withBrowser('test/faults'),
};

/** Not part of a plain `npm test`: fetches the native bindings of all platforms, about 200 MB. */
const onRequest = {
  package: () => inNode('test/package', { concurrency: 1 }),
};

async function main() {
  const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
  const unknown = asked.filter((name) => !(name in layers || name in onRequest));
  if (unknown.length > 0)
    throw new Error(`unknown layer: ${unknown.join(', ')}; there are ${Object.keys({ ...layers, ...onRequest }).join(', ')}`);
  const names = asked.length > 0 ? asked : Object.keys(layers);
  await prepare(say);

  const total = { passed: 0, failed: 0, skipped: 0 };
  const lines = [];
  for (const name of names) {
    say(`\n${name}`);
    const start = Date.now();
    let count;
    let missing = '';
    try {
      count = await { ...layers, ...onRequest }[name]();
    } catch (error) {
      missing = `  cannot run: ${error.message}`;
      say(missing);
      count = process.env.CI === 'true' ? { passed: 0, failed: 1, skipped: 0 } : { passed: 0, failed: 0, skipped: 1 };
    }
    for (const key of Object.keys(total)) total[key] += count[key];
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    lines.push(
      `${name}: ${count.passed} ok, ${count.failed} bad, ${count.skipped} left out, ${seconds} s${missing ? ' (could not run, see above)' : ''}`,
    );
    say(`  ${lines.at(-1)}`);
  }
  say(`\n${lines.join('\n')}\n`);
  say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

await main().catch((error) => {
  say(error.message);
  say('0 passed, 1 failed, 0 skipped');
  process.exitCode = 1;
});
