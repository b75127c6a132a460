import type { ClusterVariance } from './clusterVariance.ts';
import { meanInflation } from './meanInflation.ts';
import { neighbourCorrelation } from './neighbourCorrelation.ts';

/** Fewer blocks of a side say nothing of how its blocks differ: its rows are then taken as independent. */
export const fewestBlocksOfSide = 4;
/** A window of fewer blocks takes how they differ from the reference. */
const fewestOfWindow = 8;
/** Fewer blocks of one measure cannot tell days that follow each other from days that do not: the columns of a run together can. */
const fewestForOwn = 28;
/** Part of the variance of blocks that must be more than row noise, for how it goes on from one to the next to be seen. */
const visiblePart = 0.25;
/** However alike the columns of a run are from day to day. */
const mostShared = 0.95;

/**
 * What a reference says of how blocks differ: the variance of one block beyond that of its rows, the blocks it rests on, and how far blocks that follow
 * each other are alike.
 */
export interface BlockSpread {
  readonly perBlock: number;
  readonly blocks: number;
  readonly r: number;
}

/** A squared standard error, with Student's degrees of freedom; null where rows are taken as independent. */
export interface BlockVariance {
  readonly variance: number;
  readonly degrees: number | null;
}

/**
 * Variance that a side's blocks have beyond that of as many independent rows. `neighbours`: the correlation of blocks that follow each other which the columns
 * of the run share; null where blocks are no neighbours in time.
 */
export function blockSpread(own: ClusterVariance, byRows: number, neighbours: number | null): BlockSpread {
  const between = Math.max(0, own.variance - byRows);
  return { perBlock: between * own.clusters, blocks: own.clusters, r: alike(own, between, neighbours) };
}

/**
 * Whether the rows of a block (a day, a group) go together, decided here for every interval and test of an evaluation: the larger of the squared errors by
 * blocks and by rows, with the degrees of freedom of the blocks. A window of fewer than 8 blocks adds to its rows' error what blocks of the
 * reference vary beyond theirs. Without blocks, or with too few to know, rows are independent. Days that follow each other and are alike say less than as
 * many that are not: what blocks differ beyond their rows is inflated by their correlation. O(blocks).
 *
 * @param own null without blocks, or where they could not be told apart. @param rows of the window's blocks.
 * @param reference `none` for the reference itself and without one; null: there is one and it does not know.
 * @param neighbours as for `blockSpread`.
 *
 * Source: media/docs/calibration.md, section 8.
 */
export function blockVariance(
  byRows: number,
  own: ClusterVariance | null,
  rows: readonly number[],
  reference: BlockSpread | null | 'none',
  neighbours: number | null,
): BlockVariance {
  if (own !== null && (rows.length >= fewestOfWindow || reference === 'none')) {
    if (own.clusters < fewestBlocksOfSide) return { variance: byRows, degrees: null };
    const between = Math.max(0, own.variance - byRows);
    // A change within current looks like days that are alike: the reference tells, where there is one.
    const r = reference === 'none' || reference === null ? alike(own, between, neighbours) : reference.r;
    return blocked(byRows, between * meanInflation(own.clusters, r), own.clusters - 1, r);
  }
  if (reference === null || reference === 'none') return { variance: byRows, degrees: null };
  const all = rows.reduce((sum, n) => sum + n, 0);
  const shares = rows.reduce((sum, n) => sum + (n / all) ** 2, 0);
  return blocked(byRows, reference.perBlock * shares * meanInflation(rows.length, reference.r), reference.blocks - 1, reference.r);
}

/**
 * Correlation of blocks that follow each other, on the cautious side: the side's own, or that of the run's columns where it has too few blocks to tell, or
 * blocks hardly differ beyond their rows; 0 where blocks are no neighbours in time.
 */
function alike({ variance, clusters, lag }: ClusterVariance, between: number, shared: number | null): number {
  if (shared === null) return 0;
  if (lag === null || clusters < fewestForOwn || between <= visiblePart * variance) return Math.min(mostShared, shared);
  return neighbourCorrelation(lag, clusters, { between, total: variance, nu: 1 }).r;
}

/** The error of rows and what blocks differ beyond that. Neighbours that are alike are worth fewer independent ones: so many fewer degrees of freedom has the second part. */
function blocked(byRows: number, between: number, degrees: number, r: number): BlockVariance {
  const variance = byRows + between;
  if (!(variance > 0)) return { variance, degrees };
  const fewer = Math.max(1, (degrees * (1 - r)) / (1 + r));
  const inBetween = between / variance;
  return { variance, degrees: 1 / ((1 - inBetween ** 2) / degrees + inBetween ** 2 / fewer) };
}
