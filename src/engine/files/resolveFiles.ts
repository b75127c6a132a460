import { constants } from 'node:fs';
import { access, lstat, realpath, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import { DataError } from '../../core/data/dataError.ts';
import { type FileFormat, formatFacts } from '../../core/data/dataFormats.ts';
import type { ComparisonSpec } from '../../core/spec/spec.ts';
import { throwIfAborted } from '../abortError.ts';
import { stampNow, stampOf } from './fileStamp.ts';
import { formatOfName, type Packing } from './format.ts';
import { isGlob } from './matchGlob.ts';
import { filesBelow, filesMatching, inReadingOrder } from './walk.ts';

export interface SourceFile {
  readonly path: string;
  readonly realPath: string;
  readonly bytes: number;
  /** What it was when it was found, see `stampOf`. */
  readonly stamp: string;
  readonly packing: Packing;
}

/** A dataset's files, all of one format, in reading order. */
export interface SourceFiles {
  readonly label: string;
  readonly path: string;
  readonly format: FileFormat;
  /** Which table of each file, where they hold tables; null: the only one. */
  readonly table: string | null;
  readonly files: readonly SourceFile[];
  /** Names of `key=value` folders below the dataset's own folder. */
  readonly hiveKeys: readonly string[];
}

/** Files described at a time: as many as the file system is asked for at once. */
const together = 32;

/**
 * Finds the files of a path, glob or folder; `suffixes` as in the spec. Rejects with file_not_found, file_not_readable, no_files_match,
 * unsupported_format, empty_file, too_many_files or an AbortError.
 */
export async function resolveFiles(
  path: string,
  suffixes: NonNullable<ComparisonSpec['suffixes']>,
  signal: CancelSignal,
): Promise<SourceFiles> {
  const kind = await kindOfPath(path);
  if (kind === 'folder') return gather(path, await folderFiles(path, signal), path, suffixes, signal);
  if (kind === 'file') return gather(path, [path], null, suffixes, signal);
  if (kind === 'missing' && isGlob(path)) return gather(path, await filesMatching(path, signal), null, suffixes, signal);
  if (kind === 'denied') throw new DataError('file_not_readable', { file: path });
  const link = await lstat(path).catch(() => null);
  throw new DataError('file_not_found', { file: path, ...(link?.isSymbolicLink() ? { found: 'link' } : {}) });
}

async function kindOfPath(path: string): Promise<'file' | 'folder' | 'missing' | 'denied'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES' ? 'denied' : 'missing';
  }
}

async function folderFiles(folder: string, signal: CancelSignal): Promise<string[]> {
  // A table format's folder also holds files that are no longer part of the table: reading them all would be wrong.
  const log = await stat(join(folder, '_delta_log')).catch(() => null);
  if (log !== null) throw new DataError('unsupported_format', { file: folder, found: 'Delta Lake' });
  return filesBelow(folder, signal);
}

async function gather(
  path: string,
  found: readonly string[],
  folder: string | null,
  suffixes: NonNullable<ComparisonSpec['suffixes']>,
  signal: CancelSignal,
): Promise<SourceFiles> {
  const single = folder === null && found.length === 1 && found[0] === path;
  const named = inReadingOrder(found).map((file) => ({ file, named: formatOfName(file, suffixes) }));
  const known = named.filter(({ named }) => named !== null);
  const first = known[0];
  if (first?.named == null) {
    if (single) throw new DataError('unsupported_format', { file: path, found: suffix(path) });
    throw new DataError('no_files_match', { file: path });
  }
  const { format } = first.named;
  const other = known.find((entry) => entry.named?.format !== format);
  if (other !== undefined)
    throw new DataError('schema_differs_between_parts', { file: other.file, expected: format, found: other.named?.format });
  const files: SourceFile[] = [];
  for (let start = 0; start < known.length; start += together) {
    throwIfAborted(signal);
    const part = known.slice(start, start + together);
    files.push(
      ...(await Promise.all(part.map(({ file, named }) => describe(file, named?.packing ?? 'none', formatFacts(format).companions)))),
    );
  }
  // Writers leave empty parts behind; one empty file alone is an error.
  const filled = files.filter((file) => file.bytes > 0);
  if (filled.length === 0) throw new DataError('empty_file', { file: files[0]?.path ?? path });
  const hiveKeys = new Set<string>();
  if (folder !== null) {
    for (const { path: file } of filled) {
      for (const segment of relative(folder, file).split(/[/\\]/).slice(0, -1)) {
        const at = segment.indexOf('=');
        if (at > 0) hiveKeys.add(segment.slice(0, at));
      }
    }
  }
  return { label: basename(path) || path, path, format, table: null, files: filled, hiveKeys: [...hiveKeys] };
}

function suffix(path: string): string {
  const name = basename(path);
  const at = name.lastIndexOf('.');
  return at > 0 ? name.slice(at) : name;
}

async function describe(path: string, packing: Packing, companions: readonly string[]): Promise<SourceFile> {
  try {
    const about = await stat(path, { bigint: true });
    // A pipe would be waited for, a device may never end.
    if (!about.isFile()) throw new DataError('unsupported_format', { file: path, found: about.isFIFO() ? 'pipe' : 'device' });
    await access(path, constants.R_OK);
    const stamp = companions.length === 0 ? stampOf(about) : ((await stampNow(path, companions)) ?? '');
    return { path, realPath: await realpath(path), bytes: Number(about.size), stamp, packing };
  } catch (error) {
    if (error instanceof DataError) throw error;
    const denied = ['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '');
    throw new DataError(denied ? 'file_not_readable' : 'file_not_found', { file: path });
  }
}
