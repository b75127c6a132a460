import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import { DataError } from '../../core/data/dataError.ts';
import { formatFacts } from '../../core/data/dataFormats.ts';
import { addressOf } from '../../core/spec/addressOf.ts';
import type { ComparisonSpec, DatasetSpec } from '../../core/spec/spec.ts';
import { resolveFiles, type SourceFiles } from './resolveFiles.ts';

/** Finds the files of a dataset. Rejects as `resolveFiles` does, and with unsupported_format where it is no path. */
export async function resolveDataset(
  dataset: DatasetSpec,
  suffixes: NonNullable<ComparisonSpec['suffixes']>,
  signal: CancelSignal,
): Promise<SourceFiles> {
  if ('database' in dataset) {
    const files = await resolveFiles(dataset.database, suffixes, signal);
    if (!formatFacts(files.format).tables) throw new DataError('no_tables', { file: dataset.database });
    return { ...files, label: `${files.label}#${dataset.table}`, path: addressOf(dataset), table: dataset.table };
  }
  if ('rev' in dataset) throw new DataError('unsupported_format', { file: addressOf(dataset) });
  return resolveFiles(dataset.path, suffixes, signal);
}
