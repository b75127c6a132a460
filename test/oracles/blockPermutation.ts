import { totalVariation } from '../../src/core/stats/distances/totalVariation.ts';
import { mulberry32 } from '../../src/core/stats/samples/mulberry32.ts';

/**
 * The test of two groups of blocks that exchanges whole blocks, as the goldens define it (the product decides by another rule): each permutation a
 * Fisher-Yates shuffle (from the last place down, j = ⌊u (i + 1)⌋) of the original order, drawn from one continuing mulberry32 stream; p is
 * (1 + permutations that reach the distance) / (permutations + 1).
 *
 * @param histograms counts of each block over the same bins, reference blocks first. @param nReferenceBlocks how many of them are the reference.
 */
export function blockPermutation(
  histograms: readonly (readonly number[])[],
  nReferenceBlocks: number,
  { permutations, seed }: { readonly permutations: number; readonly seed: number },
): { readonly statistic: number; readonly p: number } {
  const blocks = histograms.length;
  const bins = histograms[0]!.length;
  const sum = (order: readonly number[], from: number, to: number): number[] =>
    Array.from({ length: bins }, (_, bin) => order.slice(from, to).reduce((total, block) => total + histograms[block]![bin]!, 0));
  const distance = (order: readonly number[]): number =>
    totalVariation(sum(order, 0, nReferenceBlocks), sum(order, nReferenceBlocks, blocks)).tvd;
  const identity = Array.from({ length: blocks }, (_, i) => i);
  const statistic = distance(identity);
  const next = mulberry32(seed);
  let reached = 0;
  for (let k = 0; k < permutations; k++) {
    const order = [...identity];
    for (let i = blocks - 1; i >= 1; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    const permuted = distance(order);
    // A shuffle that leaves a side without rows counts as reached.
    if (!(permuted < statistic * (1 - 1e-12))) reached++;
  }
  return { statistic, p: (1 + reached) / (permutations + 1) };
}
