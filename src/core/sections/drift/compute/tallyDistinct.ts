import { runEnd } from '../../../read/runEnd.ts';

/** Distinct values of two ascending samples (few of them) with their counts on both sides; O(distinct · log(n + m)). */
export function tallyDistinct(a: Float64Array, b: Float64Array): { values: number[]; a: number[]; b: number[] } {
  const values: number[] = [];
  const countsA: number[] = [];
  const countsB: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const x = j >= b.length || (i < a.length && a[i]! <= b[j]!) ? a[i]! : b[j]!;
    const fromI = i;
    const fromJ = j;
    if (i < a.length && a[i] === x) i = runEnd(a, i);
    if (j < b.length && b[j] === x) j = runEnd(b, j);
    values.push(x === 0 ? 0 : x);
    countsA.push(i - fromI);
    countsB.push(j - fromJ);
  }
  return { values, a: countsA, b: countsB };
}
