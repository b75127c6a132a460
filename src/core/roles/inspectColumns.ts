import type { CancelSignal } from '../data/cancelSignal.ts';
import type { ColumnKind } from '../data/columnKind.ts';
import { DataError } from '../data/dataError.ts';
import type { Table } from '../data/table.ts';
import type { EvaluationColumns } from '../report/evaluationColumns.ts';
import type { ComparisonSpec } from '../spec/spec.ts';
import { fileColumns } from './columnSample.ts';
import { inferColumns } from './inferColumns.ts';

/** More labels than this are not offered. */
const mostLabels = 50;

/** What an evaluation would take for what, and what it could take instead. */
export interface ColumnInspection {
  /** Null when nothing says which column holds the predictions. */
  readonly columns: EvaluationColumns | null;
  /** All columns of current, then those that reference has alone. */
  readonly candidates: readonly { readonly name: string; readonly kind: ColumnKind; readonly side: 'current' | 'reference' }[];
  /** Labels of target and prediction in the first rows of both files, sorted; empty for quantities. */
  readonly labels: readonly string[];
}

/**
 * Tells what an evaluation of a spec would take for target, prediction and scores, without evaluating. Rejects with a DataError for names that
 * neither file has (unknown_column). O(rows × columns): profiles and one sample.
 */
export async function inspectColumns(
  spec: ComparisonSpec,
  tables: { readonly reference: Table | null; readonly current: Table },
  signal: CancelSignal,
): Promise<ColumnInspection> {
  const profiles = {
    reference: tables.reference === null ? null : await tables.reference.profile(signal),
    current: await tables.current.profile(signal),
  };
  const current = await fileColumns(tables.current, profiles.current, signal);
  const reference =
    tables.reference === null || profiles.reference === null ? null : await fileColumns(tables.reference, profiles.reference, signal);
  const known = new Set(profiles.current.map(({ name }) => name));
  const candidates = [
    ...profiles.current.map(({ name, kind }) => ({ name, kind, side: 'current' as const })),
    ...(profiles.reference ?? [])
      .filter(({ name }) => !known.has(name))
      .map(({ name, kind }) => ({ name, kind, side: 'reference' as const })),
  ];
  try {
    const columns = inferColumns(spec, current, reference);
    const labels = new Set<string>();
    for (const { column } of [columns.target, columns.prediction]) {
      for (const sample of [reference?.sample, current.sample]) {
        for (const label of (column === null ? undefined : sample?.labels.get(column)) ?? []) if (label !== null) labels.add(label);
      }
    }
    return { columns, candidates, labels: [...labels].sort().slice(0, mostLabels) };
  } catch (error) {
    if (error instanceof DataError && error.code === 'no_prediction_column') return { columns: null, candidates, labels: [] };
    throw error;
  }
}
