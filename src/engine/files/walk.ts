import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { segmentPattern } from './matchGlob.ts';

/** Names starting so are bookkeeping of writers (`_SUCCESS`, `_metadata`, `.crc`). */
const bookkeeping = /^[._]/;

const byName = new Intl.Collator('en', { numeric: true }).compare;

/** Parts in reading order: `part-2` before `part-10`; a total order, so that row order is the same everywhere. */
export function inReadingOrder(paths: readonly string[]): string[] {
  return [...paths].sort((a, b) => byName(a, b) || (a < b ? -1 : a > b ? 1 : 0));
}

async function isFolder(path: string): Promise<boolean | null> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return null;
  }
}

/**
 * All files below a folder, without hidden and bookkeeping ones; links are followed, save those that are broken or lead back to a folder they
 * stand in, whose files would be read again and again. Up to 32 levels deep.
 */
export async function filesBelow(folder: string, above: readonly string[] = []): Promise<string[]> {
  const found: string[] = [];
  const here = await realpath(folder);
  if (above.includes(here)) return found;
  for (const name of await readdir(folder)) {
    if (bookkeeping.test(name)) continue;
    const path = join(folder, name);
    const folderHere = await isFolder(path);
    if (folderHere === true && above.length < 32) found.push(...(await filesBelow(path, [...above, here])));
    else if (folderHere === false) found.push(path);
  }
  return found;
}

/** Files that match a glob with `*`, `?` and `**`; a folder that cannot be read matches nothing. */
export async function filesMatching(glob: string): Promise<string[]> {
  const segments = glob.split(/[/\\]/);
  const first = segments.findIndex((segment) => /[*?]/.test(segment));
  const root = segments.slice(0, first).join('/') || (first > 0 ? '/' : '.');
  return descend(root, segments.slice(first), []);
}

async function descend(folder: string, segments: readonly string[], above: readonly string[]): Promise<string[]> {
  const [segment, ...rest] = segments;
  if (segment === undefined) return [];
  const found: string[] = [];
  const here = await realpath(folder).catch(() => folder);
  if (above.includes(here)) return found;
  const names = await readdir(folder).catch(() => []);
  if (segment === '**') found.push(...(await descend(folder, rest.length > 0 ? rest : ['*'], [])));
  const pattern = segment === '**' ? /^[^.]/ : segmentPattern(segment);
  for (const name of names) {
    if (!pattern.test(name)) continue;
    const path = join(folder, name);
    const folderHere = await isFolder(path);
    if (folderHere === true) {
      if (segment === '**') found.push(...(await descend(path, segments, [...above, here])));
      else if (rest.length > 0) found.push(...(await descend(path, rest, [])));
    } else if (folderHere === false && rest.length === 0 && segment !== '**') found.push(path);
  }
  return found;
}
