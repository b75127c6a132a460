import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import { DataError, type DataErrorDetails } from '../../core/data/dataError.ts';

const mostReserved = 2 ** 30;
const shareReserved = 0.05;
const everyMs = 250;

/** Bytes that may still be written in a folder: 5 % of the disk, at most 1 GiB, stay free for everybody else. Infinity where that cannot be told. */
export async function spareBytes(folder: string): Promise<number> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return bavail * bsize - Math.min(mostReserved, blocks * bsize * shareReserved);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** Rejects with no_disk_space when nothing more may be written in a folder; gives the bytes that may. */
export async function needSpace(folder: string, place: DataErrorDetails): Promise<number> {
  const spare = await spareBytes(folder);
  if (spare <= 0) throw new DataError('no_disk_space', { ...place, found: dirname(folder) });
  return spare;
}

/** Runs work that writes in a folder by itself; its signal aborts when nothing more may be written there, and no_disk_space is thrown. */
export async function withinSpace<T>(
  folder: string,
  place: DataErrorDetails,
  signal: CancelSignal,
  work: (signal: CancelSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const passOn = (): void => stop.abort();
  let full: unknown = null;
  const look = setInterval(() => {
    needSpace(folder, place).catch((error: unknown) => {
      full = error;
      stop.abort();
    });
  }, everyMs);
  signal.addEventListener('abort', passOn);
  if (signal.aborted) passOn();
  try {
    return await work(stop.signal);
  } catch (error) {
    throw signal.aborted || full === null ? error : full;
  } finally {
    clearInterval(look);
    signal.removeEventListener('abort', passOn);
  }
}
