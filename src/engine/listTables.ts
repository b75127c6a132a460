import type { CancelSignal } from '../core/data/cancelSignal.ts';
import type { ComparisonSpec } from '../core/spec/spec.ts';
import type { EngineOptions } from '../shared/workerProtocol.ts';
import { resolveFiles } from './files/resolveFiles.ts';
import { sources } from './sources/registry.ts';
import { verified } from './sources/verified.ts';

/** Names of the tables and views that the first file of a path, glob or folder holds; none where its format has no such. Rejects with DataErrors as opening does. */
export async function listTables(
  path: string,
  suffixes: NonNullable<ComparisonSpec['suffixes']>,
  { memoryLimitMb }: Pick<EngineOptions, 'memoryLimitMb'>,
  signal: CancelSignal,
): Promise<readonly string[]> {
  const { files, format } = await resolveFiles(path, suffixes, signal);
  const source = sources[format];
  const [first] = files;
  if (source.tables === null || first === undefined) return [];
  await verified(first, source);
  return source.tables(first, memoryLimitMb);
}
