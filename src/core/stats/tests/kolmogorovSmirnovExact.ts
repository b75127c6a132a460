function greatestCommonDivisor(a: number, b: number): number {
  while (b > 0) [a, b] = [b, a % b];
  return a;
}

/** Equal sizes: alternating series over reflected paths in Horner form, O(n). */
function equalSizes(n: number, h: number): number {
  let p = 0;
  for (let k = Math.floor(n / h); k >= 0; k--) {
    let product = 1;
    for (let j = 0; j < h; j++) product *= (n - k * h - j) / (n + k * h + j + 1);
    p = product * (1 - p);
  }
  return 2 * p;
}

/**
 * Unequal sizes: share of lattice paths from (0, 0) to (m, n) that leave the band |x n − y m| < h·g, column by column. Each entry is
 * a weighted mean of two others, so nothing overflows and small results keep their relative accuracy.
 */
function unequalSizes(larger: number, smaller: number, divisor: number, h: number): number {
  const stepX = smaller / divisor;
  const stepY = larger / divisor;
  let low = 0;
  let high = Math.min(Math.ceil(h / stepY), smaller + 1);
  const outside = new Float64Array(Math.min(2 * high + 2, smaller + 1)).fill(1);
  outside.fill(0, low, high);
  let length = high - low;
  for (let i = 1; i <= larger; i++) {
    const lastLow = low;
    const lastLength = length;
    low = Math.min(Math.max(Math.floor((stepX * i - h) / stepY) + 1, 0), smaller);
    high = Math.min(Math.ceil((stepX * i + h) / stepY), smaller + 1);
    if (high <= low) return 1;
    let value = low === 0 ? 0 : 1;
    length = high - low;
    const shift = low - lastLow;
    for (let k = 0; k < length; k++) {
      const j = low + k;
      // The reciprocal does not wait for `value`: the chain of dependent steps is one product and one sum.
      const part = 1 / (i + j);
      value = outside[k + shift]! * (i * part) + value * (j * part);
      outside[k] = value;
    }
    // Entries the band has left behind are outside for good.
    if (lastLength > length) outside.fill(1, length, lastLength);
  }
  return outside[length - 1]!;
}

/**
 * Exact P(D ≥ d) of the two-sample Kolmogorov-Smirnov statistic for samples of n and m without ties (with ties it is an upper bound).
 *
 * @param d observed statistic; rounded to the lattice of multiples of 1 / lcm(n, m).
 * @returns O(n) when n = m, else O(max(n, m) · (2 d min(n, m) + 1)) steps.
 *
 * Sources: J. Hodges (1958) and the recursion of scipy.stats.ks_2samp(method="exact"), 1.10.1.
 */
export function kolmogorovSmirnovExact(n: number, m: number, d: number): number {
  const divisor = greatestCommonDivisor(n, m);
  const h = Math.round(d * (n / divisor) * m);
  if (h === 0) return 1;
  const p = n === m ? equalSizes(n, h) : unequalSizes(Math.max(n, m), Math.min(n, m), divisor, h);
  return Math.min(1, Math.max(0, p));
}
