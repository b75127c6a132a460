import { type FileFormat, formatFacts, formatNames } from '../data/dataFormats.ts';
import type { DatasetSpec } from './spec.ts';

/** Ends of names of files that hold tables. */
const databases: readonly string[] = formatNames
  .map(formatFacts)
  .flatMap(({ tables, offered, alsoRead }) => (tables ? [...offered, ...alsoRead] : []));

/**
 * What people write for a dataset (see `addressOf`): `database#table` where what stands before a `#` is named like a file that holds tables, by a known end or one
 * of `suffixes`, else a path. O(length × ends).
 */
export function datasetOf(address: string, suffixes: Readonly<Record<string, FileFormat>> = {}): DatasetSpec {
  const more = Object.keys(suffixes).filter((end) => formatFacts(suffixes[end]!).tables);
  const lower = address.toLowerCase();
  for (let at = lower.indexOf('#'); at >= 0; at = lower.indexOf('#', at + 1)) {
    const database = lower.slice(0, at);
    if (at + 1 < address.length && [...databases.map((end) => `.${end}`), ...more].some((end) => database.endsWith(end)))
      return { database: address.slice(0, at), table: address.slice(at + 1) };
  }
  return { path: address };
}
