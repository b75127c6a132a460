import type { ClusterVariance } from '../inference/clusterVariance.ts';
import type { Measure } from '../performance/measure.ts';
import { varianceOf } from '../performance/measureDifference.ts';
import { withBlocks } from '../performance/withBlocks.ts';
import { meanInflation } from '../stats/meanInflation.ts';
import { neighbourCorrelation } from '../stats/neighbourCorrelation.ts';
import { blockQuantileVariance } from './blockQuantiles.ts';
import { blockVariances } from './blockVariances.ts';
import { type MeasureContext, measuresOf } from './measuresOf.ts';
import type { Predictions } from './predictions.ts';

/** Fewer blocks of the reference say nothing of how blocks differ: rows are then taken as independent. */
const fewestOfReference = 4;
/** Fewer blocks of one measure cannot tell days that follow each other from days that do not: the columns of a run together can. */
const fewestForOwn = 28;
/** Part of the variance of blocks that must be more than row noise, for how it goes on from one to the next to be seen. */
const visiblePart = 0.25;
/** However alike the columns of a run are from day to day. */
const mostShared = 0.95;
/** A window of fewer blocks takes how they differ from the reference. */
const fewestOfWindow = 8;

/**
 * What the reference says of how blocks differ: by measure, the variance of one block beyond that of its rows, the blocks it rests on, and how far blocks
 * that follow each other are alike.
 */
export type ReferenceSpread = ReadonlyMap<string, { readonly perBlock: number; readonly blocks: number; readonly r: number }>;

/**
 * The measures of some rows, each with the uncertainty of rows that go together by block (day): the larger of the error by blocks and by rows, with
 * Student's t of the blocks. A window of fewer than 8 blocks adds to its rows' error what blocks of the reference vary beyond theirs.
 * Without blocks, or with too few, rows are independent. Days that follow each other and are alike say less than as many that are not: what blocks differ
 * beyond their rows is inflated by their correlation. O(n log n).
 *
 * @param reference null for the reference itself, or when there is none.
 *
 * Source: the project's calibration study, section 8.
 */
export function measuresByBlock(
  p: Predictions,
  context: MeasureContext,
  reference: ReferenceSpread | null,
): { readonly measures: Measure[]; readonly spread: ReferenceSpread } {
  const measures = measuresOf(p, context);
  const spread = new Map<string, { perBlock: number; blocks: number; r: number }>();
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
    const of = reference?.get(key);
    if (found !== null && found !== undefined) {
      const between = Math.max(0, found.variance - byRows);
      // A change within current looks like days that are alike: the reference tells, where there is one.
      const r = of?.r ?? alike(found, between, context.neighbours);
      spread.set(key, { perBlock: between * found.clusters, blocks: found.clusters, r });
      if (blocks.length >= fewestOfWindow || reference === null)
        return blocked(measure, byRows, between * meanInflation(found.clusters, r), found.clusters - 1, r);
    }
    if (of === undefined) return measure;
    const rows = blocks.reduce((sum, n) => sum + n, 0);
    const shares = blocks.reduce((sum, n) => sum + (n / rows) ** 2, 0);
    return blocked(measure, byRows, of.perBlock * shares * meanInflation(blocks.length, of.r), of.blocks - 1, of.r);
  });
  return { measures: adjusted, spread };
}

/**
 * Correlation of blocks that follow each other, on the cautious side: the measure's own, or that of the run's columns where it has too few blocks to tell, or
 * blocks hardly differ beyond their rows;
 * 0 where blocks are no neighbours in time.
 */
function alike({ variance, clusters, lag }: ClusterVariance, between: number, shared: number | null): number {
  if (shared === null) return 0;
  if (lag === null || clusters < fewestForOwn || between <= visiblePart * variance) return Math.min(mostShared, shared);
  return neighbourCorrelation(lag, clusters, { between, total: variance, nu: 1 }).r;
}

/**
 * A measure by the error of its rows and what blocks differ beyond that. Neighbours that are alike are worth fewer independent ones: so many fewer degrees
 * of freedom has the second part.
 */
function blocked(measure: Measure, byRows: number, between: number, degrees: number, r: number): Measure {
  const variance = byRows + between;
  const fewer = Math.max(1, (degrees * (1 - r)) / (1 + r));
  const inBetween = between / variance;
  return withBlocks(measure, variance, 1 / ((1 - inBetween ** 2) / degrees + inBetween ** 2 / fewer));
}

/** Rows of each block that has any; null without blocks. */
function rowsOfBlocks({ blockOf }: Predictions): number[] | null {
  if (blockOf === null) return null;
  const rows = new Map<number, number>();
  for (const block of blockOf) if (block >= 0) rows.set(block, (rows.get(block) ?? 0) + 1);
  return rows.size === 0 ? null : [...rows.values()];
}
