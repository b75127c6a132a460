/** Rows of current whose value reference has never seen. */
export interface BeyondSeen {
  readonly share: number;
  /** 1 for such a row. */
  readonly rows: Uint8Array;
}

/** Fewer rows than this share are no more than the usual few new extremes. */
const leastShare = 0.05;

function seenUnless(beyond: (row: number) => boolean, rows: number): BeyondSeen | null {
  const flags = new Uint8Array(rows);
  let n = 0;
  for (let i = 0; i < rows; i++) if (beyond(i)) n += flags[i] = 1;
  return rows > 0 && n / rows >= leastShare ? { share: n / rows, rows: flags } : null;
}

/** Numbers of current below the smallest or above the largest of reference; null when fewer than 5 % of rows are, or reference has none. O(rows). */
export function numbersBeyondSeen(reference: Float64Array, current: Float64Array): BeyondSeen | null {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const x of reference) {
    if (!Number.isFinite(x)) continue;
    if (x < least) least = x;
    if (x > most) most = x;
  }
  return least > most ? null : seenUnless((i) => current[i]! < least || current[i]! > most, current.length);
}

/**
 * Categories of current that reference lacks; null when fewer than 5 % of rows hold one. `complete`: all values of reference are among those given.
 * Codes below 0 stand for no value, or for one that is not told apart. O(rows).
 */
export function categoriesBeyondSeen(
  reference: { readonly values: readonly string[]; readonly complete: boolean },
  current: { readonly values: readonly string[]; readonly codes: Int16Array },
): BeyondSeen | null {
  if (!reference.complete || reference.values.length === 0) return null;
  const known = new Set(reference.values);
  const isNew = current.values.map((value) => !known.has(value));
  return isNew.includes(true) ? seenUnless((i) => isNew[current.codes[i]!] === true, current.codes.length) : null;
}
