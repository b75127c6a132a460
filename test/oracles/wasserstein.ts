/**
 * Wasserstein-1 (earth mover's) distance ∫ |F − G| dx between two samples, in data units.
 *
 * @param a, b finite values, ascending. Either may be longer. NaN when one is empty.
 * @returns 0 when equal; the difference of means for a pure shift. One merge pass, O(n + m).
 *
 * Same as scipy.stats.wasserstein_distance 1.10.1.
 */
export function wasserstein(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  const m = b.length;
  if (n === 0 || m === 0) return Number.NaN;
  let i = 0;
  let j = 0;
  let x = Math.min(a[0]!, b[0]!);
  let sum = 0;
  // When one side is used up its distribution function is 1 and the walk goes on along the other.
  while (i < n || j < m) {
    const next = i < n && (j >= m || a[i]! <= b[j]!) ? a[i]! : b[j]!;
    // i m − j n is an exact integer: equal distribution functions give exactly 0.
    sum += Math.abs(i * m - j * n) * (next - x);
    x = next;
    while (i < n && a[i] === x) i++;
    while (j < m && b[j] === x) j++;
  }
  return sum / (n * m);
}
