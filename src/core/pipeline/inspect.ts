import type { Table } from '../data/table.ts';
import { columnReaders } from '../read/columnReaders.ts';
import type { ReadRun } from '../read/readRun.ts';
import { fileColumns } from '../read/readSample.ts';
import { type ColumnInspection, inspectColumns } from '../roles/inspectColumns.ts';
import type { ComparisonSpec } from '../spec/spec.ts';

/** Tells which columns an evaluation of a spec would take for what, as `inspectColumns`. O(rows × columns): profiles and one sample. */
export async function inspect(
  spec: ComparisonSpec,
  tables: { readonly reference: Table | null; readonly current: Table },
  run: ReadRun,
): Promise<ColumnInspection> {
  const { reference, current } = columnReaders(tables, run);
  const profiles = { reference: reference && (await reference.profile()), current: await current.profile() };
  const now = await fileColumns(current, profiles.current);
  return inspectColumns(spec, now, reference && profiles.reference && (await fileColumns(reference, profiles.reference)));
}
