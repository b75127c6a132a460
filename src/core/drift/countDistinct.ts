/**
 * Distinct values of two ascending samples together, counted no further than `stopAt + 1`; O(n + m) at worst, far less for continuous values.
 * -0 and 0 are one value.
 */
export function countDistinct(a: Float64Array, b: Float64Array, stopAt: number): number {
  let distinct = 0;
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const x = j >= b.length || (i < a.length && a[i]! <= b[j]!) ? a[i]! : b[j]!;
    distinct++;
    if (distinct > stopAt) return distinct;
    while (i < a.length && a[i] === x) i++;
    while (j < b.length && b[j] === x) j++;
  }
  return distinct;
}
