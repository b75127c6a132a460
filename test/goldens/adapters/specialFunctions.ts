import { andersonDarlingSf } from '../../../src/core/stats/distributions/andersonDarlingLimit.ts';
import { betaInc } from '../../../src/core/stats/distributions/beta.ts';
import { chiSquareSf } from '../../../src/core/stats/distributions/chiSquare.ts';
import { fSf } from '../../../src/core/stats/distributions/fDistribution.ts';
import { gammaP, gammaQ, lnGamma } from '../../../src/core/stats/distributions/gamma.ts';
import { normalCdf, normalQuantile, normalSf } from '../../../src/core/stats/distributions/normal.ts';
import { studentTIsf, studentTSf } from '../../../src/core/stats/distributions/studentT.ts';
import { kolmogorovSf } from '../../oracles/kolmogorov.ts';
import { type Adapter, skip, value } from '../golden.ts';
import { numbers } from '../input.ts';

type Columns = (name: string) => number[];

/** By name of the case: a function of the input columns, entry by entry. */
const functions: Readonly<Record<string, (column: Columns) => Record<string, number[]>>> = {
  normal_cdf: (c) => ({ cdf: c('x').map(normalCdf), sf: c('x').map(normalSf) }),
  normal_ppf: (c) => ({ x: c('p').map(normalQuantile) }),
  chi2_sf: (c) => ({ sf: c('x').map((x, i) => chiSquareSf(x, c('df')[i]!)) }),
  student_t_sf: (c) => ({ sf: c('x').map((x, i) => studentTSf(x, c('df')[i]!)) }),
  student_t_isf: (c) => ({ x: c('p').map((p, i) => studentTIsf(p, c('df')[i]!)) }),
  f_sf: (c) => ({ sf: c('x').map((x, i) => fSf(x, c('dfn')[i]!, c('dfd')[i]!)) }),
  betainc: (c) => ({ v: c('x').map((x, i) => betaInc(c('a')[i]!, c('b')[i]!, x)) }),
  gammainc: (c) => ({
    lower: c('x').map((x, i) => gammaP(c('a')[i]!, x)),
    upper: c('x').map((x, i) => gammaQ(c('a')[i]!, x)),
  }),
  gammaln: (c) => ({ v: c('x').map(lnGamma) }),
  kolmogorov_sf: (c) => ({ sf: c('x').map(kolmogorovSf) }),
  ad_limit_sf: (c) => ({ sf: c('x').map(andersonDarlingSf) }),
};

const special: Adapter = ({ name, input }) => {
  const known = functions[name];
  return known
    ? value(known((column) => numbers(input[column])))
    : skip('the limiting law of Cramér–von Mises comes with that test: further two-sample tests');
};

export const specialFunctionAdapters: Readonly<Record<string, Adapter>> = { special_functions: special };
