import type { ColumnKind } from '../data/columnKind.ts';
import { DataError } from '../data/dataError.ts';
import type { EvaluationColumns } from '../report/evaluationColumns.ts';
import type { ComparisonSpec } from '../spec/spec.ts';
import { inferColumns } from './inferColumns.ts';
import type { FileColumns } from './pickTarget.ts';

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
 * neither file has (unknown_column).
 */
export function inspectColumns(spec: ComparisonSpec, current: FileColumns, reference: FileColumns | null): ColumnInspection {
  const known = new Set(current.profiles.map(({ name }) => name));
  const candidates = [
    ...current.profiles.map(({ name, kind }) => ({ name, kind, side: 'current' as const })),
    ...(reference?.profiles ?? [])
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
