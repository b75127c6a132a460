import type { BigIntStats } from 'node:fs';
import { stat } from 'node:fs/promises';

/**
 * What tells a file from the same path with other content: its size, when it was changed, and its place on the disk. A program can set the
 * time of the last change to what it was; the time of the last change of the entry itself (ctime) it cannot, nor the number of a file that
 * was put in its place.
 */
export function stampOf({ size, mtimeNs, ctimeNs, ino }: BigIntStats): string {
  return `${size} ${mtimeNs} ${ctimeNs} ${ino}`;
}

/** The stamp of a file as it is now, with those of files that belong to it (see `FormatFacts`), or null when it is not there. */
export async function stampNow(path: string, companions: readonly string[] = []): Promise<string | null> {
  const stamps = await Promise.all([path, ...companions.map((end) => path + end)].map(ownStamp));
  return stamps[0] === null ? null : stamps.map((stamp) => stamp ?? '').join('|');
}

async function ownStamp(path: string): Promise<string | null> {
  return stat(path, { bigint: true }).then(stampOf, () => null);
}
