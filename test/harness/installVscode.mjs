import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './runTool.mjs';

const codeServer = '4.139.1';
const nodeMajor = '24';

const exists = (path) =>
  access(path).then(
    () => true,
    () => false,
  );

/** Folder for what tests and `npm start` install once per machine. */
export function cacheDirectory() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'driftbook');
}

/**
 * A real VS Code (the one inside the code-server package) with the Node it needs, from npm packages, installed once per machine and version.
 * It is put together in a folder of its own and renamed at the end, so an interrupted install leaves nothing half-made.
 * @param {(line: string) => void} [log]
 */
export async function installVscode(log = () => {}) {
  if (process.platform === 'win32') throw new Error('the VS Code server does not run on Windows: install desktop VS Code instead');
  const nodePackage = `node-${process.platform}-${process.arch}`;
  const home = join(cacheDirectory(), `vscode-${codeServer}-${nodePackage}-${nodeMajor}`);
  const tools = {
    home,
    node: join(home, 'node_modules', nodePackage, 'bin', 'node'),
    codeServer: join(home, 'node_modules/code-server/out/node/entry.js'),
    vscode: join(home, 'node_modules/code-server/lib/vscode'),
  };
  if (await exists(home)) return tools;

  log('Installing VS Code from npm packages (once, about a minute) …');
  const building = `${home}.${process.pid}.tmp`;
  await rm(building, { recursive: true, force: true });
  await mkdir(building, { recursive: true });
  try {
    const nodeHome = join(building, 'node_modules', nodePackage);
    const npm = (args, cwd) =>
      runTool('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
        cwd,
        path: join(nodeHome, 'bin'),
        // Headers that came with the Node package: no download for the native rebuild.
        env: { npm_config_nodedir: nodeHome, NODE_OPTIONS: '' },
      });
    await writeFile(join(building, 'package.json'), '{"private":true}\n');
    await npm(['install', '--ignore-scripts', `code-server@${codeServer}`, `${nodePackage}@${nodeMajor}`], building);
    const vscode = join(building, 'node_modules/code-server/lib/vscode');
    await npm(['install', '--omit=dev', '--ignore-scripts'], vscode);
    await npm(['rebuild', '@vscode/spdlog', '@vscode/native-watchdog'], vscode);
    await rename(building, home).catch(async (error) => {
      // Another run was first: use its install.
      if (!(await exists(home))) throw error;
    });
  } catch (error) {
    throw new Error(
      `VS Code could not be installed from npm packages. It needs the npm registry, a C++ compiler, make and Python 3 (Debian: apt-get install build-essential python3).\n${error.message}`,
    );
  } finally {
    await rm(building, { recursive: true, force: true });
  }
  return tools;
}
