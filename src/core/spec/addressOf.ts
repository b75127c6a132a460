import type { DatasetSpec } from './spec.ts';

/** A dataset as people write it, one text each: its path, `path@rev` where a revision of it is meant, `database#table` of a table among others. */
export function addressOf(dataset: DatasetSpec): string {
  if ('database' in dataset) return `${dataset.database}#${dataset.table}`;
  return 'rev' in dataset ? `${dataset.path}@${dataset.rev}` : dataset.path;
}
