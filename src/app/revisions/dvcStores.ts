import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { type DvcConfig, dvcConfig } from './dvcConfig.ts';
import { isRemotePath } from './isRemotePath.ts';

/**
 * Folders on this machine that may hold contents, most likely first: the cache, the remote that is used by default, other remotes that are local
 * paths. `folder` is the repository's `.dvc`; `committed` the text of its settings at the revision, which counts where the working tree is silent.
 * Relative paths are relative to `.dvc`.
 */
export async function dvcStores(folder: string, committed: string): Promise<string[]> {
  const texts = await Promise.all(
    [join(folder, 'config.local'), join(folder, 'config'), ...userConfigs()].map((file) => readFile(file, 'utf8').catch(() => '')),
  );
  const [local = '', shared = '', ...users] = texts;
  const configs = [local, shared, committed, ...users].map(dvcConfig);
  const first = <K extends 'cacheFolder' | 'remote'>(key: K): string | undefined =>
    configs.find((config) => config[key] !== undefined)?.[key];
  const remotes: DvcConfig['remotes'] = Object.assign({}, ...configs.toReversed().map((config) => config.remotes));
  const chosen = first('remote');
  const names = Object.keys(remotes).sort((a, b) => Number(b === chosen) - Number(a === chosen));
  const paths = [first('cacheFolder') ?? 'cache', 'cache', ...names.map((name) => remotes[name]!)];
  return [...new Set(paths.filter((path) => !isRemotePath(path)).map((path) => (isAbsolute(path) ? path : resolve(folder, path))))];
}

/** Where DVC keeps what a user set for all repositories. */
function userConfigs(): string[] {
  const { XDG_CONFIG_HOME, LOCALAPPDATA } = process.env;
  if (process.platform === 'win32') return LOCALAPPDATA === undefined ? [] : [join(LOCALAPPDATA, 'iterative', 'dvc', 'config')];
  if (process.platform === 'darwin') return [join(homedir(), 'Library', 'Application Support', 'dvc', 'config')];
  return [join(XDG_CONFIG_HOME || join(homedir(), '.config'), 'dvc', 'config')];
}
