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
  let aboveShare = 0;
  let aboveAt = a[0]!;
  let under = 0;
  let underShare = 0;
  let underAt = a[0]!;
  let underInA = true;
  let moved = 0;
  let squares = 0;
  let i = 0;
  let j = 0;
  let nextA = a[0]!;
  let nextB = b[0]!;
  let previous = Math.min(nextA, nextB);
  // (F − G) n m up to the value before: i m − j n is an exact integer, so that equal distribution functions give exactly 0.
  let gap = 0;
  while (i < n || j < m) {
    const before = i + j;
    const iBefore = i;
    const gapBefore = gap;
    const open = i < n && j < m;
    let inA = false;
    let x = nextB;
    if (nextA <= nextB) {
      x = nextA;
      inA = true;
      do {
        i++;
        gap += m;
        nextA = i < n ? a[i]! : Number.POSITIVE_INFINITY;
      } while (nextA === x);
    }
    while (nextB === x) {
      if (below !== null) below[j] = iBefore;
      j++;
      gap -= n;
      nextB = j < m ? b[j]! : Number.POSITIVE_INFINITY;
    }
    moved += Math.abs(gapBefore) * (x - previous);
    previous = x;
    // Once one side is used up the gap can only shrink to 0. Places that only rounding tells apart are told apart as in `largestGaps`.
    if (open && gap !== 0 && (gap >= above || -gap >= under)) {
      const rounded = i / n - j / m;
      if (rounded > aboveShare) {
        above = gap;
        aboveShare = rounded;
        aboveAt = x;
      } else if (-rounded > underShare || (-rounded === underShare && inA && !underInA)) {
        under = -gap;
        underShare = -rounded;
        underAt = x;
        underInA = inA;
      }
    }
    const ties = i + j - before;
    const pooled = before + before + ties;
    const spread = pooled * (2 * total - pooled) - total * ties;
    const difference = gapBefore + gap;
    if (spread > 0) squares += (ties * difference * difference) / spread;
  }
  const a2 = (((total - 1) / total) * squares) / (n * m);
  return {
    d: Math.max(above, under) / (n * m),
    at: underShare > aboveShare ? underAt : aboveAt,
    wasserstein: moved / (n * m),
    a2,
    p: andersonDarlingSf(a2),
  };
}
