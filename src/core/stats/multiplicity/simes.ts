/**
 * Simes' p-value of the hypothesis that all of m hypotheses are true: min over k of (m / k) p₍ₖ₎, k-th smallest. Valid for independent and positively
 * dependent tests; at most level α exactly where Benjamini-Hochberg at α rejects any of them.
 *
 * @param p p-values; null or NaN was not tested and does not count.
 * @returns null when nothing was tested. O(m log m).
 *
 * Source: R. J. Simes, Biometrika 73 (1986).
 */
export function simes(p: readonly (number | null)[]): number | null {
  const tested = p.filter((value): value is number => value !== null && !Number.isNaN(value)).sort((a, b) => a - b);
  let smallest: number | null = null;
  tested.forEach((value, i) => {
    const here = (tested.length * value) / (i + 1);
    if (smallest === null || here < smallest) smallest = here;
  });
  return smallest === null ? null : Math.min(1, smallest);
}
