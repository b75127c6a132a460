import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import { DataError } from '../../core/data/dataError.ts';
import { digest } from './digest.ts';
import { isRemotePath } from './isRemotePath.ts';
import { gitSetting, type Repository } from './repository.ts';

/** Longest pointer, by the specification of Git LFS: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md */
export const mostPointerBytes = 1024;

export interface LfsPointer {
  /** SHA-256 of the content. */
  readonly oid: string;
  readonly bytes: number;
}

/** The pointer that a small text is, or null when it is data. */
export function lfsPointer(text: string): LfsPointer | null {
  if (!/^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v1\r?\n/.test(text)) return null;
  const oid = /^oid sha256:([0-9a-f]{64})\r?$/m.exec(text)?.[1];
  const size = /^size (\d{1,15})\r?$/m.exec(text)?.[1];
  return oid === undefined || size === undefined ? null : { oid, bytes: Number(size) };
}

/**
 * Where the content of a pointer lies, its digest checked. Rejects with content_missing (`expected`: the command that brings it) or
 * content_differs.
 */
export async function lfsContent(
  repository: Repository,
  { oid, bytes }: LfsPointer,
  about: { readonly file: string; readonly rev: string },
  signal: CancelSignal,
): Promise<string> {
  const storage = await gitSetting(repository, 'lfs.storage', signal);
  // An address of a share would be opened over the network.
  const folder = storage === null || isRemotePath(storage) ? 'lfs' : storage;
  const path = join(resolve(repository.commonFolder, folder), 'objects', oid.slice(0, 2), oid.slice(2, 4), oid);
  const found = await stat(path).catch(() => null);
  const { file } = about;
  if (!found?.isFile()) throw new DataError('content_missing', { file, found: 'Git LFS', expected: `git lfs fetch origin ${about.rev}` });
  if (found.size !== bytes || (await digest(path, 'sha256', signal)) !== oid) {
    throw new DataError('content_differs', { file, found: 'Git LFS', expected: `git lfs fetch origin ${about.rev}` });
  }
  return path;
}
