import type { BinKind } from '../stats/blocks/blockTable.ts';
import { keptCategories } from '../stats/samples/foldCategories.ts';
import { featureSet } from './binFeatures.ts';
import type { ReferenceRuns } from './referenceRuns.ts';

/** Correlation of neighbouring blocks that the columns of a run share: with and without the means of the phases. */
export interface SharedCorrelation {
  readonly plain: number;
  readonly season: number;
}

/** What one column says of it; null where its blocks differ too little to say anything. */
export interface OwnCorrelation {
  readonly plain: number | null;
  readonly season: number | null;
}

/** Part of the variance of blocks that must be more than row noise. */
const visiblePart = 0.25;
const fewestColumns = 3;

/** The correlation of neighbouring single blocks of one column. `reference`: the counts of all of its rows. */
export function ownCorrelation(kind: BinKind, runs: ReferenceRuns, reference: Float64Array): OwnCorrelation {
  const rows = reference.reduce((sum, count) => sum + count, 0);
  const kept = kind === 'number' ? 0 : keptCategories(reference, Math.floor(rows / Math.max(1, runs.blocks)));
  const features = featureSet(kind, kept, reference, null);
  if (features.used.length === 0 || runs.blocks < 2) return { plain: null, season: null };
  const of = (season: boolean): number | null => {
    const { rc, gamma, total } = runs.spread({ run: 1, season }, features);
    return gamma > visiblePart * total ? rc : null;
  };
  return { plain: of(false), season: runs.seasonal ? of(true) : null };
}

/** The median over the columns that say anything; 0 with fewer than 3 of them: a single column of four weeks cannot tell 0.8 from 0.4, thirty can. */
export function sharedCorrelation(columns: readonly OwnCorrelation[]): SharedCorrelation {
  return { plain: median(columns.map(({ plain }) => plain)), season: median(columns.map(({ season }) => season)) };
}

function median(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (known.length < fewestColumns) return 0;
  const middle = known.length >> 1;
  return known.length % 2 === 1 ? known[middle]! : (known[middle - 1]! + known[middle]!) / 2;
}
