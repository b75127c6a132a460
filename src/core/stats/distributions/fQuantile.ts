import { fSf } from './fDistribution.ts';

/**
 * Upper quantile of the F distribution: x with P(F > x) = `upper`, 0 < upper < 1, to a relative 1e−9. By bisection of ln P over ln x, quickened by secants.
 */
export function fQuantile(upper: number, dfn: number, dfd: number): number {
  if (!(upper > 0) || !(upper < 1) || !(dfn > 0) || !(dfd > 0))
    return upper === 0 ? Number.POSITIVE_INFINITY : upper === 1 ? 0 : Number.NaN;
  const target = Math.log(upper);
  const excess = (u: number): number => Math.log(Math.max(fSf(Math.exp(u), dfn, dfd), 1e-320)) - target;
  let low = 0;
  let high = 0;
  let step = 1;
  while (excess(low) < 0 && low > -600) low -= step *= 2;
  step = 1;
  while (excess(high) > 0 && high < 600) high += step *= 2;
  let below = excess(low);
  let above = excess(high);
  let x = (low + high) / 2;
  for (let i = 0; i < 200 && high - low > 1e-9; i++) {
    const secant = below > above ? low + ((high - low) * below) / (below - above) : (low + high) / 2;
    // A secant that hugs an end is helped by a bisection every third time.
    x = i % 3 === 2 ? (low + high) / 2 : Math.min(high - 1e-10, Math.max(low + 1e-10, secant));
    const here = excess(x);
    if (here === 0) break;
    if (here > 0) {
      low = x;
      below = here;
    } else {
      high = x;
      above = here;
    }
  }
  return Math.exp(x);
}
