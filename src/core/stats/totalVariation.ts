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
  let n = 0;
  let m = 0;
  for (let i = 0; i < reference.length; i++) {
    n += reference[i]!;
    m += current[i]!;
  }
  if (!(n > 0) || !(m > 0)) return { tvd: Number.NaN, expected: Number.NaN, corrected: Number.NaN };
  const factor = (2 / Math.PI) * (1 / n + 1 / m);
  let moved = 0;
  let noise = 0;
  for (let i = 0; i < reference.length; i++) {
    moved += Math.abs(reference[i]! * m - current[i]! * n);
    const pooled = (reference[i]! + current[i]!) / (n + m);
    const spread = pooled * (1 - pooled);
    noise += Math.min(Math.sqrt(factor * spread), 2 * spread);
  }
  const tvd = moved / (2 * n * m);
  const expected = noise / 2;
  return { tvd, expected, corrected: Math.sqrt(Math.max(0, tvd * tvd - expected * expected)) };
}
