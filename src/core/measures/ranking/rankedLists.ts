/** One list of recommendations per user, best first. */
export interface RankedLists {
  /** Rows of user u are `rows[start[u]] … rows[start[u + 1] − 1]`. */
  readonly start: Uint32Array;
  /** Positions of the rows, list after list. */
  readonly rows: Uint32Array;
  /** Relevance in that order: 0 or above. */
  readonly relevance: Float64Array;
  readonly users: number;
  /** Rows left out: no user, no prediction or no relevance. */
  readonly excluded: number;
}

/**
 * Orders the rows of each user by rank (ascending) or score (descending); equal ones keep the order of the rows. O(n log n).
 *
 * @param user 0 … users − 1, −1 for a missing one. @param prediction rank or score, NaN for a missing one. @param relevance 0 for not
 *   relevant, above 0 for relevant (more for more); NaN for a missing one, below 0 counts 0.
 */
export function rankedLists(
  user: Int32Array,
  prediction: Float64Array,
  relevance: Float64Array,
  users: number,
  order: 'rank' | 'score',
): RankedLists {
  const n = user.length;
  const usable = (i: number) => user[i]! >= 0 && !Number.isNaN(prediction[i]) && !Number.isNaN(relevance[i]);
  const start = new Uint32Array(users + 1);
  let kept = 0;
  for (let i = 0; i < n; i++) {
    if (!usable(i)) continue;
    start[user[i]! + 1]!++;
    kept++;
  }
  for (let u = 0; u < users; u++) start[u + 1]! += start[u]!;
  const rows = new Uint32Array(kept);
  const next = start.slice(0, users);
  for (let i = 0; i < n; i++) if (usable(i)) rows[next[user[i]!]!++] = i;
  const sign = order === 'rank' ? 1 : -1;
  for (let u = 0; u < users; u++) {
    rows.subarray(start[u]!, start[u + 1]!).sort((a, b) => sign * (prediction[a]! - prediction[b]!) || a - b);
  }
  return { start, rows, relevance: Float64Array.from(rows, (row) => Math.max(0, relevance[row]!)), users, excluded: n - kept };
}

/** What happens to users none of whose items is relevant: left out, or counted with 0. */
export type UsersWithoutPositives = 'exclude' | 'zero';

/** Values of a per-user measure, one for each user that counts. @param of the relevance of one user's list and its relevant items. */
export function perUser(
  lists: RankedLists,
  withoutPositives: UsersWithoutPositives,
  of: (relevance: Float64Array, positives: number) => number,
): Float64Array {
  const values = new Float64Array(lists.users);
  let n = 0;
  for (let u = 0; u < lists.users; u++) {
    const list = lists.relevance.subarray(lists.start[u]!, lists.start[u + 1]!);
    if (list.length === 0) continue;
    let positives = 0;
    for (const r of list) if (r > 0) positives++;
    if (positives > 0) values[n++] = of(list, positives);
    else if (withoutPositives === 'zero') values[n++] = 0;
  }
  return values.subarray(0, n);
}

/** Relevant items among the first k. */
export function hitsAt(relevance: Float64Array, k: number): number {
  let hits = 0;
  for (let i = 0; i < Math.min(k, relevance.length); i++) if (relevance[i]! > 0) hits++;
  return hits;
}
