import { expectedDistance, movedShare, moveEvidence } from './movedShare.ts';

/**
 * Total variation distance of two count vectors over the same bins or categories, and the part of it that is more than noise.
 *
 * @returns `tvd` ½ Σ |p − q|, the share of rows that would have to move; `expected`, its expectation when nothing moved,
 *   ½ Σ min(√(2 P (1 − P) / π · (1/n + 1/m)), 2 P (1 − P)) with pooled shares P; `corrected` √max(0, tvd² − expected²), the effect
 *   that limits apply to. All NaN when a side has no rows. O(k).
 *
 * Numerators a·m − b·n are integers below 2^53, so equal shares give exactly 0. The expectation is the mean absolute deviation of a normal
 * with the sampling variance of p − q; the minimum holds it down where a cell has less than about one expected row.
 */
export function totalVariation(
  reference: ArrayLike<number>,
  current: ArrayLike<number>,
): { tvd: number; expected: number; corrected: number } {
  if (!anyRows(reference) || !anyRows(current)) return { tvd: Number.NaN, expected: Number.NaN, corrected: Number.NaN };
  const evidence = { ...moveEvidence(reference, current, Number.POSITIVE_INFINITY), chance: 0 };
  return { tvd: evidence.tvd, expected: expectedDistance(evidence, 1), corrected: movedShare(evidence, 1) };
}

function anyRows(counts: ArrayLike<number>): boolean {
  for (let i = 0; i < counts.length; i++) if (counts[i]! > 0) return true;
  return false;
}
