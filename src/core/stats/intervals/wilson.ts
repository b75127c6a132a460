import { normalQuantile } from '../distributions/normal.ts';

/**
 * Wilson score interval of a proportion: x of n at confidence 1 − alpha. n = 0 gives [0, 1]; x = 0 has the bound 0 exactly, x = n exactly 1.
 *
 * Source: E. B. Wilson, JASA 22 (1927); same as statsmodels proportion_confint(method="wilson") 0.13.5.
 */
export function wilson(x: number, n: number, alpha = 0.05): { low: number; high: number } {
  if (!(n > 0)) return { low: 0, high: 1 };
  const z = -normalQuantile(alpha / 2);
  const share = x / n;
  const z2 = z * z;
  const centre = share + z2 / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  return { low: x === 0 ? 0 : (centre - half) / scale, high: x === n ? 1 : (centre + half) / scale };
}
