import type { SegmentColumn, SegmentGroup, SegmentPair } from '../../stats/groups/segmentColumn.ts';
import { SortKernel } from '../../stats/kernel/sortKernel.ts';
import { readableEdges } from './readableEdges.ts';

export interface NumericSegmentOptions {
  /** Bins of about equal share of the reference. Default 5. */
  readonly bins?: number;
  /** With at most this many distinct values on both sides together, each value is a group of its own. Default 10. */
  readonly maxValues?: number;
}

function isMissing(x: number | null | undefined): x is null | undefined {
  return x === null || x === undefined || !Number.isFinite(x);
}

/** Distinct finite values of both sides ascending, or null when there are more than `limit`. */
function fewValues(sides: readonly ArrayLike<number | null>[], limit: number): number[] | null {
  const seen = new Set<number>();
  for (const side of sides) {
    for (let i = 0; i < side.length; i++) {
      const x = side[i];
      if (isMissing(x)) continue;
      seen.add(x === 0 ? 0 : x);
      if (seen.size > limit) return null;
    }
  }
  return [...seen].sort((a, b) => a - b);
}

/**
 * A numeric column as groups: bins between round numbers near the reference's quantiles, or one group per value when there are few.
 * Null and non-finite values are a group of their own, present in `groups` only when some row has it. The bins are the reference's on both
 * sides, so a value beyond its range falls in an outer bin. A reference without numbers takes the bins of current.
 *
 * O(n log n) in the reference's rows.
 */
export function numericSegment(
  name: string,
  reference: ArrayLike<number | null>,
  current: ArrayLike<number | null>,
  { bins = 5, maxValues = 10 }: NumericSegmentOptions = {},
): SegmentPair {
  const values = fewValues([reference, current], maxValues);
  const groups: SegmentGroup[] = [];
  let edges: number[];
  if (values) {
    edges = values.slice(0, -1);
    for (const v of values) groups.push({ kind: 'value', value: String(v) });
  } else {
    const finite = (side: ArrayLike<number | null>) => {
      const kernel = new SortKernel();
      kernel.reserve({ lengths: [side.length, 0], tagBytes: 0, tagValues: 1, places: false });
      const kept = kernel.values(0);
      let n = 0;
      for (let i = 0; i < side.length; i++) {
        const x = side[i];
        // Adding 0 makes −0 a 0, as the sort asks.
        if (!isMissing(x)) kept[n++] = x + 0;
      }
      kernel.sort(0, n);
      return kept.subarray(0, n);
    };
    const sorted = finite(reference);
    edges = readableEdges(sorted.length > 0 ? sorted : finite(current), bins);
    for (let i = 0; i <= edges.length; i++) groups.push({ kind: 'range', above: edges[i - 1] ?? null, upTo: edges[i] ?? null });
  }
  const missing = groups.length;
  let anyMissing = false;
  const encode = (side: ArrayLike<number | null>) => {
    const codes = new Uint16Array(side.length);
    for (let i = 0; i < side.length; i++) {
      const x = side[i];
      if (isMissing(x)) {
        codes[i] = missing;
        anyMissing = true;
        continue;
      }
      let bin = 0;
      while (bin < edges.length && x > edges[bin]!) bin++;
      codes[i] = bin;
    }
    return codes;
  };
  const codes = [encode(reference), encode(current)] as const;
  if (anyMissing) groups.push({ kind: 'missing' });
  const column = (of: Uint16Array): SegmentColumn => ({ name, groups, codes: of });
  return { reference: column(codes[0]), current: column(codes[1]) };
}
