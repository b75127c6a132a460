import type { DecisionRule, Verdict } from '../report/report.ts';
import { reachesLimit } from './reachesLimit.ts';

/**
 * Turns WATCH into ALERT where the move persists: p ≤ rule.promoteP and effect ≥ limit in 2 of the last 3 windows (the window itself included).
 * `windows` are the chunks of one column in time order; returns their verdicts. Source: the project's calibration study, sections 5 and 6.
 */
export function promote(
  windows: readonly { readonly verdict: Verdict; readonly p: number | null; readonly effect: number | null; readonly limit: number }[],
  rule: DecisionRule,
): readonly Verdict[] {
  const strong = windows.map((w) => w.p !== null && w.effect !== null && w.p <= rule.promoteP && reachesLimit(w.effect, w.limit));
  return windows.map((w, i) => {
    const recent = Number(strong[i]) + Number(strong[i - 1] ?? false) + Number(strong[i - 2] ?? false);
    return w.verdict === 'watch' && recent >= 2 ? 'alert' : w.verdict;
  });
}
