import { chiSquarePooled } from '../tests/chiSquarePooled.ts';
import { type BlockEffect, blockedP } from './blockEffect.ts';
import { blockedTable, type CodedRows } from './blockedSides.ts';

/**
 * Whether classes are predicted in other shares: chi-square, rare classes pooled; where rows have blocks, with the rows of a block taken together as far as they
 * go together. Null where only one class is predicted: there is nothing to test. O(rows + blocks · classes²).
 */
export function predictedShift(
  reference: CodedRows,
  current: CodedRows,
  classes: number,
): { readonly p: number | null; readonly effect: BlockEffect | null } {
  const count = ({ codes }: CodedRows): Float64Array => {
    const counts = new Float64Array(classes);
    for (let i = 0; i < codes.length; i++) if (codes[i]! >= 0) counts[codes[i]!]!++;
    return counts;
  };
  const { p, df } = chiSquarePooled(count(reference), count(current));
  if (df === 0) return { p: null, effect: null };
  const table = blockedTable(reference, current, classes);
  return table === null ? { p, effect: null } : { p: blockedP(table.statistic, table.df, table.effect, p), effect: table.effect };
}
