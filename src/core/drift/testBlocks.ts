import { fewestBlocks, fewestCurrentBlocks } from '../chunks/chunkPlan.ts';
import type { DecisionRule } from '../report/report.ts';
import { blockPermutation } from '../stats/blockPermutation.ts';
import type { CellTest } from './cellTest.ts';

/** What the permutations say of a column without drift: mean and spread of the distance. */
export interface BlockNull {
  readonly mean: number;
  readonly sd: number;
}

/**
 * Replaces the row-level p of a tested cell by the block-permutation p when there are at least 12 blocks, 3 of them current; else returns the test
 * as it is. Where no permutation reaches the distance, permutations go on up to `resolveTo`, so that large families can still be resolved.
 */
export function testBlocks(
  test: CellTest,
  reference: readonly Float64Array[],
  current: readonly Float64Array[],
  rule: DecisionRule,
  resolveTo: number,
): { readonly test: CellTest; readonly null: BlockNull | null } {
  if (test.p === null || current.length < fewestCurrentBlocks || reference.length + current.length < fewestBlocks || reference.length === 0)
    return { test, null: null };
  const result = blockPermutation([...reference, ...current], reference.length, {
    permutations: rule.permutations,
    seed: rule.seed,
    resolveTo,
  });
  return {
    test: { ...test, p: result.p, test: 'block_permutation', statistic: result.statistic },
    null: { mean: result.nullMean, sd: result.nullSd },
  };
}
