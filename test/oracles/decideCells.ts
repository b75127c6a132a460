import { reachesLimit } from '../../src/core/check/reachesLimit.ts';
import { benjaminiHochberg } from '../../src/core/stats/multiplicity/benjaminiHochberg.ts';

/** A cell of a table of tests: null p where it was not tested. */
export interface Cell {
  readonly p: number | null;
  readonly effect: number | null;
}

/**
 * The decision over cells that the goldens `drift_decision` were made with (the product decides over columns, gated): ALERT iff q ≤ level and effect ≥
 * limit, else WATCH iff p ≤ 0.05 and effect ≥ limit.
 */
export function decideCells(
  cells: readonly Cell[],
  limit: number,
  level: number,
): readonly { readonly q: number | null; readonly verdict: string }[] {
  const adjusted = benjaminiHochberg(cells.map(({ p }) => p));
  return cells.map(({ p, effect }, i) => {
    const q = adjusted[i] ?? null;
    if (p === null || q === null || effect === null) return { q: null, verdict: 'not_tested' };
    if (!reachesLimit(effect, limit)) return { q, verdict: 'OK' };
    return { q, verdict: reachesLimit(level, q) ? 'ALERT' : reachesLimit(0.05, p) ? 'WATCH' : 'OK' };
  });
}
