import type { Measure } from '../performance/measure.ts';
import { varianceOf } from '../performance/measureDifference.ts';
import { withBlocks } from '../performance/withBlocks.ts';
import { blockQuantileVariance } from './blockQuantiles.ts';
import { blockVariances } from './blockVariances.ts';
import { type MeasureContext, measuresOf } from './measuresOf.ts';
import type { Predictions } from './predictions.ts';

/** Fewer blocks of the reference say nothing of how blocks differ: rows are then taken as independent. */
const fewestOfReference = 4;
/** A window of fewer blocks takes how they differ from the reference. */
const fewestOfWindow = 8;

/** What the reference says of how blocks differ: by measure, the variance of one block beyond that of its rows, and the blocks it rests on. */
export type ReferenceSpread = ReadonlyMap<string, { readonly perBlock: number; readonly blocks: number }>;

/**
 * The measures of some rows, each with the uncertainty of rows that go together by block (day): the larger of the error by blocks and by rows, with
 * Student's t of the blocks. A window of fewer than 8 blocks adds to its rows' error what blocks of the reference vary beyond theirs.
 * Without blocks, or with too few, rows are independent. O(n log n).
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
  const spread = new Map<string, { perBlock: number; blocks: number }>();
  const blocks = rowsOfBlocks(p);
  if (blocks === null) return { measures, spread };
  const own = blocks.length >= fewestOfReference ? blockVariances(p, context) : new Map<string, never>();
  const adjusted = measures.map((measure) => {
    if (measure.basis === null) return measure;
    const key = `${measure.name}@${measure.at ?? ''}`;
    const quantile = measure.name === 'median_absolute_error' ? 0.5 : measure.name === 'absolute_error_quantile' ? measure.at : null;
    const found =
      own.get(key) ?? (quantile === null || blocks.length < fewestOfReference ? null : blockQuantileVariance(p, measure, quantile));
    const byRows = varianceOf(measure.basis);
    if (found !== null && found !== undefined)
      spread.set(key, { perBlock: Math.max(0, (found.variance - byRows) * found.clusters), blocks: found.clusters });
    if (found && (blocks.length >= fewestOfWindow || reference === null))
      return withBlocks(measure, Math.max(found.variance, byRows), found.clusters - 1);
    const of = reference?.get(key);
    if (of === undefined) return measure;
    const rows = blocks.reduce((sum, n) => sum + n, 0);
    const shares = blocks.reduce((sum, n) => sum + (n / rows) ** 2, 0);
    return withBlocks(measure, byRows + of.perBlock * shares, of.blocks - 1);
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
