import { betaIncWithComplement } from './beta.ts';

/** Upper tail P(F > x) of the F distribution with `dfn` and `dfd` degrees of freedom; 1 for x ≤ 0. */
export function fSf(x: number, dfn: number, dfd: number): number {
  if (!(dfn > 0) || !(dfd > 0) || Number.isNaN(x)) return Number.NaN;
  if (x <= 0) return 1;
  const total = dfd + dfn * x;
  return Number.isFinite(total) ? betaIncWithComplement(dfd / 2, dfn / 2, dfd / total, (dfn * x) / total) : 0;
}
