import { type AndersonDarlingValue, andersonDarlingMeasure, andersonDarlingValue } from './andersonDarlingMeasure.ts';
import { type ChiSquareValue, chiSquareMeasure, chiSquareValue } from './chiSquareMeasure.ts';
import { cramersVMeasure } from './cramersVMeasure.ts';
import type { DriftMeasure, DriftWindow } from './driftMeasure.ts';
import { jensenShannonMeasure, jensenShannonValue } from './jensenShannonMeasure.ts';
import { type KolmogorovSmirnovValue, kolmogorovSmirnovMeasure, kolmogorovSmirnovValue } from './kolmogorovSmirnovMeasure.ts';
import { psiMeasure, psiValue } from './psiMeasure.ts';
import { type WassersteinValue, wassersteinMeasure, wassersteinValue } from './wassersteinMeasure.ts';

/** The measures of drift in the order they are shown in. Facts and names only: what reads this list alone bundles nothing that computes. */
export const driftMeasures: readonly DriftMeasure[] = [
  kolmogorovSmirnovMeasure,
  wassersteinMeasure,
  psiMeasure,
  jensenShannonMeasure,
  andersonDarlingMeasure,
  chiSquareMeasure,
  cramersVMeasure,
];

/** Every method's number beside the verdict. Null where a method does not apply. */
export interface Measures {
  readonly ks: KolmogorovSmirnovValue | null;
  readonly wasserstein: WassersteinValue | null;
  /** On 10 reference-quantile bins or on categories, smoothed by 0.5, nats. */
  readonly psi: number | null;
  /** Jensen-Shannon distance, base 2, 0 to 1. */
  readonly jensenShannon: number | null;
  /** Two-sample Anderson-Darling A²akN. */
  readonly andersonDarling: AndersonDarlingValue | null;
  readonly chiSquare: ChiSquareValue | null;
}

/** What computes each. */
export const driftValues: { readonly [Key in keyof Measures]: (window: DriftWindow) => Measures[Key] } = {
  ks: kolmogorovSmirnovValue,
  wasserstein: wassersteinValue,
  psi: psiValue,
  jensenShannon: jensenShannonValue,
  andersonDarling: andersonDarlingValue,
  chiSquare: chiSquareValue,
};
