import type { ColumnReport } from '../sections/drift/result.ts';
import { calmVerdict } from './columnVerdict.ts';
import type { ColumnMark } from './verdict.ts';

/**
 * What the values of a column say by themselves, where its missing values carry the verdict: a watch where one of its windows is watched, else what a
 * calm column is. @param slack of the rule in force.
 */
export function valuesMark(
  { whole, chunks, reason, certain, visible, limit }: ColumnReport,
  slack: number,
): { readonly verdict: ColumnMark; readonly cause: 'whole' | 'chunk' | null } {
  if (whole.verdict === 'watch') return { verdict: 'watch', cause: 'whole' };
  if (chunks.some(({ verdict }) => verdict === 'watch')) return { verdict: 'watch', cause: 'chunk' };
  const tested = whole.p !== null || chunks.some(({ p }) => p !== null);
  return { verdict: calmVerdict({ tested, reason, certain, visible, limit, slack }), cause: null };
}
