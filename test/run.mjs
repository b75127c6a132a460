/**
 * Runs the tests: `npm test`, or `npm test -- unit engine` for some layers. From nothing but Node and git: it installs and builds first.
 * `--coverage unit` says besides how much of `src/core` the unit tests run; `--watch unit` runs the tests of a layer again whenever a file of theirs changes.
 * Layers that work (types, engine, files) run beside those that wait for a browser or an editor. The last line holds the counts.
 * A layer that cannot run says what is missing; under CI=true it counts as failed, else as skipped.
 */

import { prepare } from './harness/prepare.mjs';
import { repo } from './harness/repo.mjs';
import { runTool } from './harness/runTool.mjs';

/** Types, format and lint, the walls between folders, the published schemas, the settings of the manifest, the compiled kernel and the third-party notices: one test each. */
async function check(say) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const script of [
    'check:types',
    'check:format',
    'check:walls',
    'check:schema',
    'check:settings',
    'check:measures',
    'check:kernel',
    'check:notices',
  ]) {
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

const inNode =
  (folder, options = {}) =>
  async (say) => {
    const { runNodeTests } = await import('./harness/runNodeTests.mjs');
    return runNodeTests(folder, { ...options, say });
  };

const withBrowser = (folder) => async (say) => {
  const { chromium } = await import('./harness/chromium.mjs');
  process.env.DRIFTBOOK_CHROMIUM = await chromium(say);
  return inNode(folder, { concurrency: 1 })(say);
};

async function host(say) {
  const { runHostTests } = await import('./host/runInServer.mjs');
  return runHostTests({ log: say });
}

const coverage = process.argv.includes('--coverage') ? 'src/core/**' : null;

/** Two rows of layers that run side by side: the second one mostly waits for a browser or an editor. */
const rows = [
  {
    check,
    unit: inNode('test/unit', { coverage }),
    engine: inNode('test/engine'),
    cli: inNode('test/cli'),
    outputs: withBrowser('test/outputs'),
  },
  { host, page: withBrowser('test/page'), e2e: withBrowser('test/e2e'), faults: withBrowser('test/faults') },
];

/** Not part of a plain `npm test`: fetching the native bindings of all platforms, about 200 MB. */
const onRequest = { package: inNode('test/package', { concurrency: 1 }) };

/** Runs one layer, says what it said when it has ended, and returns its counts and a line about it. */
async function runLayer(name, run) {
  const said = [];
  const start = Date.now();
  let count;
  let missing = '';
  try {
    count = await run((text) => said.push(text));
  } catch (error) {
    missing = ' (could not run, see above)';
    said.push(`  cannot run: ${error.message}`);
    count = process.env.CI === 'true' ? { passed: 0, failed: 1, skipped: 0 } : { passed: 0, failed: 0, skipped: 1 };
  }
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  const line = `${name}: ${count.passed} ok, ${count.failed} bad, ${count.skipped} left out, ${seconds} s${missing}`;
  console.log(['', name, ...said, `  ${line}`].join('\n'));
  return { count, line };
}

/** Runs the named layers of a row one after the other. */
async function runRow(row, names) {
  const ended = [];
  for (const [name, run] of Object.entries(row)) if (names.includes(name)) ended.push(await runLayer(name, run));
  return ended;
}

/** Stays, and runs the tests of a layer again when what they import changes. */
async function watchTests(layer) {
  const { watchNodeTests } = await import('./harness/watchNodeTests.mjs');
  process.exitCode = await watchNodeTests(`test/${layer}`);
}

async function main() {
  const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
  const plain = rows.flatMap(Object.keys);
  const unknown = asked.filter((name) => !(plain.includes(name) || name in onRequest));
  if (unknown.length > 0)
    throw new Error(`unknown layer: ${unknown.join(', ')}; there are ${[...plain, ...Object.keys(onRequest)].join(', ')}`);
  const names = asked.length > 0 ? asked : plain;
  await prepare(console.log);
  if (process.argv.includes('--watch')) return watchTests(asked[0] ?? 'unit');

  const ended = (await Promise.all([...rows, onRequest].map((row) => runRow(row, names)))).flat();
  console.log(`\n${ended.map(({ line }) => line).join('\n')}\n`);
  const sum = (key) => ended.reduce((total, { count }) => total + count[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
}

await main().catch((error) => {
  console.log(error.message);
  console.log('0 passed, 1 failed, 0 skipped');
  process.exitCode = 1;
});
