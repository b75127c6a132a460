/** Terms are summed as a series while a run is this many times shorter than its distance from either end of the ranks. */
const reach = 128;

/**
 * Part of the two-sample Anderson-Darling sum over a run of `count` untied values of one sample, of which `before` stand lower, between two
 * values of the other, of which `other` stand lower: Σ (m p − 2 j N)² / (p (2 N − p) − N) over p = 2 before + 2 other + 1, + 3, …, the terms of
 * `andersonDarling`.
 *
 * @param n, m sizes of the run's sample and of the other. Their product must stay below 2^53.
 *
 * The terms are a smooth function of p: 1 / (p (2 N − p) − N) is expanded around the middle of the run, and the sums of powers have closed forms.
 * The first terms left out are of the eighth power of 1/128 and smaller than the rounding of a term by term sum. Near the ends, where that does
 * not hold, the run is cut into pieces. O(1) for most runs, O(log N) pieces at worst beside some hundred single terms.
 */
export function andersonDarlingRun(before: number, count: number, other: number, n: number, m: number): number {
  const total = n + m;
  const shift = 2 * other * total;
  let p = 2 * (before + other) + 1;
  let left = count;
  let sum = 0;
  while (left > 0) {
    const last = p + 2 * (left - 1);
    const room = Math.min(p, 2 * total - p);
    // Approaching the upper end the room is that of the last term; half the way at a time is near enough.
    const ahead = Math.min(room, Math.max(2 * total - last, room / 2));
    const size = Math.min(left, 1 + Math.floor(ahead / reach));
    if (size < 3) {
      for (let i = 0; i < size; i++, p += 2) {
        const difference = m * p - shift;
        sum += (difference * difference) / (p * (2 * total - p) - total);
      }
    } else {
      sum += piece(p + size - 1, size, m, shift, total);
      p += 2 * size;
    }
    left -= size;
  }
  return sum;
}

/** `k` terms around p, two apart. */
function piece(p: number, k: number, m: number, shift: number, total: number): number {
  const q = 1 / (p * (2 * total - p) - total);
  const s = 2 * (total - p) * q;
  const a = m * p - shift;
  // Coefficients of 1 / (1 + s δ − q δ²).
  const c1 = -s;
  const c2 = -s * c1 + q;
  const c3 = -s * c2 + q * c1;
  const c4 = -s * c3 + q * c2;
  const c5 = -s * c4 + q * c3;
  const c6 = -s * c5 + q * c4;
  // Sums of δ², δ⁴, δ⁶ over δ = −(k − 1), −(k − 3), …, k − 1.
  const k2 = k * k;
  const m2 = (k * (k2 - 1)) / 3;
  const m4 = (m2 * (3 * k2 - 7)) / 5;
  const m6 = (m2 * (3 * k2 * k2 - 18 * k2 + 31)) / 7;
  const squares = a * a;
  const cross = 2 * a * m;
  const own = m * m;
  return (
    q *
    (squares * k +
      (squares * c2 + cross * c1 + own) * m2 +
      (squares * c4 + cross * c3 + own * c2) * m4 +
      (squares * c6 + cross * c5 + own * c4) * m6)
  );
}
