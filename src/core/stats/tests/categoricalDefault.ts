import { chiSquareHomogeneity } from './chiSquareHomogeneity.ts';
import { fisherExact } from './fisherExact.ts';

export interface CategoricalDefault {
  readonly p: number;
  /** Chi-square statistic over the cells it was taken on; NaN for Fisher's test alone. */
  readonly statistic: number;
  readonly df: number;
  readonly method: 'chi_square' | 'fisher_exact' | 'chi_square_and_fisher' | 'single_category';
  /** Categories that were too rare to stand alone and went into one "rest" cell. */
  readonly pooled: number;
  /** Cells after pooling, rest included. */
  readonly cells: number;
  /** The two p-values combined by `chi_square_and_fisher`; null for the other methods. */
  readonly pChiSquare: number | null;
  readonly pFisher: number | null;
}

/**
 * Test that two count vectors over the same categories come from the same shares, safe when categories are rare.
 *
 * With e = pooled count · min(n, m) / N, the count the smaller sample would have: two categories → chi-square if both e ≥ minExpected,
 * else Fisher's exact test. More → categories with e < minExpected form one rest cell; if the rest is itself large enough, chi-square over
 * all cells; if not, the smaller of chi-square over the kept cells and Fisher's test of rest against kept, times two. Categories
 * empty on both sides are left out; one category (or none) gives p 1.
 *
 * Merging a small rest into a kept cell instead would hide a category that is rare in the reference and common in current.
 * A side without rows gives p 1: callers test only sides with rows. O(k), or the margin of Fisher's test.
 */
export function categoricalDefault(reference: ArrayLike<number>, current: ArrayLike<number>, minExpected = 5): CategoricalDefault {
  const none = { pChiSquare: null, pFisher: null };
  let n = 0;
  let m = 0;
  const used: number[] = [];
  for (let i = 0; i < reference.length; i++) {
    n += reference[i]!;
    m += current[i]!;
    if (reference[i]! + current[i]! > 0) used.push(i);
  }
  if (used.length < 2 || n === 0 || m === 0) {
    return { p: 1, statistic: 0, df: 0, method: 'single_category', pooled: 0, cells: used.length, ...none };
  }
  const scale = Math.min(n, m) / (n + m);
  const expected = (i: number) => (reference[i]! + current[i]!) * scale;
  if (used.length === 2) {
    const [first, second] = used as [number, number];
    if (Math.min(expected(first), expected(second)) >= minExpected) {
      const { statistic, df, p } = chiSquareHomogeneity(reference, current);
      return { p, statistic, df, method: 'chi_square', pooled: 0, cells: 2, ...none };
    }
    const { p } = fisherExact(reference[first]!, reference[second]!, current[first]!, current[second]!);
    return { p, statistic: Number.NaN, df: 0, method: 'fisher_exact', pooled: 0, cells: 2, ...none };
  }
  const keptReference: number[] = [];
  const keptCurrent: number[] = [];
  let restReference = 0;
  let restCurrent = 0;
  let pooled = 0;
  for (const i of used) {
    if (expected(i) >= minExpected) {
      keptReference.push(reference[i]!);
      keptCurrent.push(current[i]!);
    } else {
      restReference += reference[i]!;
      restCurrent += current[i]!;
      pooled++;
    }
  }
  const rest = (restReference + restCurrent) * scale;
  if (pooled === 0 || rest >= minExpected) {
    if (pooled > 0) {
      keptReference.push(restReference);
      keptCurrent.push(restCurrent);
    }
    const { statistic, df, p } = chiSquareHomogeneity(keptReference, keptCurrent);
    return { p, statistic, df, method: 'chi_square', pooled, cells: keptReference.length, ...none };
  }
  const { statistic, df, p: pChiSquare } = chiSquareHomogeneity(keptReference, keptCurrent);
  const { p: pFisher } = fisherExact(restReference, n - restReference, restCurrent, m - restCurrent);
  const p = Math.min(1, 2 * Math.min(pChiSquare, pFisher));
  return { p, statistic, df, method: 'chi_square_and_fisher', pooled, cells: keptReference.length + 1, pChiSquare, pFisher };
}
