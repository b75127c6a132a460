import { posix } from 'node:path';
import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import { DataError } from '../../core/data/dataError.ts';
import { nearest } from '../../core/spec/nearest.ts';
import { askGit } from './git.ts';
import type { FoundRevision } from './resolveRevision.ts';
import { namesIn } from './treeEntry.ts';

/**
 * Why a path is not in a revision, with the way out: a name beside it that was likely meant (capitals, a letter), else the nearest commit that
 * has it, of those before the revision or, when there is none, the first one after it.
 */
export async function notInRevision({ repository, commit, path, rev }: FoundRevision, signal: CancelSignal): Promise<DataError> {
  const { within } = repository;
  const about = { file: path, found: rev };
  const beside = await namesIn(repository, commit, posix.dirname(within) === '.' ? '' : posix.dirname(within), signal);
  const same = beside.find((name) => plain(name) === plain(within));
  if (same !== undefined) return new DataError('named_otherwise', { ...about, expected: posix.basename(same) });
  const having = (await lastWith(commit)) ?? (await firstWith('HEAD'));
  if (having !== null) return new DataError('not_in_revision', { ...about, expected: having });
  const near = nearest(
    posix.basename(within),
    beside.map((name) => posix.basename(name)),
  );
  return near === null ? new DataError('not_in_revision', about) : new DataError('named_otherwise', { ...about, expected: near });

  /** The last commit up to `from` that brought the file or a change of it; with DVC, of the file that names it. */
  async function lastWith(from: string): Promise<string | null> {
    const [line] = await log(['-1', '--diff-filter=AM', from]);
    return line ?? null;
  }

  async function firstWith(to: string): Promise<string | null> {
    return (await log(['--diff-filter=A', to])).at(-1) ?? null;
  }

  async function log(args: readonly string[]): Promise<string[]> {
    const { code, out } = await askGit(
      repository.top,
      ['log', '--no-show-signature', '--no-ext-diff', '--no-textconv', '--format=%h', ...args, '--', within, `${within}.dvc`],
      signal,
    );
    return code === 0 ? out.toString('utf8').split('\n').filter(Boolean) : [];
  }
}

/** Names that differ in capitals alone, or in how their accents are written, are one on many disks. */
const plain = (name: string): string => name.normalize('NFC').toLowerCase();
