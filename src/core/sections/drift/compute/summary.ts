import type { ComparisonSpec } from '../../../spec/spec.ts';
import type { ColumnReport, Summary } from '../result.ts';

/** An effect of this many limits counts in full towards the overall score. */
const fullScoreLimits = 4;

/** Counts, overall score and ranking of suspects. */
export function summary(columns: readonly ColumnReport[], spec: ComparisonSpec): Summary {
  const weight = (name: string) => spec.columns?.weights?.[name] ?? 1;
  const tested = columns.filter((c) => c.whole.effect !== null);
  const count = (verdict: ColumnReport['verdict']) => columns.filter((c) => c.verdict === verdict).length;
  let weights = 0;
  let scored = 0;
  for (const c of tested) {
    weights += weight(c.name);
    scored += weight(c.name) * Math.min(1, (c.whole.effect ?? 0) / (fullScoreLimits * c.limit));
  }
  const effects = tested.map((c) => c.effect ?? 0);
  const sinces = columns.flatMap((c) => (c.since === null ? [] : [c.since]));
  return {
    tested: columns.filter((c) => c.whole.p !== null || c.chunks.some(({ p }) => p !== null)).length,
    alert: count('alert'),
    watch: count('watch'),
    ok: count('ok'),
    cannotTell: count('cannot_tell'),
    notTested: count('not_tested'),
    score: weights > 0 ? scored / weights : null,
    largestEffect: effects.length > 0 ? Math.max(...effects) : null,
    since: sinces.length > 0 ? Math.min(...sinces) : null,
    suspects: columns
      .filter((c) => c.verdict === 'alert' || c.verdict === 'watch')
      .map((c) => ({ column: c.name, rank: ((c.effect ?? 0) / c.limit) * weight(c.name), order: c.verdict === 'alert' ? 1 : 0 }))
      .sort((a, b) => b.order - a.order || b.rank - a.rank)
      .map(({ column, rank }) => ({ column, rank })),
  };
}
