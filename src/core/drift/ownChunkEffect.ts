import type { DecisionRule } from '../report/report.ts';
import { totalVariation } from '../stats/totalVariation.ts';

const fewestChunks = 3;

/**
 * How far the reference's own chunks lie from the whole reference: the largest corrected total variation distance over chunks with enough rows, null
 * with fewer than 3 of them. Season and trend inside the reference show here, so that a chunk of current is not blamed for the time of the year.
 */
export function ownChunkEffect(whole: ArrayLike<number>, chunks: readonly ArrayLike<number>[], rule: DecisionRule): number | null {
  const enough = chunks.filter((counts) => rowsOf(counts) >= rule.minRows);
  if (enough.length < fewestChunks) return null;
  return Math.max(...enough.map((counts) => totalVariation(whole, counts).corrected));
}

function rowsOf(counts: ArrayLike<number>): number {
  let rows = 0;
  for (let i = 0; i < counts.length; i++) rows += counts[i]!;
  return rows;
}
