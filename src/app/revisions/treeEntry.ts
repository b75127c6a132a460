import { posix } from 'node:path';
import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import { DataError } from '../../core/data/dataError.ts';
import { gitText } from './git.ts';
import type { Repository } from './repository.ts';

/** A file or folder of a commit. */
export interface TreeEntry {
  readonly type: 'blob' | 'tree';
  readonly id: string;
  /** Bytes of a file; 0 for a folder. */
  readonly bytes: number;
  /** Below the top of the repository, links resolved. */
  readonly path: string;
}

interface Listed {
  readonly mode: string;
  readonly type: string;
  readonly id: string;
  readonly bytes: number;
  readonly path: string;
}

const [linkMode, mostLinks] = ['120000', 16];

/**
 * What lies at a path in a commit, symbolic links of that commit followed as far as they stay in it; null when nothing does. Rejects with
 * link_outside, in_submodule (`found`: its path), or as `gitText` does.
 */
export async function entryAt(repository: Repository, commit: string, path: string, signal: CancelSignal): Promise<TreeEntry | null> {
  let at = path;
  for (let links = 0; links <= mostLinks; links++) {
    if (at === '') return { type: 'tree', id: `${commit}^{tree}`, bytes: 0, path: '' };
    const parts = at.split('/');
    const above = parts.map((_, i) => parts.slice(0, i + 1).join('/'));
    const found = await listed(repository, ['ls-tree', '-z', '-l', commit, '--', ...above], signal);
    const passed = found.find((entry) => entry.mode === linkMode || entry.type === 'commit');
    if (passed === undefined) {
      const entry = found.find((one) => one.path === at);
      return entry === undefined ? null : { ...entry, type: entry.type === 'tree' ? 'tree' : 'blob' };
    }
    if (passed.type === 'commit') throw new DataError('in_submodule', { file: path, found: passed.path });
    const target = await gitText(repository.top, ['cat-file', 'blob', passed.id], signal);
    const rest = at.slice(passed.path.length);
    at = posix.join(posix.dirname(passed.path), target) + rest;
    at = posix.normalize(at).replace(/\/$/, '');
    if (at === '.') at = '';
    if (posix.isAbsolute(target) || /^[A-Za-z]:/.test(target) || at === '..' || at.startsWith('../')) {
      throw new DataError('link_outside', { file: path, found: target });
    }
  }
  throw new DataError('link_outside', { file: path, found: at });
}

/** All files below a folder of a commit, without links and submodules. Rejects as `gitText` does. */
export async function filesBelow(repository: Repository, commit: string, folder: string, signal: CancelSignal): Promise<TreeEntry[]> {
  const where = folder === '' ? [] : ['--', `${folder}/`];
  const found = await listed(repository, ['ls-tree', '-r', '-z', '-l', commit, ...where], signal);
  return found.flatMap((entry) => (entry.type === 'blob' && entry.mode !== linkMode ? [{ ...entry, type: 'blob' as const }] : []));
}

/** The names of a folder of a commit as paths below the top; none when there is no such folder. */
export async function namesIn(repository: Repository, commit: string, folder: string, signal: CancelSignal): Promise<string[]> {
  const where = folder === '' ? [] : ['--', `${folder}/`];
  return (await listed(repository, ['ls-tree', '-z', '-l', commit, ...where], signal)).map(({ path }) => path);
}

async function listed(repository: Repository, args: readonly string[], signal: CancelSignal): Promise<Listed[]> {
  const text = await gitText(repository.top, args, signal);
  return text.split('\0').flatMap((line) => {
    const [, mode, type, id, bytes, path] = /^(\d{6}) (\w+) ([0-9a-f]+) +(\d+|-)\t(.*)$/s.exec(line) ?? [];
    return path === undefined ? [] : [{ mode: mode!, type: type!, id: id!, bytes: Number(bytes) || 0, path }];
  });
}
