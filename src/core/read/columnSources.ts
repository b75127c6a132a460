import type { ColumnSource } from '../data/columnSource.ts';
import type { Table } from '../data/table.ts';
import { LocalSource } from './localSource.ts';
import type { ReadRun } from './readRun.ts';

/** Both datasets of a comparison, as what answers questions. */
export interface ColumnSources {
  readonly reference: ColumnSource;
  readonly current: ColumnSource;
}

/** Two tables on this machine as sources. */
export function columnSources(
  { reference, current }: { readonly reference: Table; readonly current: Table },
  { budget }: ReadRun,
): ColumnSources {
  return { reference: new LocalSource(reference, budget), current: new LocalSource(current, budget) };
}
