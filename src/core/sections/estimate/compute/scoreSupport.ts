/** Where the reference had scores: its range, cut into equal bins, and which of them held any. */
export interface ScoreSupport {
  readonly low: number;
  readonly high: number;
  readonly filled: Uint8Array;
}

/** At most this many bins, and on average this many rows of the reference in each. */
const mostBins = 50;
const rowsPerBin = 20;

function binAt({ low, high, filled }: ScoreSupport, score: number): number {
  if (high === low) return 0;
  return Math.min(filled.length - 1, Math.floor(((score - low) / (high - low)) * filled.length));
}

/** Support of the finite scores of a reference; null when there are none. O(n). */
export function scoreSupport(scores: Float64Array): ScoreSupport | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let n = 0;
  for (const score of scores) {
    if (!Number.isFinite(score)) continue;
    if (score < low) low = score;
    if (score > high) high = score;
    n++;
  }
  if (n === 0) return null;
  const support = { low, high, filled: new Uint8Array(Math.max(1, Math.min(mostBins, Math.floor(n / rowsPerBin)))) };
  for (const score of scores) if (Number.isFinite(score)) support.filled[binAt(support, score)] = 1;
  return support;
}

/**
 * Share of scores that the reference says nothing of: beyond its range, or in a bin in which it had no row. NaN are left out.
 *
 * @returns 0 to 1; null without scores. A few such rows are normal (about 2 / (n + 1) beyond the range when nothing moved).
 */
export function outsideSupport(support: ScoreSupport, scores: Float64Array): number | null {
  let outside = 0;
  let n = 0;
  for (const score of scores) {
    if (Number.isNaN(score)) continue;
    n++;
    if (score < support.low || score > support.high || support.filled[binAt(support, score)] === 0) outside++;
  }
  return n > 0 ? outside / n : null;
}
