import { andersonDarlingSf } from './andersonDarlingLimit.ts';

/** What one walk over two ascending samples tells. */
export interface SortedComparison {
  /** As `kolmogorovSmirnov`. */
  readonly d: number;
  readonly at: number;
  /** As `wasserstein`. */
  readonly wasserstein: number;
  /** As `andersonDarling`. */
  readonly a2: number;
  readonly p: number;
}

/**
 * `largestGaps`, `wasserstein` and `andersonDarling` in one walk over two ascending, non-empty samples: the same sums in the same order, so the same
 * digits. `below`, when given, takes for each value of `b` how many of `a` are smaller. O(n + m).
 */
export function compareSorted(a: Float64Array, b: Float64Array, below: Int32Array | null): SortedComparison {
  const n = a.length;
  const m = b.length;
  const total = n + m;
  let above = 0;
  let aboveAt = a[0]!;
  let aboveCount = 0;
  let under = 0;
  let underAt = a[0]!;
  let underCount = 0;
  let underInA = true;
  let moved = 0;
  let squares = 0;
  let i = 0;
  let j = 0;
  let previous = Math.min(a[0]!, b[0]!);
  while (i < n || j < m) {
    const iBefore = i;
    const jBefore = j;
    const nextA = i < n ? a[i]! : Number.POSITIVE_INFINITY;
    const nextB = j < m ? b[j]! : Number.POSITIVE_INFINITY;
    const x = nextA <= nextB ? nextA : nextB;
    // i m − j n is an exact integer: equal distribution functions give exactly 0.
    moved += Math.abs(i * m - j * n) * (x - previous);
    previous = x;
    if (nextA === x) {
      i++;
      while (i < n && a[i] === x) i++;
    }
    if (nextB === x) {
      j++;
      while (j < m && b[j] === x) j++;
      if (below !== null) for (let k = jBefore; k < j; k++) below[k] = iBefore;
    }
    // Once one side is used up the gap can only shrink to 0.
    if (iBefore < n && jBefore < m) {
      const gap = i / n - j / m;
      if (gap > above) {
        above = gap;
        aboveAt = x;
        aboveCount = i * m - j * n;
      } else if (-gap > under || (-gap === under && i > iBefore && !underInA)) {
        under = -gap;
        underAt = x;
        underCount = j * n - i * m;
        underInA = i > iBefore;
      }
    }
    const ties = i + j - iBefore - jBefore;
    const rankA = iBefore + i;
    const rankB = jBefore + j;
    const pooled = rankA + rankB;
    const spread = pooled * (2 * total - pooled) - total * ties;
    const difference = m * rankA - n * rankB;
    if (spread > 0) squares += (ties * difference * difference) / spread;
  }
  const a2 = (((total - 1) / total) * squares) / (n * m);
  return {
    d: Math.max(aboveCount / (n * m), underCount / (n * m)),
    at: under > above ? underAt : aboveAt,
    wasserstein: moved / (n * m),
    a2,
    p: andersonDarlingSf(a2),
  };
}
