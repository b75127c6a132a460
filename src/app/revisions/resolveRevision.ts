import { mkdir } from 'node:fs/promises';
import { basename, join, posix } from 'node:path';
import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import { DataError } from '../../core/data/dataError.ts';
import { needSpace } from '../../engine/files/spareBytes.ts';
import { abortError } from '../../shared/remoteError.ts';
import { commitOf } from './commit.ts';
import { type DvcFile, dvcFiles } from './dvc.ts';
import { gitText, writeBlob } from './git.ts';
import { layFile } from './layFile.ts';
import { lfsContent, lfsPointer, mostPointerBytes } from './lfs.ts';
import { notInRevision } from './notInRevision.ts';
import { type Repository, repositoryOf } from './repository.ts';
import { entryAt, filesBelow, type TreeEntry } from './treeEntry.ts';

/** A path with its revision, found. */
export interface FoundRevision {
  readonly repository: Repository;
  readonly path: string;
  readonly rev: string;
  /** The commit that the revision names today. */
  readonly commit: string;
}

/** What a revision of a path holds, as a file or folder that can be read. */
export interface RevisionFiles {
  readonly path: string;
  /** Who keeps the content: git itself, its large file storage, or DVC. Of a folder, any of its files. */
  readonly keptBy: 'git' | 'Git LFS' | 'DVC';
}

/** Bounds of what is written to the disk. */
export interface RevisionLimits {
  readonly bytes: number;
  readonly files: number;
}

const standardLimits: RevisionLimits = { bytes: 64 * 2 ** 30, files: 10_000 };

/** Finds the repository of a path and the commit that a revision of it names. Rejects as `repositoryOf` and `commitOf` do. */
export async function findRevision(path: string, rev: string, signal: CancelSignal): Promise<FoundRevision> {
  const repository = await repositoryOf(path, signal);
  return { repository, path, rev, commit: await commitOf(repository, rev, signal) };
}

/**
 * Makes a file or folder of a revision readable below `folder`, under its own name, so that its end still says its format: written out of git,
 * or a link to what Git LFS or DVC keep. Neither of their programs is needed.
 *
 * Rejects with a DataError: not_in_revision, in_submodule, link_outside, content_missing, content_differs, bad_dvc_file, too_large,
 * too_many_files, no_disk_space, git_failed; or with an AbortError.
 */
export async function resolveRevision(
  found: FoundRevision,
  folder: string,
  signal: CancelSignal,
  limits: RevisionLimits = standardLimits,
): Promise<RevisionFiles> {
  const { repository, commit, path } = found;
  const place: Place = { ...found, target: join(folder, basename(repository.within) || basename(path)), folder, signal };
  const entry = await entryAt(repository, commit, repository.within, signal);
  if (entry?.type === 'blob') {
    checkSize([entry], place, limits);
    return { path: place.target, keptBy: await writeEntry(entry, place.target, place) };
  }
  // A folder of git may be one of DVC, too: its parts are ignored by git, and the rest, a .gitignore, is no data.
  const kept = await dvcFiles(repository, commit, repository.within, signal);
  if (kept !== null) return layKept(kept, place);
  if (entry === null) throw await notInRevision(found, signal);
  return writeFolder(entry, place, limits);
}

interface Place extends FoundRevision {
  readonly target: string;
  readonly folder: string;
  readonly signal: CancelSignal;
}

async function layKept(kept: readonly DvcFile[], { target, signal }: Place): Promise<RevisionFiles> {
  for (const { content, within } of kept) {
    if (signal.aborted) throw abortError();
    await layFile(content, join(target, ...within.split('/').filter(Boolean)));
  }
  return { path: target, keptBy: 'DVC' };
}

async function writeFolder(entry: TreeEntry, place: Place, limits: RevisionLimits): Promise<RevisionFiles> {
  const { repository, commit, target, signal } = place;
  const files = await filesBelow(repository, commit, entry.path, signal);
  if (files.length > limits.files) throw new DataError('too_many_files', { file: place.path, expected: String(limits.files) });
  checkSize(files, place, limits);
  let keptBy: RevisionFiles['keptBy'] = 'git';
  for (const file of files) {
    const to = join(target, ...posix.relative(entry.path, file.path).split('/'));
    await mkdir(join(to, '..'), { recursive: true, mode: 0o700 });
    const by = await writeEntry(file, to, place);
    if (by !== 'git') keptBy = by;
  }
  return { path: target, keptBy };
}

function checkSize(entries: readonly TreeEntry[], { path }: Place, limits: RevisionLimits): void {
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (bytes > limits.bytes)
    throw new DataError('too_large', { file: path, found: inGibibytes(bytes), expected: inGibibytes(limits.bytes) });
}

const inGibibytes = (bytes: number): string => `${(bytes / 2 ** 30).toPrecision(3)} GiB`;

/** Writes one file, or links what it points at. */
async function writeEntry(entry: TreeEntry, target: string, place: Place): Promise<'git' | 'Git LFS'> {
  const { repository, path, rev, folder, signal } = place;
  if (entry.bytes <= mostPointerBytes) {
    const pointer = lfsPointer(await gitText(repository.top, ['cat-file', 'blob', entry.id], signal));
    if (pointer !== null && pointer.bytes > 0) {
      await layFile(await lfsContent(repository, pointer, { file: path, rev }, signal), target);
      return 'Git LFS';
    }
  }
  if ((await needSpace(folder, { file: path })) < entry.bytes) throw new DataError('no_disk_space', { file: path, found: folder });
  await writeBlob(repository.top, entry.id, target, signal);
  return 'git';
}
