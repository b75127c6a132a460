import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../harness/chromium.mjs';
import { repo } from '../harness/repo.mjs';
import { temporaryFolder } from '../harness/temporaryFolder.mjs';
import { startTestServer } from '../harness/vscodeServer.mjs';
import { buildHostTests } from './build.mjs';

const ours = /^ {2}[✓✗-] /;

/** Runs the host suite in the extension host of a real VS Code server, with a browser as its window. Returns the counts. */
export async function runHostTests({ log = console.log, verbose = false, limit = 10 * 60_000, env = {} } = {}) {
  const testsPath = await buildHostTests();
  const folder = await temporaryFolder('host');
  const workspace = join(folder.path, 'ws');
  const result = join(folder.path, 'result.json');
  await cp(join(repo, 'media/sample'), workspace, { recursive: true });
  const closing = [() => folder.remove()];
  try {
    const server = await startTestServer({
      dataDir: join(folder.path, 'd'),
      extensionsDir: join(folder.path, 'e'),
      folder: workspace,
      developmentPath: repo,
      testsPath,
      log,
      env: { DRIFTBOOK_HOST_RESULT: result, DRIFTBOOK_HOST_ONLY: process.env.DRIFTBOOK_HOST_ONLY ?? '', ...env },
    });
    closing.unshift(() => server.stop());
    const browser = await launchBrowser(log);
    closing.unshift(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const exit = new Promise((done) => page.exposeFunction('codeAutomationExit', (code) => done(code)));
    await page.exposeFunction('codeAutomationLog', (_kind, args) => {
      const line = String(args[0]);
      if (verbose || ours.test(line)) log(line);
    });
    await page.goto(server.url);
    let timer;
    const late = new Promise((done) => {
      timer = setTimeout(() => done('late'), limit);
    });
    const code = await Promise.race([exit, late, server.closed.then(() => 'gone')]);
    clearTimeout(timer);
    const count = JSON.parse(await readFile(result, 'utf8').catch(() => 'null'));
    if (count) return count;
    const reason =
      code === 'late' ? `no end within ${limit / 1000} s` : code === 'gone' ? 'the server ended' : `the host ended with ${code}`;
    await page.screenshot({ path: join(repo, 'out/test/host/failed.png') }).catch(() => {});
    throw new Error(`host tests: ${reason}\n${server.output().slice(-3000)}`);
  } finally {
    for (const close of closing) await close();
  }
}

if (process.argv[1] === import.meta.filename) {
  const count = await runHostTests({ verbose: process.argv.includes('--verbose') });
  console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  process.exitCode = count.failed > 0 ? 1 : 0;
}
