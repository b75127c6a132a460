/**
 * Energy distance √(2 ∫ (F − G)² dx) between two samples. Its unit is the square root of the data's, so it is not comparable across columns.
 *
 * @param a, b finite values, ascending. NaN when one is empty. One merge pass, O(n + m).
 *
 * Same as scipy.stats.energy_distance 1.10.1.
 */
export function energyDistance(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  const m = b.length;
  if (n === 0 || m === 0) return Number.NaN;
  let i = 0;
  let j = 0;
  let x = Math.min(a[0]!, b[0]!);
  let sum = 0;
  while (i < n || j < m) {
    const next = i < n && (j >= m || a[i]! <= b[j]!) ? a[i]! : b[j]!;
    const difference = (i * m - j * n) / (n * m);
    sum += difference * difference * (next - x);
    x = next;
    while (i < n && a[i] === x) i++;
    while (j < m && b[j] === x) j++;
  }
  return Math.sqrt(2 * sum);
}
