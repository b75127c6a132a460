import { runEnd } from '../../../read/runEnd.ts';

/**
 * Distinct values of two ascending samples together, counted no further than `stopAt + 1`; O(stopAt · log(n + m)).
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
    if (i < a.length && a[i] === x) i = runEnd(a, i);
    if (j < b.length && b[j] === x) j = runEnd(b, j);
  }
  return distinct;
}
