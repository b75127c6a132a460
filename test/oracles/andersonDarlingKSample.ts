const levels = [0.25, 0.1, 0.05, 0.025, 0.01, 0.005, 0.001];
const b0 = [0.675, 1.281, 1.645, 1.96, 2.326, 2.573, 3.085];
const b1 = [-0.245, 0.25, 0.678, 1.149, 1.822, 2.364, 3.615];
const b2 = [-0.105, -0.305, -0.362, -0.391, -0.396, -0.345, -0.154];

/** A²akN with mid-ranks (Scholz and Stephens 1987, equation 7) for any number of ascending samples. */
function statistic(samples: readonly Float64Array[], total: number): { a2: number; distinct: number } {
  const at = samples.map(() => 0);
  const sums = samples.map(() => 0);
  let before = 0;
  let distinct = 0;
  while (before < total) {
    let x = Number.POSITIVE_INFINITY;
    for (let s = 0; s < samples.length; s++) x = Math.min(x, samples[s]![at[s]!] ?? Number.POSITIVE_INFINITY);
    const midranks = samples.map((sample, s) => {
      const start = at[s]!;
      let end = start;
      while (end < sample.length && sample[end] === x) end++;
      at[s] = end;
      return (start + end) / 2;
    });
    const after = at.reduce((sum, v) => sum + v, 0);
    const ties = after - before;
    const pooled = (before + after) / 2;
    const spread = pooled * (total - pooled) - (total * ties) / 4;
    for (let s = 0; s < samples.length && spread > 0; s++) {
      const difference = total * midranks[s]! - pooled * samples[s]!.length;
      sums[s]! += ((ties / total) * difference * difference) / spread;
    }
    before = after;
    distinct++;
  }
  let a2 = 0;
  for (let s = 0; s < samples.length; s++) a2 += sums[s]! / samples[s]!.length;
  return { a2: (a2 * (total - 1)) / total, distinct };
}

/** Variance of A²kN under the hypothesis of one law (Scholz and Stephens 1987, equation 4). */
function variance(sizes: readonly number[], total: number): number {
  const k = sizes.length;
  const inverse = sizes.reduce((sum, n) => sum + 1 / n, 0);
  let h = 0;
  let g = 0;
  // h = Σ 1/i for i < N; g = Σ over i < j < N of 1/((N − i) j), summed with the inner sum running.
  for (let i = total - 1, step = 2; i > 1; i--, step++) {
    h += 1 / i;
    g += h / step;
  }
  h += 1;
  const a = (4 * g - 6) * (k - 1) + (10 - 6 * g) * inverse;
  const b = (2 * g - 4) * k * k + 8 * h * k + (2 * g - 14 * h - 4) * inverse - 8 * h + 4 * g - 6;
  const c = (6 * h + 2 * g - 2) * k * k + (4 * h - 4 * g + 6) * k + (2 * h - 6) * inverse + 4 * h;
  const d = (2 * h + 6) * k * k - 4 * h * k;
  return (a * total ** 3 + b * total ** 2 + c * total + d) / ((total - 1) * (total - 2) * (total - 3));
}

/** Least-squares parabola through (x, y), evaluated at x = at. */
function parabola(x: readonly number[], y: readonly number[], at: number): number {
  // Centred, so that the normal equations stay well conditioned.
  const centre = x.reduce((sum, v) => sum + v, 0) / x.length;
  const power = [0, 0, 0, 0, 0];
  const right = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const u = x[i]! - centre;
    for (let p = 0, v = 1; p < 5; p++, v *= u) {
      power[p]! += v;
      if (p < 3) right[p]! += v * y[i]!;
    }
  }
  const [s0, s1, s2, s3, s4] = power as [number, number, number, number, number];
  const [r0, r1, r2] = right as [number, number, number];
  const det = s0 * (s2 * s4 - s3 * s3) - s1 * (s1 * s4 - s3 * s2) + s2 * (s1 * s3 - s2 * s2);
  const c0 = (r0 * (s2 * s4 - s3 * s3) - s1 * (r1 * s4 - s3 * r2) + s2 * (r1 * s3 - s2 * r2)) / det;
  const c1 = (s0 * (r1 * s4 - s3 * r2) - r0 * (s1 * s4 - s3 * s2) + s2 * (s1 * r2 - r1 * s2)) / det;
  const c2 = (s0 * (s2 * r2 - r1 * s3) - s1 * (s1 * r2 - r1 * s2) + r0 * (s1 * s3 - s2 * s2)) / det;
  const u = at - centre;
  return c0 + u * (c1 + u * c2);
}

/**
 * Anderson-Darling test of k samples in the normalised form of scipy.stats.anderson_ksamp 1.10.1 (midrank), for people who must match it.
 *
 * @param samples k ≥ 2 ascending arrays of finite values.
 * @returns `statistic` (A² − (k − 1)) / σ_N; `a2` before normalisation; `critical` at 25, 10, 5, 2.5, 1, 0.5 and 0.1 %; `p` interpolated
 *   between them and capped to [0.001, 0.25]. Where scipy raises (an empty sample, fewer than two distinct values, N < 4): NaN and p 1.
 */
export function andersonDarlingKSample(samples: readonly Float64Array[]): {
  statistic: number;
  a2: number;
  critical: readonly number[];
  p: number;
} {
  const k = samples.length;
  const total = samples.reduce((sum, sample) => sum + sample.length, 0);
  const none = { statistic: Number.NaN, a2: Number.NaN, critical: [], p: 1 };
  if (k < 2 || total < 4 || samples.some((sample) => sample.length === 0)) return none;
  const { a2, distinct } = statistic(samples, total);
  if (distinct < 2) return none;
  const m = k - 1;
  const normalised =
    (a2 - m) /
    Math.sqrt(
      variance(
        samples.map((sample) => sample.length),
        total,
      ),
    );
  const critical = b0.map((b, i) => b + b1[i]! / Math.sqrt(m) + b2[i]! / m);
  let p: number;
  if (normalised < critical[0]!) p = 0.25;
  else if (normalised > critical[6]!) p = 0.001;
  else p = Math.exp(parabola(critical, levels.map(Math.log), normalised));
  return { statistic: normalised, a2, critical, p };
}
