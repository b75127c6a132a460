import type { SegmentColumn, SegmentGroup, SegmentPair } from '../../src/core/stats/groups/segmentColumn.ts';

/**
 * A categorical column as groups: the categories with the largest share on either side, all others together, and missing values. The groups
 * `other` and `missing` are there only when some row has them.
 *
 * A category counts by the larger of its two shares, so one that is new in current gets a group when it is common there. Ties go to the
 * text that sorts first, so the groups do not depend on the order of rows.
 *
 * @param largest number of categories with a group of their own. Default 20. O(n + k log k).
 */
export function categorySegment(
  name: string,
  reference: ArrayLike<string | null>,
  current: ArrayLike<string | null>,
  largest = 20,
): SegmentPair {
  const shares = new Map<string, number>();
  let anyMissing = false;
  for (const side of [reference, current]) {
    const counts = new Map<string, number>();
    for (let i = 0; i < side.length; i++) {
      const value = side[i];
      if (value === null || value === undefined) anyMissing = true;
      else counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    for (const [value, count] of counts) shares.set(value, Math.max(shares.get(value) ?? 0, count / side.length));
  }
  const ranked = [...shares.keys()].sort((a, b) => shares.get(b)! - shares.get(a)! || (a < b ? -1 : 1));
  // One category alone under "other" reads better by its name.
  const kept = ranked.length <= largest + 1 ? ranked : ranked.slice(0, largest);
  const groups: SegmentGroup[] = kept.map((value) => ({ kind: 'value', value }));
  const index = new Map(kept.map((value, i) => [value, i]));
  const other = groups.length;
  if (ranked.length > kept.length) groups.push({ kind: 'other', values: ranked.length - kept.length });
  const missing = groups.length;
  if (anyMissing) groups.push({ kind: 'missing' });
  const column = (side: ArrayLike<string | null>): SegmentColumn => {
    const codes = new Uint16Array(side.length);
    for (let i = 0; i < side.length; i++) {
      const value = side[i];
      codes[i] = value === null || value === undefined ? missing : (index.get(value) ?? other);
    }
    return { name, groups, codes };
  };
  return { reference: column(reference), current: column(current) };
}
