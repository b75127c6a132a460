import type { Table } from '../data/table.ts';
import { ColumnReader } from './columnReader.ts';
import type { ReadRun } from './readRun.ts';

/** The way to the columns of both datasets; `R`: null where predictions are evaluated by themselves. */
export interface ColumnReaders<R extends ColumnReader | null = ColumnReader | null> {
  readonly reference: R;
  readonly current: ColumnReader;
}

/** Readers of the tables of a run, within one budget. */
export function columnReaders(tables: { readonly reference: Table; readonly current: Table }, run: ReadRun): ColumnReaders<ColumnReader>;
export function columnReaders(tables: { readonly reference: Table | null; readonly current: Table }, run: ReadRun): ColumnReaders;
export function columnReaders(
  { reference, current }: { readonly reference: Table | null; readonly current: Table },
  { signal, budget }: ReadRun,
): ColumnReaders {
  return {
    reference: reference === null ? null : new ColumnReader(reference, signal, budget),
    current: new ColumnReader(current, signal, budget),
  };
}
