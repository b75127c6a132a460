import type { ColumnProfile } from '../data/columnProfile.ts';
import type { DecisionRule, MissingChange, MissingCounts, Verdict } from '../report/report.ts';
import { benjaminiHochberg } from '../stats/benjaminiHochberg.ts';
import { reachesLimit } from './reachesLimit.ts';

/** A change of the missing share below this many points is never remarked on. */
const fewestPoints = 0.01;

/** Missing values of one side; `unreadable` values count as nulls. */
export function missingCounts(profile: ColumnProfile | null): MissingCounts {
  if (profile === null) return { rows: 0, nulls: 0, nans: 0, infinities: 0, unreadable: 0, share: 0 };
  const { rows, nulls, nans, infinities, unreadable } = profile;
  return { rows, nulls, nans, infinities, unreadable, share: rows === 0 ? 0 : (nulls + nans) / rows };
}

/**
 * Decides the change of the missing share of all columns in a Benjamini-Hochberg family of their own: ALERT iff q ≤ rule.q and the share changed by
 * at least the column's effect limit; WATCH iff q ≤ rule.q and it changed by at least one point; a smaller or uncertain change is OK.
 */
export function missingChanges(
  columns: readonly {
    readonly reference: ColumnProfile | null;
    readonly current: ColumnProfile | null;
    readonly p: number | null;
    readonly limit: number;
  }[],
  rule: DecisionRule,
): MissingChange[] {
  const adjusted = benjaminiHochberg(columns.map((c) => c.p));
  return columns.map((column, i) => {
    const reference = missingCounts(column.reference);
    const current = missingCounts(column.current);
    const q = adjusted[i] ?? null;
    const change = Math.abs(current.share - reference.share);
    const verdict: Verdict =
      q === null
        ? 'not_tested'
        : q > rule.q || !reachesLimit(change, Math.min(fewestPoints, column.limit))
          ? 'ok'
          : reachesLimit(change, column.limit)
            ? 'alert'
            : 'watch';
    return { reference, current, p: column.p, q, verdict };
  });
}
