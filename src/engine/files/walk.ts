import type { Dirent } from 'node:fs';
import { opendir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import { DataError } from '../../core/data/dataError.ts';
import { throwIfAborted } from '../abortError.ts';
import { matchesSegment } from './matchGlob.ts';

/** Files and folders that are looked at for one dataset; a folder that holds more was not meant. */
export const mostEntries = 100_000;
const mostLevels = 32;

/** Names starting so are bookkeeping of writers (`_SUCCESS`, `_metadata`, `.crc`). */
const bookkeeping = /^[._]/;

const byName = new Intl.Collator('en', { numeric: true }).compare;

/** Parts in reading order: `part-2` before `part-10`; a total order, so that row order is the same everywhere. */
export function inReadingOrder(paths: readonly string[]): string[] {
  return [...paths].sort((a, b) => byName(a, b) || (a < b ? -1 : a > b ? 1 : 0));
}

/** One walk over folders: where it began, what it looked at, and what stops it. */
class Walk {
  readonly found = new Set<string>();
  /** The path that was asked for. */
  readonly #asked: string;
  readonly #signal: CancelSignal;
  readonly #entered = new Set<string>();
  readonly #mostEntries: number;
  #looked = 0;
  /** Real path of the folder the walk began in. */
  #root: string | null = null;

  constructor(asked: string, signal: CancelSignal, most: number) {
    this.#asked = asked;
    this.#signal = signal;
    this.#mostEntries = most;
  }

  /**
   * Whether a folder shall be looked into, for the part of a pattern called `place`: only once by whatever names it is reached, and never one
   * that the walk's first folder stands in, which a link may lead back to: its files would be read again, or are not of the dataset.
   */
  async enters(folder: string, place: number): Promise<boolean> {
    const here = await realpath(folder).catch(() => folder);
    this.#root ??= here;
    const up = relative(here, this.#root);
    if (up !== '' && up !== '..' && !up.startsWith(`..${sep}`) && !isAbsolute(up)) return false;
    const key = `${place} ${here}`;
    if (this.#entered.has(key)) return false;
    this.#entered.add(key);
    return true;
  }

  /** What stands in a folder, as it comes; heeds the signal and the bound. Rejects with too_many_files, or as the file system does. */
  async *entries(folder: string): AsyncGenerator<Dirent> {
    throwIfAborted(this.#signal);
    for await (const entry of await opendir(folder, { bufferSize: 256 })) {
      throwIfAborted(this.#signal);
      if (++this.#looked > this.#mostEntries)
        throw new DataError('too_many_files', { file: this.#asked, expected: String(this.#mostEntries) });
      yield entry;
    }
  }
}

/** What an entry is, links followed: null for a link that leads nowhere. Pipes and devices count as files: whoever opens them tells. */
async function kindOf(entry: Dirent, path: string): Promise<'folder' | 'file' | null> {
  if (!entry.isSymbolicLink()) return entry.isDirectory() ? 'folder' : 'file';
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return null;
  }
}

/**
 * All files below a folder, without hidden and bookkeeping ones; links are followed, save those that are broken or lead to a folder that was
 * looked into already or that this one stands in. Up to 32 levels deep. Rejects with file_not_readable and too_many_files.
 */
export async function filesBelow(folder: string, signal: CancelSignal, most = mostEntries): Promise<string[]> {
  const walk = new Walk(folder, signal, most);
  await below(folder, 0, walk);
  return [...walk.found];
}

async function below(folder: string, level: number, walk: Walk): Promise<void> {
  if (!(await walk.enters(folder, 0))) return;
  const folders: string[] = [];
  try {
    for await (const entry of walk.entries(folder)) {
      if (bookkeeping.test(entry.name)) continue;
      const path = join(folder, entry.name);
      const kind = await kindOf(entry, path);
      if (kind === 'file') walk.found.add(path);
      else if (kind === 'folder' && level < mostLevels) folders.push(path);
    }
  } catch (error) {
    throw refused(error, folder);
  }
  // In one order, whatever the file system's: which of two names of a folder is taken must not change.
  for (const path of folders.sort()) await below(path, level + 1, walk);
}

function refused(error: unknown, folder: string): unknown {
  return error instanceof Error && 'syscall' in error ? new DataError('file_not_readable', { file: folder }) : error;
}

/** Files that match a glob with `*`, `?` and `**`; a folder that cannot be read matches nothing. Rejects with too_many_files. */
export async function filesMatching(glob: string, signal: CancelSignal, most = mostEntries): Promise<string[]> {
  const segments = glob.split(/[/\\]/);
  const first = segments.findIndex((segment) => /[*?]/.test(segment));
  const root = segments.slice(0, first).join('/') || (first > 0 ? '/' : '.');
  const walk = new Walk(glob, signal, most);
  // `**` twice in a row says no more than once.
  const pattern = segments.slice(first).filter((segment, i, all) => segment !== '**' || all[i - 1] !== '**');
  await descend(root, pattern.at(-1) === '**' ? [...pattern, '*'] : pattern, 0, 0, walk);
  return [...walk.found];
}

async function descend(folder: string, pattern: readonly string[], at: number, level: number, walk: Walk): Promise<void> {
  const segment = pattern[at];
  if (segment === undefined || level > mostLevels || !(await walk.enters(folder, at))) return;
  if (segment === '**') await descend(folder, pattern, at + 1, level, walk);
  const last = at === pattern.length - 1;
  const folders: string[] = [];
  try {
    for await (const entry of walk.entries(folder)) {
      if (segment === '**' ? entry.name.startsWith('.') : !matchesSegment(segment, entry.name)) continue;
      const path = join(folder, entry.name);
      const kind = await kindOf(entry, path);
      if (kind === 'folder' && !last) folders.push(path);
      else if (kind === 'file' && last) walk.found.add(path);
    }
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
  }
  for (const path of folders.sort()) await descend(path, pattern, segment === '**' ? at : at + 1, level + 1, walk);
}
