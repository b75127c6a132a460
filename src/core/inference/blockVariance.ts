import type { ClusterVariance } from './clusterVariance.ts';

/** Fewer blocks of a side say nothing of how its blocks differ: its rows are then taken as independent. */
export const fewestBlocksOfSide = 4;
/** A window of fewer blocks takes how they differ from the reference. */
const fewestOfWindow = 8;

/** What a reference says of how blocks differ: the variance of one block beyond that of its rows, and the blocks it rests on. */
export interface BlockSpread {
  readonly perBlock: number;
  readonly blocks: number;
}

/** A squared standard error, with Student's degrees of freedom; null where rows are taken as independent. */
export interface BlockVariance {
  readonly variance: number;
  readonly degrees: number | null;
}

/** Variance that a side's blocks have beyond that of as many independent rows. */
export function blockSpread({ variance, clusters }: ClusterVariance, byRows: number): BlockSpread {
  return { perBlock: Math.max(0, (variance - byRows) * clusters), blocks: clusters };
}

/**
 * Whether the rows of a block (a day, a group) go together, decided here for every interval and test of an evaluation: the larger of the squared errors by
 * blocks and by rows, with the degrees of freedom of the blocks. A window of fewer than 8 blocks adds to its rows' error what blocks of the
 * reference vary beyond theirs. Without blocks, or with too few to know, rows are independent. O(blocks).
 *
 * @param own null without blocks, or where they could not be told apart. @param rows of the window's blocks.
 * @param reference `none` for the reference itself and without one; null: there is one and it does not know.
 *
 * Source: the project's calibration study, section 8.
 */
export function blockVariance(
  byRows: number,
  own: ClusterVariance | null,
  rows: readonly number[],
  reference: BlockSpread | null | 'none',
): BlockVariance {
  if (own !== null && (rows.length >= fewestOfWindow || reference === 'none'))
    return own.clusters < fewestBlocksOfSide
      ? { variance: byRows, degrees: null }
      : { variance: Math.max(own.variance, byRows), degrees: own.clusters - 1 };
  if (reference === null || reference === 'none') return { variance: byRows, degrees: null };
  const all = rows.reduce((sum, n) => sum + n, 0);
  const shares = rows.reduce((sum, n) => sum + (n / all) ** 2, 0);
  return { variance: byRows + reference.perBlock * shares, degrees: reference.blocks - 1 };
}
