import type { Measures } from '../report/report.ts';
import { jensenShannonDistance } from '../stats/jensenShannon.ts';
import { psi } from '../stats/psi.ts';
import { countInBins } from '../stats/quantileBins.ts';
import { wasserstein } from '../stats/wasserstein.ts';
import type { CellTest } from './cellTest.ts';
import type { ReferenceSample } from './referenceSample.ts';
import { sideKolmogorovSmirnov } from './sideKolmogorovSmirnov.ts';

export const noMeasures: Measures = { ks: null, wasserstein: null, psi: null, jensenShannon: null, andersonDarling: null, chiSquare: null };

/** Every method's number for one window of a numeric column, and where the KS distance is reached. `scale` is the robust SD of the reference,
 * `rowTest` the test of this window before blocks. O(n + m). */
export function numericMeasures(
  reference: ReferenceSample,
  current: Float64Array,
  scale: number | null,
  rowTest: CellTest,
): { readonly measures: Measures; readonly ksAt: number | null } {
  if (reference.sorted.length === 0 || current.length === 0) return { measures: noMeasures, ksAt: null };
  const ks = sideKolmogorovSmirnov(reference.sorted, current);
  const raw = wasserstein(reference.sorted, current);
  const counts = countInBins(current, reference.edges);
  return {
    measures: {
      ks: { d: ks.d, p: ks.p },
      wasserstein: { raw, robustSd: scale === null || scale === 0 ? null : raw / scale },
      psi: psi(reference.counts, counts),
      jensenShannon: jensenShannonDistance(reference.counts, counts, 2),
      andersonDarling:
        rowTest.test === 'anderson_darling' && rowTest.statistic !== null && rowTest.p !== null
          ? { a2: rowTest.statistic, p: rowTest.p }
          : null,
      chiSquare: null,
    },
    ksAt: ks.at,
  };
}
