import type { CodedColumn } from '../../data/codedColumn.ts';
import type { SegmentColumn, SegmentGroup, SegmentPair } from '../../stats/groups/segmentColumn.ts';
import { mapCodes } from '../mapCodes.ts';

/**
 * A coded column as groups: the categories with the largest share on either side, all others together, and missing values; as `categorySegment`, but
 * on codes. O(rows).
 */
export function codedSegment(reference: CodedColumn | null, current: CodedColumn, largest = 20): SegmentPair {
  const shares = new Map<string, number>();
  let beyond = false;
  let missing = false;
  for (const side of [reference, current]) {
    if (side === null) continue;
    const counts = new Float64Array(side.values.length);
    for (let i = 0; i < side.codes.length; i++) {
      const code = side.codes[i]!;
      if (code >= 0) counts[code]!++;
      else if (code === -1) beyond = true;
      else missing = true;
    }
    for (const [i, value] of side.values.entries()) shares.set(value, Math.max(shares.get(value) ?? 0, counts[i]! / side.codes.length));
  }
  const ranked = [...shares.keys()].sort((a, b) => shares.get(b)! - shares.get(a)! || (a < b ? -1 : 1));
  const kept = ranked.length <= largest + 1 && !beyond ? ranked : ranked.slice(0, largest);
  const groups: SegmentGroup[] = kept.map((value) => ({ kind: 'value', value }));
  const index = new Map(kept.map((value, i) => [value, i]));
  const other = groups.length;
  if (ranked.length > kept.length || beyond) groups.push({ kind: 'other', values: ranked.length - kept.length });
  const none = groups.length;
  if (missing) groups.push({ kind: 'missing' });
  const column = (side: CodedColumn | null): SegmentColumn => {
    if (side === null) return { name: current.name, groups, codes: new Uint16Array(0) };
    const group = side.values.map((value) => index.get(value) ?? other);
    const codes = mapCodes(side.codes, group, (code) => (code === -1 ? other : none), new Uint16Array(side.codes.length));
    return { name: current.name, groups, codes };
  };
  return { reference: column(reference), current: column(current) };
}
