/**
 * `npm start`: installs and builds when needed, prints the comparison of the sample data, and opens the extension on a copy of it: in the
 * desktop VS Code when there is one, else in a VS Code served at a printed address until Ctrl-C.
 *   --server    serve, even when there is a desktop VS Code
 *   --no-open   serve, check that the address answers, and end (for tests)
 */
import { spawn } from 'node:child_process';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDirectory } from './installVscode.mjs';
import { linkExtension } from './linkExtension.mjs';
import { prepare } from './prepare.mjs';
import { repo } from './repo.mjs';
import { runTool } from './runTool.mjs';
import { startWorkbench } from './vscodeServer.mjs';

const flags = new Set(process.argv.slice(2));
const say = (line) => console.log(line);
const show = (program, args) =>
  new Promise((done, fail) => {
    const child = spawn(program, args, { cwd: repo, stdio: 'inherit' });
    child.on('error', fail);
    child.on('close', done);
  });

async function desktopCode() {
  if (flags.has('--server') || flags.has('--no-open')) return false;
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return false;
  return runTool('code', ['--version']).then(
    () => true,
    () => false,
  );
}

await prepare(say);

say('The sample, compared on the command line:\n');
const sample = join(repo, 'media/sample');
// 1 says that columns alert, which the sample does.
const code = await show(process.execPath, ['dist/cli.mjs', 'compare', 'media/sample/reference.parquet', 'media/sample/current.csv']);
if (code !== 0 && code !== 1) throw new Error(`the command line ended with ${code}`);

const workspace = join(repo, 'out/sample');
await mkdir(workspace, { recursive: true });
await cp(sample, workspace, { recursive: true, force: true });
const hint = 'Select reference.parquet, then current.csv with Ctrl held, right-click: "Compare Datasets with Driftbook".';

if (await desktopCode()) {
  await runTool('code', ['--new-window', `--extensionDevelopmentPath=${repo}`, workspace]);
  say(`\nVS Code is open on the sample. ${hint}`);
} else {
  const home = join(cacheDirectory(), 'start');
  const extensionsDir = join(home, 'extensions');
  await linkExtension(extensionsDir);
  const server = await startWorkbench({ dataDir: join(home, 'data'), extensionsDir, folder: workspace, log: say });
  say(`\nVS Code with Driftbook: ${server.url}\n${hint}`);
  if (flags.has('--no-open')) {
    const page = await fetch(server.url);
    await server.stop();
    if (!page.ok) throw new Error(`the address answered ${page.status}`);
    say('It answers.');
  } else {
    say('Ctrl-C ends it.');
    const end = () => void server.stop().then(() => process.exit(0));
    process.on('SIGINT', end);
    process.on('SIGTERM', end);
    await server.closed;
  }
}
