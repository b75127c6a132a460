import type { Predictions } from '../read/predictions.ts';
import { type BlockSpread, blockSpread, blockVariance, fewestBlocksOfSide } from '../stats/blocks/blockVariance.ts';
import type { ClusterVariance } from '../stats/blocks/clusterVariance.ts';
import { blockQuantileVariance } from './blockQuantiles.ts';
import { blockVariances } from './blockVariances.ts';
import type { Measure } from './measure.ts';
import { basisVariance } from './measureDifference.ts';
import { type MeasureContext, measuresOf } from './measuresOf.ts';
import { catalogue } from './registry.ts';
import { withBlocks } from './withBlocks.ts';

/** What the reference says of how blocks differ, by measure. */
export type ReferenceSpread = ReadonlyMap<string, BlockSpread>;

/**
 * The measures of some rows, each with the uncertainty of rows that go together by block (day): the larger of the error by blocks and by rows, with
 * Student's t of the blocks. A window of fewer than 8 blocks adds to its rows' error what blocks of the reference vary beyond theirs.
 * Without blocks, or with too few, rows are independent; days that follow each other and are alike count for fewer. O(n log n).
 *
 * @param reference null for the reference itself, or when there is none.
 *
 * Source: media/docs/calibration.md, section 8.
 */
export function measuresByBlock(
  p: Predictions,
  context: MeasureContext,
  reference: ReferenceSpread | null,
): { readonly measures: Measure[]; readonly spread: ReferenceSpread } {
  const measures = measuresOf(p, context);
  const spread = new Map<string, BlockSpread>();
  const blocks = rowsOfBlocks(p);
  if (blocks === null) return { measures, spread };
  const own = blocks.length >= fewestBlocksOfSide ? blockVariances(p, context) : new Map<string, never>();
  const adjusted = measures.map((measure) => {
    if (measure.basis === null) return measure;
    const key = `${measure.name}@${measure.at ?? ''}`;
    const { quantile: share } = catalogue[measure.name];
    const quantile = share === 'cut_off' ? measure.at : (share ?? null);
    const found: ClusterVariance | null =
      own.get(key) ?? (quantile === null || blocks.length < fewestBlocksOfSide ? null : blockQuantileVariance(p, measure, quantile));
    const byRows = basisVariance(measure.basis);
    if (found !== null) spread.set(key, blockSpread(found, byRows, context.neighbours));
    const known = reference === null ? 'none' : (reference.get(key) ?? null);
    const { variance, degrees } = blockVariance(byRows, found, blocks, known, context.neighbours);
    return degrees === null ? measure : withBlocks(measure, variance, degrees);
  });
  return { measures: adjusted, spread };
}

/** Rows of each block that has any; null without blocks. */
function rowsOfBlocks({ blockOf }: Predictions): number[] | null {
  if (blockOf === null) return null;
  const rows = new Map<number, number>();
  for (const block of blockOf) if (block >= 0) rows.set(block, (rows.get(block) ?? 0) + 1);
  return rows.size === 0 ? null : [...rows.values()];
}
