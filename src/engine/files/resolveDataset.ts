import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import { DataError } from '../../core/data/dataError.ts';
import { addressOf } from '../../core/spec/addressOf.ts';
import type { ComparisonSpec, DatasetSpec } from '../../core/spec/spec.ts';
import { resolveFiles, type SourceFiles } from './resolveFiles.ts';

/** Finds the files of a dataset. Rejects as `resolveFiles` does, and with unsupported_format where it is no path. */
export async function resolveDataset(
  dataset: DatasetSpec,
  suffixes: NonNullable<ComparisonSpec['suffixes']>,
  signal: CancelSignal,
): Promise<SourceFiles> {
  if ('database' in dataset || 'rev' in dataset) throw new DataError('unsupported_format', { file: addressOf(dataset) });
  return resolveFiles(dataset.path, suffixes, signal);
}
