import { calmVerdict } from '../check/columnVerdict.ts';
import { summary } from '../sections/drift/compute/summary.ts';
import type { ColumnReport, DriftResult } from '../sections/drift/result.ts';
import type { ComparisonSpec } from '../spec/spec.ts';

/** Labels that are not in yet are no drift of the target: more missing ones in current do not alert. What else is said of the column stands. */
export function awaitingLabels(drift: DriftResult, target: string | null, spec: ComparisonSpec): DriftResult {
  const at = drift.columns.findIndex(({ name }) => name === target);
  const column = drift.columns[at];
  if (column === undefined || column.cause !== 'missing' || column.missing.at <= column.missing.reference.share) return drift;
  const columns = drift.columns.with(at, withoutMissing(column, drift.rule.slack));
  return { ...drift, columns, summary: summary(columns, spec) };
}

/** What the values alone say. */
function withoutMissing(column: ColumnReport, slack: number): ColumnReport {
  const { whole, chunks, reason, certain, visible, limit } = column;
  const tested = whole.p !== null || chunks.some(({ p }) => p !== null);
  const watched = whole.verdict === 'watch' ? 'whole' : chunks.some(({ verdict }) => verdict === 'watch') ? 'chunk' : null;
  return {
    ...column,
    verdict: watched === null ? calmVerdict({ tested, reason, certain, visible, limit, slack }) : 'watch',
    cause: watched,
    // Of the whole by itself: the missing values stood for the column before.
    p: whole.p,
    q: null,
    effect: whole.effect,
    effectChunk: null,
    severity: null,
    since: null,
    missing: { ...column.missing, verdict: 'ok', at: column.missing.current.share, chunk: null, block: null },
    chunks: chunks.map((cell) => (cell.missingVerdict === 'alert' ? { ...cell, missingVerdict: 'ok' } : cell)),
  };
}
