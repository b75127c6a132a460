import { fewestBlocks, fewestCurrentBlocks } from '../chunks/chunkPlan.ts';
import type { DecisionRule } from '../report/report.ts';
import { blockPermutation } from '../stats/blockPermutation.ts';
import { twoProportionZ } from '../stats/twoProportion.ts';

/**
 * p-value for a change of the missing share: block permutation over (present, missing) when there are enough blocks, else the two-proportion z test.
 * Rows in no block (no time, no group) count too, as blocks of the usual size. Null when either side has fewer than `rule.minRows` rows.
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
  const usual = rowsOf([...blocks.reference, ...blocks.current]) / (blocks.reference.length + blocks.current.length);
  const before = [...blocks.reference, ...outsideBlocks(reference, blocks.reference, usual)];
  const after = [...blocks.current, ...outsideBlocks(current, blocks.current, usual)];
  return blockPermutation([...before, ...after], before.length, {
    permutations: rule.permutations,
    seed: rule.seed,
    resolveTo,
  }).p;
}

function rowsOf(blocks: readonly Float64Array[]): number {
  return blocks.reduce((sum, [present, missing]) => sum + present! + missing!, 0);
}

/**
 * The rows of a side that stand in no block, as equal blocks of about the usual size: nothing says which of them belong together. Left out, a value
 * that is lost together with the time would be lost to the test as well.
 */
function outsideBlocks(
  side: { readonly missing: number; readonly rows: number },
  blocks: readonly Float64Array[],
  usual: number,
): Float64Array[] {
  const rows = side.rows - rowsOf(blocks);
  if (rows <= 0) return [];
  const missing = Math.max(0, side.missing - blocks.reduce((sum, block) => sum + block[1]!, 0));
  const count = Math.max(1, Math.round(rows / Math.max(1, usual)));
  return Array.from({ length: count }, () => Float64Array.of(Math.max(0, rows - missing) / count, missing / count));
}
