import type { ColumnReport, Summary } from '../report/report.ts';
import type { ComparisonSpec } from '../report/spec.ts';

/** An effect of this many limits counts in full towards the overall score. */
const fullScoreLimits = 4;

/** Counts, overall score and ranking of suspects. */
export function summary(columns: readonly ColumnReport[], spec: ComparisonSpec): Summary {
  const weight = (name: string) => spec.columns?.weights?.[name] ?? 1;
  const tested = columns.filter((c) => c.worst !== 'not_tested');
  const count = (verdict: ColumnReport['worst']) => columns.filter((c) => c.worst === verdict).length;
  let weights = 0;
  let scored = 0;
  for (const c of tested) {
    weights += weight(c.name);
    scored += weight(c.name) * Math.min(1, (c.effect ?? 0) / (fullScoreLimits * c.limit));
  }
  const worstEffect = (c: ColumnReport) =>
    Math.max(
      c.effect ?? 0,
      ...c.chunks.filter((k) => k.verdict === 'alert').map((k) => k.effect ?? 0),
      c.missing.verdict === 'alert' ? Math.abs(c.missing.current.share - c.missing.reference.share) : 0,
    );
  const effects = tested.map((c) => c.effect ?? 0);
  const sinces = columns.flatMap((c) => (c.since === null ? [] : [c.since]));
  const order = { alert: 1, watch: 0, ok: -1, not_tested: -2 };
  return {
    tested: tested.length,
    alert: count('alert'),
    watch: count('watch'),
    ok: count('ok'),
    notTested: count('not_tested'),
    score: weights > 0 ? scored / weights : null,
    largestEffect: effects.length > 0 ? Math.max(...effects) : null,
    since: sinces.length > 0 ? Math.min(...sinces) : null,
    suspects: tested
      .filter((c) => c.worst === 'alert' || c.worst === 'watch')
      .map((c) => ({ column: c.name, rank: (worstEffect(c) / c.limit) * weight(c.name), order: order[c.worst] }))
      .sort((a, b) => b.order - a.order || b.rank - a.rank)
      .map(({ column, rank }) => ({ column, rank })),
  };
}
