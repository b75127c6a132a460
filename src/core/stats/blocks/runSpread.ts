import { fewestForCorrelation, lagOne, type NeighbourCorrelation, neighbourCorrelation } from './neighbourCorrelation.ts';

/** What runs of blocks that were cut from one process say of how much such runs differ. */
export interface RunSpread {
  /** Variance, summed over the features, that runs have beyond that of as many independent rows. */
  readonly gamma: number;
  /** Variance of runs of mean size, summed over the features: at least that of independent rows. */
  readonly total: number;
  /** Degrees of freedom that `gamma` rests on: runs less the means taken out. */
  readonly d: number;
  /** Effective number of dimensions in which runs differ, 1 to the number of features. */
  readonly nu: number;
  /** Correlation of neighbouring runs, on the cautious side; and as estimated, row noise removed. 0 to 0.95, 0 to 1. */
  readonly r: number;
  readonly rc: number;
}

/**
 * Components of variance of runs (one-way random effects), effective dimensions of their scatter, and the lag-1 correlation of neighbours.
 *
 * @param z features of the runs, runs × features, in time order; overwritten by what is left when their weighted mean is taken out.
 * @param rows rows of each run, all above 0.
 * @param phases season form: the phase (0 … P − 1) of each run, whose own weighted mean is taken out; null: one mean for all.
 * @param ordered neighbours in the list are neighbours in time. O(runs · features²).
 *
 * Source: media/docs/calibration.md; tr S² without its noise as in Z. D. Bai and H. Saranadasa,
 * Statistica Sinica 6 (1996).
 */
export function runSpread(
  z: Float64Array,
  rows: ArrayLike<number>,
  features: number,
  phases: ArrayLike<number> | null,
  ordered: boolean,
): RunSpread {
  const runs = rows.length;
  const kinds = centre(z, rows, features, phases);
  const d = runs - kinds;
  let all = 0;
  let squares = 0;
  for (let g = 0; g < runs; g++) {
    all += rows[g]!;
    squares += rows[g]! * rows[g]!;
  }
  const usual = (all - squares / all) / (runs - 1);
  const scatter = new Float64Array(features * features);
  let trace = 0;
  for (let g = 0; g < runs; g++) {
    const weight = rows[g]! / d;
    const at = g * features;
    for (let i = 0; i < features; i++) {
      const left = weight * z[at + i]!;
      trace += left * z[at + i]!;
      for (let j = i; j < features; j++) scatter[i * features + j]! += left * z[at + j]!;
    }
  }
  let traceOfSquare = 0;
  for (let i = 0; i < features; i++) {
    traceOfSquare += scatter[i * features + i]! ** 2;
    for (let j = i + 1; j < features; j++) traceOfSquare += 2 * scatter[i * features + j]! ** 2;
  }
  const byRows = features / usual;
  const raw = trace / usual;
  const gamma = Math.max(0, raw - byRows);
  const total = Math.max(raw, byRows);
  const nu = dimensions(trace, traceOfSquare, d, features);
  return { gamma, total, d, nu, ...correlation(z, runs, features, { gamma, total, d, nu }, ordered) };
}

/** Takes the weighted mean out of the features, each phase its own; returns how many means that were. */
function centre(z: Float64Array, rows: ArrayLike<number>, features: number, phases: ArrayLike<number> | null): number {
  const runs = rows.length;
  const kindOf = new Map<number, number>();
  const kind = Int32Array.from({ length: runs }, (_, g) => {
    const phase = phases === null ? 0 : phases[g]!;
    const known = kindOf.get(phase) ?? kindOf.size;
    kindOf.set(phase, known);
    return known;
  });
  const mean = new Float64Array(kindOf.size * features);
  const weight = new Float64Array(kindOf.size);
  for (let g = 0; g < runs; g++) {
    weight[kind[g]!]! += rows[g]!;
    for (let i = 0; i < features; i++) mean[kind[g]! * features + i]! += rows[g]! * z[g * features + i]!;
  }
  for (let g = 0; g < runs; g++)
    for (let i = 0; i < features; i++) z[g * features + i]! -= mean[kind[g]! * features + i]! / weight[kind[g]!]!;
  return kindOf.size;
}

/** (tr S)² / tr S², the noise of S taken out of tr S², pulled to 1 where few runs say little of it. */
function dimensions(trace: number, traceOfSquare: number, d: number, features: number): number {
  const unbiased = ((d * d) / ((d - 1) * (d + 2))) * (traceOfSquare - (trace * trace) / d);
  const raw = unbiased > 0 ? (trace * trace) / unbiased : features;
  const nu = Math.min(features, Math.max(1, raw));
  return 1 / (1 / nu + (1 - 1 / nu) * Math.min(1, 6 / d));
}

/** Correlation of neighbours; none where runs are not in the order of time, or too few. */
function correlation(
  z: Float64Array,
  runs: number,
  features: number,
  { gamma, total, d, nu }: { readonly gamma: number; readonly total: number; readonly d: number; readonly nu: number },
  ordered: boolean,
): NeighbourCorrelation {
  if (!ordered || runs < fewestForCorrelation || !(total > 0)) return { r: 0, rc: 0 };
  let products = 0;
  for (let i = 0; i + features < z.length; i++) products += z[i]! * z[i + features]!;
  return neighbourCorrelation(lagOne(products, runs, { total, d }), runs, { between: gamma, total, nu });
}
