/** Largest one-sided gaps between two empirical distribution functions, as integers: gap · n · m, so that ties are exact. */
export interface LargestGaps {
  /** n m · max(F_a − F_b) and the first x where it is reached; at least 0. */
  readonly above: number;
  readonly aboveAt: number;
  /** n m · max(F_b − F_a) and the first x where it is reached; at least 0. */
  readonly below: number;
  readonly belowAt: number;
}

/**
 * Walks two ascending, non-empty samples once, O(n + m). Gaps are taken after the last copy of each distinct value. A gap of 0 is placed at
 * the first value of its side.
 */
export function largestGaps(a: Float64Array, b: Float64Array): LargestGaps {
  const n = a.length;
  const m = b.length;
  let above = 0;
  let aboveAt = a[0]!;
  let below = 0;
  let belowAt = b[0]!;
  let i = 0;
  let j = 0;
  // Once one side is used up the gap can only shrink to 0.
  while (i < n && j < m) {
    const x = Math.min(a[i]!, b[j]!);
    while (i < n && a[i] === x) i++;
    while (j < m && b[j] === x) j++;
    const gap = i * m - j * n;
    if (gap > above) {
      above = gap;
      aboveAt = x;
    } else if (-gap > below) {
      below = -gap;
      belowAt = x;
    }
  }
  return { above, aboveAt, below, belowAt };
}
