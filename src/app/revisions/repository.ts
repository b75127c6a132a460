import { stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import { DataError } from '../../core/data/dataError.ts';
import { askGit, gitText } from './git.ts';

/** A repository with the place of a file in it. */
export interface Repository {
  /** Folder of the working tree (of the one of several that the file lies in). */
  readonly top: string;
  /** What all its working trees share: objects, settings, references. */
  readonly commonFolder: string;
  /** The file's path below `top`, parted by slashes; empty for `top` itself. */
  readonly within: string;
}

/**
 * The repository that a path lies in, which need not be there any more. A checked-out submodule is a repository of its own. Rejects with
 * no_repository (`found`: why git does not take the folder for one), git_missing, git_failed or an AbortError.
 */
export async function repositoryOf(path: string, signal: CancelSignal): Promise<Repository> {
  const whole = resolve(path);
  const folder = await nearestFolder(whole);
  const asked = async (what: string): Promise<string> => {
    const { code, out, complaint } = await askGit(folder, ['rev-parse', what], signal);
    if (code !== 0) throw new DataError('no_repository', { file: path, ...(/dubious/.test(complaint) ? { found: complaint } : {}) });
    // Names may end in a line break of their own.
    return out.toString('utf8').replace(/\r?\n$/, '');
  };
  const [top, prefix, common] = [await asked('--show-toplevel'), await asked('--show-prefix'), await asked('--git-common-dir')];
  if (top === '') throw new DataError('no_repository', { file: path });
  const below = relative(folder, whole).split(sep).join('/');
  return { top, commonFolder: resolve(folder, common), within: `${prefix}${below}`.replace(/\/$/, '') };
}

/** The value of a setting of git, null when it is not set. */
export async function gitSetting({ top }: Repository, name: string, signal: CancelSignal): Promise<string | null> {
  const { code, out } = await askGit(top, ['config', '-z', '--get', name], signal);
  return code === 0 ? out.toString('utf8').replace(/\0$/, '') : null;
}

/** Whether older commits were left out when the repository was cloned. */
export async function isShallow({ top }: Repository, signal: CancelSignal): Promise<boolean> {
  return (await gitText(top, ['rev-parse', '--is-shallow-repository'], signal)).trim() === 'true';
}

/** The folder itself, else the nearest one above that is there. */
async function nearestFolder(path: string): Promise<string> {
  const about = await stat(path).catch(() => null);
  if (about?.isDirectory()) return path;
  const parent = dirname(path);
  return parent === path || basename(path) === '' ? join(parent) : nearestFolder(parent);
}
