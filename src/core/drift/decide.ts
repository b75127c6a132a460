import type { DecisionRule, Severity, Verdict } from '../report/report.ts';
import { benjaminiHochberg } from '../stats/benjaminiHochberg.ts';
import type { CellTest } from './cellTest.ts';
import { reachesLimit } from './reachesLimit.ts';

export interface CellVerdict {
  readonly verdict: Verdict;
  /** Benjamini-Hochberg adjusted p; null when not tested. */
  readonly q: number | null;
  readonly severity: Severity | null;
}

/**
 * Decides all tested cells of one run together: ALERT iff q ≤ rule.q and effect ≥ limit; else WATCH iff p ≤ rule.watchP and effect ≥ limit; else OK.
 * `limits[i]` is the effect limit of cell i. Cells without a p stay `not_tested` and outside the family.
 * Source: the project's calibration study, section 6. O(k log k).
 */
export function decide(tests: readonly CellTest[], limits: readonly number[], rule: DecisionRule): readonly CellVerdict[] {
  const adjusted = benjaminiHochberg(tests.map((test) => test.p));
  return tests.map((test, i) => {
    const q = adjusted[i] ?? null;
    if (test.p === null || q === null || test.effect === null) return { verdict: 'not_tested', q: null, severity: null };
    if (!reachesLimit(test.effect, limits[i]!)) return { verdict: 'ok', q, severity: null };
    if (reachesLimit(rule.q, q)) return { verdict: 'alert', q, severity: severityOf(test.effect) };
    return { verdict: reachesLimit(rule.watchP, test.p) ? 'watch' : 'ok', q, severity: null };
  });
}

/** Size of an alert by its effect: minor below 0.10, moderate below 0.20, major from there. */
export function severityOf(effect: number): Severity {
  if (reachesLimit(effect, 0.2)) return 'major';
  return reachesLimit(effect, 0.1) ? 'moderate' : 'minor';
}

/** The largest p that was an alert as far as significance goes, or that a single further cell would have needed: rule.q · (k + 1) / cells, k = cells with q ≤ rule.q. */
export function criticalP(tests: readonly CellTest[], verdicts: readonly CellVerdict[], rule: DecisionRule): number {
  const cells = tests.filter((test) => test.p !== null).length;
  if (cells === 0) return rule.q;
  const significant = verdicts.filter((v) => v.q !== null && v.q <= rule.q).length;
  return Math.min(rule.q, (rule.q * (significant + 1)) / cells);
}
