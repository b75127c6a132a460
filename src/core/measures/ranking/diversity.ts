import type { RankedLists } from './rankedLists.ts';

/**
 * Intra-list diversity of each user: mean distance of the pairs among the first k items. Users with fewer than two items are left out.
 * O(users · k²).
 *
 * @param distance of the items of two rows, by whatever features describe them.
 *
 * Source: C.-N. Ziegler et al., WWW 2005.
 */
export function diversityAtK(lists: RankedLists, k: number, distance: (row: number, other: number) => number): Float64Array {
  const values: number[] = [];
  for (let u = 0; u < lists.users; u++) {
    const own = lists.rows.subarray(lists.start[u]!, Math.min(lists.start[u + 1]!, lists.start[u]! + k));
    if (own.length < 2) continue;
    let sum = 0;
    for (let i = 0; i < own.length; i++) for (let j = 0; j < i; j++) sum += distance(own[i]!, own[j]!);
    values.push(sum / ((own.length * (own.length - 1)) / 2));
  }
  return Float64Array.from(values);
}

/** Cosine distance of two feature vectors, 0 to 2; 1 when one of them is 0. */
export function cosineDistance(x: Float64Array, y: Float64Array): number {
  let dot = 0;
  let xx = 0;
  let yy = 0;
  for (let i = 0; i < x.length; i++) {
    dot += x[i]! * y[i]!;
    xx += x[i]! * x[i]!;
    yy += y[i]! * y[i]!;
  }
  return xx > 0 && yy > 0 ? 1 - dot / Math.sqrt(xx * yy) : 1;
}
