import { type BlockEffect, type BlockedSide, blockEffect } from '../../../stats/blocks/blockEffect.ts';
import { type BlockOf, blockCount } from '../../../stats/blocks/blockedSides.ts';
import type { Strata, StratumSums } from './stratifiedMeans.ts';

/** Rows of one side in strata: the stratum of each row (negative: none), its outcome (not finite: unknown) and its block. */
export interface StratifiedRows {
  readonly strata: Int32Array;
  readonly outcome: Float64Array;
  readonly blockOf: BlockOf;
}

/**
 * What days do to differences of means at equal strata, taken together by `groupOf` (a group of each stratum, negative: left out): the design effect of the
 * excess of current's sums over what exchanging rows within strata gives, each group weighing by 1 / its variance. Null where rows are independent.
 * O(rows + blocks · groups²).
 */
export function strataEffect(
  reference: StratifiedRows,
  current: StratifiedRows,
  strata: Strata,
  groupOf: Int32Array,
  groups: number,
): BlockEffect | null {
  if (reference.blockOf === null && current.blockOf === null) return null;
  const variance = new Float64Array(groups);
  /** Variance of one row's outcome, pooled, by stratum; 0 where a side has no rows. */
  const spread = Float64Array.from(groupOf, (group, s) => {
    const [n0, n1] = [strata.reference.n[s]!, strata.current.n[s]!];
    if (group < 0 || n0 === 0 || n1 === 0) return 0;
    const n = n0 + n1;
    const sum = strata.reference.sum[s]! + strata.current.sum[s]!;
    const of = Math.max(0, strata.reference.squares[s]! + strata.current.squares[s]! - (sum * sum) / n) / (n - 1);
    variance[group]! += ((n0 * n1) / n) * of;
    return of;
  });
  const side = ({ strata: place, outcome, blockOf }: StratifiedRows, own: StratumSums, other: StratumSums): BlockedSide => {
    const weight = (s: number): number => other.n[s]! / (own.n[s]! + other.n[s]!);
    // Deviations from the stratum's own mean are too small by what the mean takes of them.
    const freed = Float64Array.from(own.n, (n) => (n > 1 ? Math.sqrt(n / (n - 1)) : 1));
    const count = blockCount(blockOf);
    const sums = new Float64Array(count * groups);
    const rows = new Float64Array(count);
    for (let i = 0; i < (blockOf?.length ?? 0); i++) {
      const s = place[i]!;
      const block = blockOf![i]!;
      if (s < 0 || block < 0 || !Number.isFinite(outcome[i]!)) continue;
      const group = groupOf[s]!;
      if (group < 0 || !(spread[s]! > 0) || !(variance[group]! > 0)) continue;
      sums[block * groups + group]! += (weight(s) * freed[s]! * (outcome[i]! - own.sum[s]! / own.n[s]!)) / Math.sqrt(variance[group]!);
      rows[block]!++;
    }
    let byRows = 0;
    for (let s = 0; s < groupOf.length; s++) {
      const group = groupOf[s]!;
      if (spread[s]! > 0 && variance[group]! > 0) byRows += (weight(s) ** 2 * own.n[s]! * spread[s]!) / variance[group]!;
    }
    return { byRows, sums: blockOf === null ? null : sums, rows };
  };
  return blockEffect(groups, side(current, strata.current, strata.reference), side(reference, strata.reference, strata.current));
}
