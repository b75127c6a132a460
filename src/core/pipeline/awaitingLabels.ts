import { withoutMissing } from '../check/withoutMissing.ts';
import { summary } from '../sections/drift/compute/summary.ts';
import type { DriftResult } from '../sections/drift/result.ts';
import type { ComparisonSpec } from '../spec/spec.ts';

/** Labels that are not in yet are no drift of the target: more missing ones in current do not alert. What else is said of the column stands. */
export function awaitingLabels(drift: DriftResult, target: string | null, spec: ComparisonSpec): DriftResult {
  const at = drift.columns.findIndex(({ name }) => name === target);
  const column = drift.columns[at];
  if (column === undefined || column.cause !== 'missing' || column.missing.at <= column.missing.reference.share) return drift;
  const columns = drift.columns.with(at, withoutMissing(column, drift.rule.slack));
  return { ...drift, columns, summary: summary(columns, spec) };
}
