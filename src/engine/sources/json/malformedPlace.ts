import { readFile, stat } from 'node:fs/promises';

/** Larger arrays are not read once more to find the place. */
const largest = 64 * 1024 * 1024;

/**
 * The line, from 1, on which a JSON array is malformed, or null when it cannot be told: no array, too large, or JSON's own parser finds
 * nothing wrong. About 100 MB/s, and the file in memory; only asked once something is wrong.
 */
export async function malformedPlace(path: string): Promise<number | null> {
  if ((await stat(path)).size > largest) return null;
  const text = await readFile(path, 'utf8');
  if (!/^\ufeff?\s*\[/.test(text)) return null;
  try {
    JSON.parse(text.replace(/^\ufeff/, ''));
    return null;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const position = /at position (\d+)/.exec(message)?.[1];
    if (position === undefined && !/end of JSON/.test(message)) return null;
    const before = position === undefined ? text.trimEnd() : text.slice(0, Number(position));
    return before.split('\n').length;
  }
}
