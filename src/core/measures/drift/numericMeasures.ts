import type { RowTest } from '../../check/windowEvidence.ts';
import type { ReferenceSample } from '../../read/referenceSample.ts';
import type { Measures } from '../../sections/drift/result.ts';
import { jensenShannonDistance } from '../../stats/distances/jensenShannon.ts';
import { psi } from '../../stats/distances/psi.ts';
import { sideKolmogorovSmirnovP } from './sideKolmogorovSmirnov.ts';

export const noMeasures: Measures = { ks: null, wasserstein: null, psi: null, jensenShannon: null, andersonDarling: null, chiSquare: null };

/** The distances of a window from the reference that come from its values. */
export interface ValueDistances {
  readonly d: number;
  readonly wasserstein: number;
}

/** Kolmogorov-Smirnov and Wasserstein as the report has them, for n and m values; `scale` is the robust SD of the reference. */
export function distanceMeasures(
  { d, wasserstein }: ValueDistances,
  n: number,
  m: number,
  scale: number | null,
): Pick<Measures, 'ks' | 'wasserstein'> {
  return {
    ks: { d, p: sideKolmogorovSmirnovP(n, m, d) },
    wasserstein: { raw: wasserstein, robustSd: scale === null || scale === 0 ? null : wasserstein / scale },
  };
}

/** Every method's number for one window of `m` values of a numeric column; `counts` are its bins, `row` its test by rows. Null: nothing to
 * compare. */
export function numericMeasures(
  reference: ReferenceSample,
  m: number,
  distances: ValueDistances | null,
  counts: Float64Array,
  scale: number | null,
  row: RowTest | null,
): Measures {
  if (distances === null) return noMeasures;
  return {
    ...distanceMeasures(distances, reference.sorted.length, m, scale),
    psi: psi(reference.counts, counts),
    jensenShannon: jensenShannonDistance(reference.counts, counts, 2),
    andersonDarling: row === null || row.statistic === null ? null : { a2: row.statistic, p: row.p },
    chiSquare: null,
  };
}
