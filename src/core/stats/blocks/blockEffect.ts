import { fSf } from '../distributions/fDistribution.ts';
import { studentTIsf } from '../distributions/studentT.ts';
import { type BlockSpread, type BlockVariance, blockSpread, blockVariance, fewestBlocksOfSide } from './blockVariance.ts';

/** One side of a statistic that is a sum of squares over components, each a sum of what the side's rows add to it (their influences). */
export interface BlockedSide {
  /** Variance that independent rows give, summed over the components. */
  readonly byRows: number;
  /** Sums of the influences, blocks × components; null without blocks. */
  readonly sums: Float64Array | null;
  /** Rows of each block. */
  readonly rows: Float64Array;
}

/** How rows that go together change a statistic. */
export interface BlockEffect {
  /** How many times the variance of independent rows, at least 1. */
  readonly factor: number;
  /** Effective number of dimensions in which blocks differ, and degrees of freedom of what is known of them. */
  readonly dimensions: number;
  readonly degrees: number;
}

/** Scatter of a side's blocks: its trace, and S = B / (B − 1) Σ (U_b − mean)(U_b − mean)′. */
interface Scatter {
  readonly clusters: number;
  readonly trace: number;
  readonly matrix: Float64Array;
}

/**
 * The design effect of days (hours, groups) on a statistic over `width` components. Null where rows are independent, or no side has blocks enough to
 * know. O(blocks · width²).
 *
 * Source: J. N. K. Rao and A. J. Scott, Annals of Statistics 12 (1984); D. R. Thomas and J. N. K. Rao, JASA 82 (1987); degrees of freedom as
 * F. E. Satterthwaite, Biometrics Bulletin 2 (1946).
 */
export function blockEffect(width: number, current: BlockedSide, reference: BlockedSide | null): BlockEffect | null {
  const now = scatterOf(width, current);
  const past = reference === null ? null : scatterOf(width, reference);
  const sides = [
    varianceOf(current, now, reference === null ? 'none' : spreadOf(reference, past)),
    ...(reference === null ? [] : [varianceOf(reference, past, 'none')]),
  ];
  if (sides.every(({ degrees }) => degrees === null)) return null;
  const byRows = current.byRows + (reference?.byRows ?? 0);
  const all = sides.reduce((sum, side) => sum + side.variance, 0);
  if (!(byRows > 0) || !(all > 0)) return null;
  const dimensions = dimensionsOf(width, [now, past]);
  const root = sides.reduce((sum, side) => sum + (side.degrees === null ? 0 : (side.variance / all) ** 2 / side.degrees), 0);
  return { factor: Math.max(1, all / byRows), dimensions, degrees: dimensions / root };
}

/** Variance of one side, summed over its components. @param reference says how blocks differ where the side has few; null: there is none, or this is it. */
export function blockedVariance(width: number, side: BlockedSide, reference: BlockedSide | null): BlockVariance {
  const spread = reference === null ? 'none' : spreadOf(reference, scatterOf(width, reference));
  return varianceOf(side, scatterOf(width, side), spread);
}

function spreadOf({ byRows }: BlockedSide, of: Scatter | null): BlockSpread | null {
  return of === null ? null : blockSpread({ variance: of.trace, clusters: of.clusters, lag: null }, byRows, null);
}

function varianceOf({ byRows, sums, rows }: BlockedSide, of: Scatter | null, reference: BlockSpread | null | 'none'): BlockVariance {
  if (sums === null) return { variance: byRows, degrees: null };
  const own = of && { variance: of.trace, clusters: of.clusters, lag: null };
  return blockVariance(
    byRows,
    own,
    Array.from(rows).filter((n) => n > 0),
    reference,
    null,
  );
}

/** p of a chi-square statistic where rows of a block go together. Dependence can only weaken evidence: never below the p of rows. O(1). */
export function blockedP(statistic: number, df: number, effect: BlockEffect | null, byRows: number): number {
  if (effect === null || !(df > 0)) return byRows;
  return Math.max(byRows, fSf(statistic / (df * effect.factor), Math.min(df, effect.dimensions), effect.degrees));
}

/** Half the width of an interval at 1 − alpha of an estimate (one component) whose independent rows give it `variance`. */
export function blockedHalfWidth(variance: number, { factor, degrees }: BlockEffect, alpha = 0.05): number {
  return studentTIsf(alpha / 2, degrees) * Math.sqrt(variance * factor);
}

function scatterOf(width: number, { sums, rows }: BlockedSide): Scatter | null {
  if (sums === null) return null;
  const blocks = Array.from(rows.keys()).filter((block) => rows[block]! > 0);
  const clusters = blocks.length;
  if (clusters < fewestBlocksOfSide) return null;
  const mean = new Float64Array(width);
  for (const block of blocks) for (let k = 0; k < width; k++) mean[k]! += sums[block * width + k]! / clusters;
  const matrix = new Float64Array(width * width);
  const left = new Float64Array(width);
  const scale = clusters / (clusters - 1);
  for (const block of blocks) {
    for (let k = 0; k < width; k++) left[k] = sums[block * width + k]! - mean[k]!;
    for (let k = 0; k < width; k++) for (let j = k; j < width; j++) matrix[k * width + j]! += scale * left[k]! * left[j]!;
  }
  let trace = 0;
  for (let k = 0; k < width; k++) trace += matrix[k * width + k]!;
  return { clusters, trace, matrix };
}

/** (tr S)² / tr S² of both sides together, the noise of S taken out of tr S², pulled to 1 where few blocks say little of it. */
function dimensionsOf(width: number, sides: readonly (Scatter | null)[]): number {
  const known = sides.filter((side) => side !== null);
  if (width < 2 || known.length === 0) return 1;
  const d = known.reduce((sum, { clusters }) => sum + clusters - 1, 0);
  let squares = 0;
  for (let k = 0; k < width; k++)
    for (let j = k; j < width; j++) {
      const cell = known.reduce((sum, { matrix }) => sum + matrix[k * width + j]!, 0);
      squares += (k === j ? 1 : 2) * cell * cell;
    }
  const trace = known.reduce((sum, side) => sum + side.trace, 0);
  const unbiased = ((d * d) / ((d - 1) * (d + 2))) * (squares - (trace * trace) / d);
  const nu = Math.min(width, Math.max(1, unbiased > 0 ? (trace * trace) / unbiased : width));
  return 1 / (1 / nu + (1 - 1 / nu) * Math.min(1, 6 / d));
}
