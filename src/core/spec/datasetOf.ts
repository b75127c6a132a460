import type { FileFormat } from '../data/dataFormats.ts';
import { holdsTables } from './holdsTables.ts';
import type { DatasetSpec } from './spec.ts';

/** What people write for a dataset (see `addressOf`): `database#table` where what stands before a `#` is named like a file that holds tables, else a path. */
export function datasetOf(address: string, suffixes: Readonly<Record<string, FileFormat>> = {}): DatasetSpec {
  for (let at = address.indexOf('#'); at >= 0 && at < address.length - 1; at = address.indexOf('#', at + 1)) {
    const database = address.slice(0, at);
    if (holdsTables(database, suffixes)) return { database, table: address.slice(at + 1) };
  }
  return { path: address };
}
