import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from './freePort.mjs';
import { installVscode } from './installVscode.mjs';
import { runTool } from './runTool.mjs';
import { serverProcess } from './serverProcess.mjs';

/** Settings that keep a fresh workbench quiet: no welcome page, no chat, no motion. */
export const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.reduceMotion': 'on',
  'chat.disableAIFeatures': true,
  'window.restoreWindows': 'none',
  'security.workspace.trust.enabled': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'git.enabled': false,
};

/**
 * Writes a settings file and the folders above it.
 * @param {string} file
 * @param {Record<string, unknown>} settings
 */
export async function writeSettings(file, settings) {
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, JSON.stringify(settings, null, 2));
}

/**
 * Puts a language pack without a single word into a data folder: the editor then speaks English but tells extensions the language, as with the
 * real pack, which cannot be had offline.
 */
async function writeLanguagePack(dataDir, locale) {
  const words = join(dataDir, 'language-pack.json');
  await writeFile(words, JSON.stringify({ contents: {} }));
  const extensions = [{ extensionIdentifier: { id: 'driftbook-test.no-words' }, version: '1.0.0' }];
  const pack = { hash: 'driftbook-test', label: locale, extensions, translations: { vscode: words } };
  await writeFile(join(dataDir, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}

/** Address of a folder in a served workbench. */
function address(port, folder, payload) {
  const query = new URLSearchParams({ folder });
  if (payload) query.set('payload', JSON.stringify(payload));
  return `http://127.0.0.1:${port}/?${query}`;
}

/**
 * Starts the workbench as people get it, with the extensions installed in `extensionsDir`.
 * @param {{dataDir: string, extensionsDir: string, folder: string, settings?: Record<string, unknown>, port?: number, trust?: boolean, locale?: string,
 *   log?: (line: string) => void, env?: Record<string, string>}} options
 */
export async function startWorkbench({ dataDir, extensionsDir, folder, settings = {}, port: wanted, trust = true, locale, log, env = {} }) {
  const tools = await installVscode(log);
  const port = wanted ?? (await freePort());
  await writeSettings(join(dataDir, 'User/settings.json'), { ...quietSettings, ...settings });
  await writeFile(join(dataDir, 'config.yaml'), '');
  if (locale) await writeLanguagePack(dataDir, locale);
  const server = await serverProcess(
    tools.node,
    [
      tools.codeServer,
      ...(locale ? ['--locale', locale] : []),
      ...['--config', join(dataDir, 'config.yaml'), '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`],
      ...['--user-data-dir', dataDir, '--extensions-dir', extensionsDir],
      ...['--disable-telemetry', '--disable-update-check', ...(trust ? ['--disable-workspace-trust'] : [])],
      folder,
    ],
    { port, env: { ...env, NODE_OPTIONS: '' } },
  );
  return { ...server, port, url: address(port, folder) };
}

/**
 * Installs a packed extension for `startWorkbench`.
 * @param {{dataDir: string, extensionsDir: string, vsix: string, log?: (line: string) => void}} options
 */
export async function installVsix({ dataDir, extensionsDir, vsix, log }) {
  const tools = await installVscode(log);
  await mkdir(dataDir, { recursive: true });
  await writeFile(join(dataDir, 'config.yaml'), '');
  return runTool(
    tools.node,
    [
      tools.codeServer,
      ...['--config', join(dataDir, 'config.yaml'), '--user-data-dir', dataDir, '--extensions-dir', extensionsDir],
      ...['--install-extension', vsix],
    ],
    { env: { NODE_OPTIONS: '' } },
  );
}

/**
 * Starts VS Code's own server with the switch that lets a page run an extension from its source folder and a test module in the
 * extension host. `url` opens `folder` that way.
 * @param {{dataDir: string, extensionsDir: string, folder: string, developmentPath: string, testsPath?: string,
 *   settings?: Record<string, unknown>, log?: (line: string) => void, env?: Record<string, string>}} options
 */
export async function startTestServer({ dataDir, extensionsDir, folder, developmentPath, testsPath, settings = {}, log, env = {} }) {
  const tools = await installVscode(log);
  const port = await freePort();
  await mkdir(extensionsDir, { recursive: true });
  const all = { ...quietSettings, ...settings };
  await writeSettings(join(dataDir, 'data/User/settings.json'), all);
  await writeSettings(join(dataDir, 'data/Machine/settings.json'), all);
  const server = await serverProcess(
    tools.node,
    [
      join(tools.vscode, 'out/server-main.js'),
      ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
      ...['--enable-smoke-test-driver', '--accept-server-license-terms', '--telemetry-level', 'off', '--disable-workspace-trust'],
      ...['--server-data-dir', dataDir, '--extensions-dir', extensionsDir],
    ],
    { port, env: { ...env, NODE_OPTIONS: '' } },
  );
  const remote = (path) => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload = [['extensionDevelopmentPath', remote(developmentPath)]];
  if (testsPath) payload.push(['extensionTestsPath', remote(testsPath)]);
  return { ...server, port, url: address(port, folder, payload) };
}
