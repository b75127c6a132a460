/** Largest one-sided gaps between two empirical distribution functions. */
export interface LargestGaps {
  /** max(F_a − F_b), at least 0, and where it is reached. */
  readonly above: number;
  readonly aboveAt: number;
  /** max(F_b − F_a), at least 0, and where it is reached. */
  readonly below: number;
  readonly belowAt: number;
  /** 1 when the upper gap is the larger one or both are equal, else −1. */
  readonly sign: 1 | -1;
}

/**
 * Walks two ascending, non-empty samples once, O(n + m). Gaps are taken after the last copy of each distinct value. Of several places with the
 * same gap the first value of `a` is named, else the first of `b`; places that only rounding tells apart are told apart by it, as in
 * scipy.stats.ks_2samp. The gaps themselves are formed from integers: equal samples give exactly 0.
 */
export function largestGaps(a: Float64Array, b: Float64Array): LargestGaps {
  const n = a.length;
  const m = b.length;
  let above = 0;
  let aboveAt = a[0]!;
  let aboveCount = 0;
  let below = 0;
  let belowAt = a[0]!;
  let belowCount = 0;
  let belowInA = true;
  let i = 0;
  let j = 0;
  // Once one side is used up the gap can only shrink to 0.
  while (i < n && j < m) {
    const x = Math.min(a[i]!, b[j]!);
    const inA = a[i] === x;
    while (i < n && a[i] === x) i++;
    while (j < m && b[j] === x) j++;
    const gap = i / n - j / m;
    if (gap > above) {
      above = gap;
      aboveAt = x;
      aboveCount = i * m - j * n;
    } else if (-gap > below || (-gap === below && inA && !belowInA)) {
      below = -gap;
      belowAt = x;
      belowCount = j * n - i * m;
      belowInA = inA;
    }
  }
  return { above: aboveCount / (n * m), aboveAt, below: belowCount / (n * m), belowAt, sign: below > above ? -1 : 1 };
}
