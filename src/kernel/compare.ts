/**
 * One walk over two ascending, non-empty samples in AssemblyScript: `largestGaps`, `wasserstein` and `andersonDarling` of core/stats, the same sums in the
 * same order, so the same digits. Which sample the next value comes from is not branched on, for no processor can guess it. O(n + m).
 * One function: its sums stay in registers over the walk; parts would hand them to each other through memory, value by value.
 *
 * @param a, b `n` and `m` values, each with room for one value behind them, which is overwritten.
 * @param below for each value of b how many of a are smaller, 4 bytes each; 0: not wanted.
 * @param out takes D n m, where D is reached, Wasserstein's distance times n m, and the sum of Anderson-Darling.
 */
export function compare(a: usize, n: i32, b: usize, m: i32, below: usize, out: usize): void {
  const total = <f64>(n + m);
  const sizeA = <f64>n;
  const sizeB = <f64>m;
  let atA = a;
  let atB = b;
  store<f64>(a + ((<usize>n) << 3), Infinity);
  store<f64>(b + ((<usize>m) << 3), Infinity);
  let nextA = load<f64>(atA);
  let nextB = load<f64>(atB);
  let previous = nextA < nextB ? nextA : nextB;
  let above: f64 = 0;
  let aboveShare: f64 = 0;
  let aboveAt = nextA;
  let under: f64 = 0;
  let underShare: f64 = 0;
  let underAt = nextA;
  let underInA = true;
  let moved: f64 = 0;
  let squares: f64 = 0;
  let i: i32 = 0;
  let j: i32 = 0;
  // (F − G) n m up to the value before: i m − j n is an exact whole number, so that equal distribution functions give exactly 0.
  let gap: f64 = 0;
  while (i + j < n + m) {
    const before = i + j;
    const open = <i32>(i < n) & <i32>(j < m);
    const inA = <i32>(nextA <= nextB);
    const inB = <i32>(nextB <= nextA);
    const x = load<f64>(select<usize>(atA, atB, inA));
    if (below !== 0 && j < m) store<i32>(below + ((<usize>j) << 2), i);
    const iBefore = i;
    atA += (<usize>inA) << 3;
    atB += (<usize>inB) << 3;
    i += inA;
    j += inB;
    nextA = load<f64>(atA);
    nextB = load<f64>(atB);
    if (<i32>(nextA === x) | <i32>(nextB === x)) {
      while (nextA === x) {
        atA += 8;
        i++;
        nextA = load<f64>(atA);
      }
      while (nextB === x) {
        if (below !== 0) store<i32>(below + ((<usize>j) << 2), iBefore);
        atB += 8;
        j++;
        nextB = load<f64>(atB);
      }
    }
    const gapBefore = gap;
    gap = <f64>i * sizeB - <f64>j * sizeA;
    moved += Math.abs(gapBefore) * (x - previous);
    previous = x;
    // Once one side is used up the gap can only shrink to 0. Places that only rounding tells apart are told apart as in `largestGaps`.
    if (open !== 0 && gap !== 0 && (gap >= above || -gap >= under)) {
      const rounded = <f64>i / sizeA - <f64>j / sizeB;
      if (rounded > aboveShare) {
        above = gap;
        aboveShare = rounded;
        aboveAt = x;
      } else if (-rounded > underShare || (-rounded === underShare && inA !== 0 && !underInA)) {
        under = -gap;
        underShare = -rounded;
        underAt = x;
        underInA = inA !== 0;
      }
    }
    const ties = <f64>(i + j - before);
    const pooled = <f64>(i + j) + <f64>before;
    const spread = pooled * (2.0 * total - pooled) - total * ties;
    const difference = gapBefore + gap;
    if (spread > 0) squares += (ties * difference * difference) / spread;
  }
  store<f64>(out, above > under ? above : under);
  store<f64>(out, underShare > aboveShare ? underAt : aboveAt, 8);
  store<f64>(out, moved, 16);
  store<f64>(out, squares, 24);
}
