import { createHash } from 'node:crypto';
import { copyFile, link, mkdir, open, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Note } from '../../core/report/note.ts';
import type { StoredFiles } from '../database/rowStore.ts';
import { stampNow } from '../files/fileStamp.ts';
import type { SourceFiles } from '../files/resolveFiles.ts';
import type { OpenContext } from '../openContext.ts';
import type { RawTable } from '../rawTable.ts';
import type { Dialect } from '../sources/csv/parseRecords.ts';

/** Raised whenever the same text would be read in another way than before. */
const generation = 3;
const headBytes = 64 * 1024;
const mebi = 1024 * 1024;

/** A text as it was read: its rows in files, and all that was found out about it. */
export interface KeptLoad {
  readonly table: Pick<RawTable, 'columns' | 'rows' | 'inPlace'> & { readonly dialect: Dialect };
  readonly stored: StoredFiles;
  readonly notes: readonly Note[];
}

/** What stands in the entry's own file; the paths are names beside it. */
interface Entry extends KeptLoad {
  readonly bytes: readonly number[];
}

/**
 * Keeps the rows of parsed texts in a folder, so that a second comparison with the same file need not parse it. An entry holds for a file of the same
 * path, stamp (size, times, number) and first 64 KB, read with the same choices. Bounded in size: what was not used for longest goes first. Never in
 * the way: whatever fails here is as if nothing had been kept. Files come in under their names by renaming, the entry last, so that a process
 * that dies leaves no half entry; rows are linked out of the folder while they are used, so that they may go at any time.
 */
export class LoadCache {
  readonly #directory: string;
  readonly #limitBytes: number;

  constructor({ directory, limitMb }: { readonly directory: string; readonly limitMb: number }) {
    this.#directory = directory;
    this.#limitBytes = limitMb * mebi;
  }

  /** Key of the files as they are now, read with the choices of a context; null when that cannot be told. */
  async keyOf(files: SourceFiles, context: OpenContext): Promise<string | null> {
    const { side, nullValues, forced, pins, held, dateOrder } = context;
    try {
      const parts: unknown[] = [
        generation,
        side,
        nullValues,
        [...forced].sort(),
        [...held].sort(),
        dateOrder,
        pins && [pins.dialect, [...pins.readings].sort()],
      ];
      for (const { path } of files.files) {
        const stamp = await stampNow(path);
        if (stamp === null) return null;
        parts.push([path, stamp, await headOf(path)]);
      }
      return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40);
    } catch {
      return null;
    }
  }

  /** An entry with its rows linked into `folder`; null when there is none that is whole. */
  async find(key: string, folder: string): Promise<KeptLoad | null> {
    const text = this.#limitBytes > 0 ? await readFile(this.#entry(key), 'utf8').catch(() => null) : null;
    if (text === null) return null;
    try {
      const { bytes, ...kept } = JSON.parse(text) as Entry;
      const paths: string[] = [];
      for (const [i, name] of kept.stored.paths.entries()) {
        const path = join(folder, `kept-${name}`);
        await linked(join(this.#directory, name), path);
        if ((await stat(path)).size !== bytes[i]) throw new Error('Cut short.');
        paths.push(path);
      }
      const now = new Date();
      await utimes(this.#entry(key), now, now);
      return { ...kept, stored: { ...kept.stored, paths } };
    } catch {
      await this.#drop(key).catch(() => undefined);
      return null;
    }
  }

  /** Keeps the rows of a text; the files stay where they are. With a limit of 0 what was kept before goes. */
  async put(key: string, kept: KeptLoad): Promise<void> {
    try {
      const bytes = await Promise.all(kept.stored.paths.map(async (path) => (await stat(path)).size));
      const total = bytes.reduce((sum, one) => sum + one, 0);
      await mkdir(this.#directory, { recursive: true, mode: 0o700 });
      const fits = total <= this.#limitBytes;
      await this.#makeRoom(fits ? total : 0);
      if (!fits) return;
      const paths: string[] = [];
      for (const [i, path] of kept.stored.paths.entries()) {
        const name = `${key}-${i}.parquet`;
        await comingIn(join(this.#directory, name), (target) => linked(path, target));
        paths.push(name);
      }
      const entry: Entry = { ...kept, stored: { ...kept.stored, paths }, bytes };
      await comingIn(this.#entry(key), (target) => writeFile(target, JSON.stringify(entry), { mode: 0o600 }));
    } catch {
      await this.#drop(key).catch(() => undefined);
    }
  }

  #entry(key: string): string {
    return join(this.#directory, `${key}.json`);
  }

  async #drop(key: string): Promise<void> {
    // The entry first: without it the rest is nothing.
    await rm(this.#entry(key), { force: true });
    for (const name of await readdir(this.#directory)) {
      if (name.startsWith(key)) await rm(join(this.#directory, name), { force: true });
    }
  }

  /** Takes out what was used least lately, and what belongs to no entry, until `bytes` more fit. */
  async #makeRoom(bytes: number): Promise<void> {
    const entries = new Map<string, { bytes: number; usedMs: number }>();
    for (const name of await readdir(this.#directory)) {
      const key = /^[0-9a-f]{40}/.exec(name)?.[0];
      if (key === undefined) continue;
      const { size, mtimeMs } = await stat(join(this.#directory, name));
      const known = entries.get(key) ?? { bytes: 0, usedMs: 0 };
      const usedMs = name.endsWith('.json') ? mtimeMs : 0;
      entries.set(key, { bytes: known.bytes + size, usedMs: Math.max(known.usedMs, usedMs) });
    }
    let total = [...entries.values()].reduce((sum, entry) => sum + entry.bytes, 0);
    for (const [key, entry] of [...entries].sort(([, a], [, b]) => a.usedMs - b.usedMs)) {
      if (total + bytes <= this.#limitBytes) return;
      await this.#drop(key);
      total -= entry.bytes;
    }
  }
}

async function headOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return createHash('sha256').update(buffer.subarray(0, bytesRead)).digest('hex');
  } finally {
    await file.close();
  }
}

/** The same file under another name; a copy where the file system has no links. */
async function linked(from: string, to: string): Promise<void> {
  await rm(to, { force: true });
  await link(from, to).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw error;
    await copyFile(from, to);
  });
}

/** Makes a file under a passing name and renames it. */
async function comingIn(path: string, make: (target: string) => Promise<void>): Promise<void> {
  const passing = `${path}.${process.pid}.part`;
  try {
    await make(passing);
    await rename(passing, path);
  } catch (error) {
    await rm(passing, { force: true });
    throw error;
  }
}
