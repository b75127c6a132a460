import { mixMatters } from '../../../check/mixMatters.ts';
import { benjaminiHochberg } from '../../../stats/multiplicity/benjaminiHochberg.ts';
import type { MixRate } from './mixRate.ts';

/** A column with what its changed distribution did to the metric. */
export interface RankedColumn {
  readonly split: MixRate;
  /** p of the composition effect, adjusted over all columns by Benjamini-Hochberg. */
  readonly q: number;
  /** Whether q ≤ alpha and the interval of the composition effect excludes 0. */
  readonly matters: boolean;
}

/**
 * Columns by their impact on the metric, not by how much they drifted: those whose composition effect is proven first, by its size. A column may
 * drift a lot and do nothing, where the loss is the same in all its groups.
 *
 * The effects of several columns do not add up: a region and its city explain the same change.
 */
export function rankedColumns(splits: readonly MixRate[], alpha = 0.05): RankedColumn[] {
  const q = benjaminiHochberg(splits.map(({ composition }) => composition.p));
  return splits
    .map((split, i) => ({ split, q: q[i]!, matters: mixMatters(q[i]!, split.composition, alpha) }))
    .sort((a, b) => Number(b.matters) - Number(a.matters) || Math.abs(b.split.composition.value) - Math.abs(a.split.composition.value));
}
