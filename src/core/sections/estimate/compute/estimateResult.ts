/** Why there is no estimate. */
export type Refusal =
  /** The reference has no row with label, score and prediction. */
  | 'no_labels'
  /** The reference's labels are all of one class, or a class has fewer than `fewestOfClass` rows. */
  | 'one_class'
  /** Too few labelled rows in the reference. */
  | 'few_reference_rows'
  /** Too few usable rows in the chunk. */
  | 'few_rows'
  /** More of the chunk than `mostOutside` lies where the reference had no rows. */
  | 'outside_support'
  /** The model of the error predicts held-out rows of the reference no better than their mean. */
  | 'no_better_than_mean'
  /** The measure is undefined on the chunk or on the reference, e.g. precision when nothing is predicted positive. */
  | 'undefined';

/** An estimate of one measure over one chunk. */
export interface ComputedEstimate {
  /** Null when refused. */
  readonly value: number | null;
  /** Band: value ± 3 · √(samplingError² + modelError²), within the measure's range. Null when refused. */
  readonly low: number | null;
  readonly high: number | null;
  /** Standard error of the realised measure over as many rows, from the reference; null when unknown. */
  readonly samplingError: number | null;
  /** Standard error of the estimate itself: of the calibration or of the model of the error. */
  readonly modelError: number | null;
  readonly refused: Refusal | null;
  /** Usable rows of the chunk. */
  readonly n: number;
}

/** Limits below or beyond which an estimate is refused. */
export interface EstimateLimits {
  /** Labelled rows of the reference. */
  readonly fewestReferenceRows: number;
  /** Reference rows of each class. */
  readonly fewestOfClass: number;
  /** Usable rows of a chunk. */
  readonly fewestRows: number;
  /** Share of a chunk's rows that lie where the reference had none. */
  readonly mostOutside: number;
}

export const defaultLimits: EstimateLimits = { fewestReferenceRows: 200, fewestOfClass: 10, fewestRows: 30, mostOutside: 0.05 };

export const refusedEstimate = (refused: Refusal, n: number): ComputedEstimate => ({
  value: null,
  low: null,
  high: null,
  samplingError: null,
  modelError: null,
  refused,
  n,
});

/** Half-width of the band in standard errors, as NannyML's. */
const width = 3;

/**
 * An estimate with its band, cut to the measure's range.
 *
 * @param value null: undefined. @param range [least, most] of the measure.
 */
export function bandedEstimate(
  value: number | null,
  samplingError: number | null,
  modelError: number | null,
  range: readonly [number, number],
  n: number,
): ComputedEstimate {
  if (value === null || samplingError === null) return refusedEstimate('undefined', n);
  const half = width * Math.hypot(samplingError, modelError ?? 0);
  return {
    value,
    low: Math.max(range[0], value - half),
    high: Math.min(range[1], value + half),
    samplingError,
    modelError,
    refused: null,
    n,
  };
}

/** Deviation (divisor B − 1) of an estimate over resampled models; null with fewer than two. */
export function deviation(values: readonly (number | null)[]): number | null {
  const known = values.filter((v): v is number => v !== null);
  if (known.length < 2) return null;
  const mean = known.reduce((sum, v) => sum + v, 0) / known.length;
  return Math.sqrt(known.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (known.length - 1));
}
