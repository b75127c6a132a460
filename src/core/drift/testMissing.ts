import { fewestBlocks, fewestCurrentBlocks } from '../chunks/chunkPlan.ts';
import type { DecisionRule } from '../report/report.ts';
import { blockPermutation } from '../stats/blockPermutation.ts';
import { twoProportionZ } from '../stats/twoProportion.ts';

/**
 * p-value for a change of the missing share: block permutation over (present, missing) when there are enough blocks, else the two-proportion z test.
 * Null when either side has fewer than `rule.minRows` rows.
 */
export function testMissing(
  reference: { readonly missing: number; readonly rows: number },
  current: { readonly missing: number; readonly rows: number },
  blocks: { readonly reference: readonly Float64Array[]; readonly current: readonly Float64Array[] } | null,
  rule: DecisionRule,
  resolveTo: number,
): number | null {
  if (reference.rows < rule.minRows || current.rows < rule.minRows) return null;
  if (reference.missing === 0 && current.missing === 0) return 1;
  const enough =
    blocks !== null &&
    blocks.reference.length > 0 &&
    blocks.current.length >= fewestCurrentBlocks &&
    blocks.reference.length + blocks.current.length >= fewestBlocks;
  if (!enough) return twoProportionZ(reference.missing, reference.rows, current.missing, current.rows).p;
  return blockPermutation([...blocks.reference, ...blocks.current], blocks.reference.length, {
    permutations: rule.permutations,
    seed: rule.seed,
    resolveTo,
  }).p;
}
