import { type ChiSquareHomogeneity, chiSquareHomogeneity } from './chiSquareHomogeneity.ts';

/**
 * Homogeneity chi-square after pooling rare categories: those with an expected count (in the smaller sample) below `minExpected` form one
 * cell; if that cell is itself below it, it is merged into the smallest kept cell.
 *
 * The merge hides a category that is rare in a large reference and common in a small current: `categoricalDefault` is the test to decide
 * by; this one serves comparisons with tools that pool. `pooled` counts pooled categories, `cells` what is left.
 */
export function chiSquarePooled(
  reference: ArrayLike<number>,
  current: ArrayLike<number>,
  minExpected = 5,
): ChiSquareHomogeneity & { readonly pooled: number; readonly cells: number } {
  let n = 0;
  let m = 0;
  for (let i = 0; i < reference.length; i++) {
    n += reference[i]!;
    m += current[i]!;
  }
  const scale = n + m > 0 ? Math.min(n, m) / (n + m) : 0;
  const keptReference: number[] = [];
  const keptCurrent: number[] = [];
  let restReference = 0;
  let restCurrent = 0;
  let pooled = 0;
  for (let i = 0; i < reference.length; i++) {
    const count = reference[i]! + current[i]!;
    if (count === 0) continue;
    if (count * scale >= minExpected) {
      keptReference.push(reference[i]!);
      keptCurrent.push(current[i]!);
    } else {
      restReference += reference[i]!;
      restCurrent += current[i]!;
      pooled++;
    }
  }
  if (pooled > 0) {
    if ((restReference + restCurrent) * scale >= minExpected || keptReference.length === 0) {
      keptReference.push(restReference);
      keptCurrent.push(restCurrent);
    } else {
      let smallest = 0;
      for (let i = 1; i < keptReference.length; i++) {
        if (keptReference[i]! + keptCurrent[i]! < keptReference[smallest]! + keptCurrent[smallest]!) smallest = i;
      }
      keptReference[smallest]! += restReference;
      keptCurrent[smallest]! += restCurrent;
    }
  }
  return { ...chiSquareHomogeneity(keptReference, keptCurrent), pooled, cells: keptReference.length };
}
