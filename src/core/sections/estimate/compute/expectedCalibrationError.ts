import { argsort } from '../../../stats/samples/argsort.ts';

/**
 * Bins of equal numbers of sorted rows, as half-open [from, to): ⌊n / bins⌋ rows each, the remainder in the last. When bins do not divide n
 * there may be more of them than asked for (25 rows in 10 bins make 12 of 2). With n ≤ 2 · bins there are ⌊n / 2⌋ of them; none for n < 4.
 *
 * Source: NannyML 0.13 calibration.py, _get_bin_index_edges.
 */
export function equalMassRanges(n: number, bins: number): [number, number][] {
  const count = n <= 2 * bins ? Math.floor(n / 2) : bins;
  if (count < 2) return [];
  const width = Math.floor(n / count);
  const starts: number[] = [];
  for (let from = 0; from + width <= n; from += width) starts.push(from);
  return starts.map((from, i) => [from, i + 1 < starts.length ? starts[i + 1]! : n]);
}

/**
 * Expected calibration error over bins of equal mass: Σ share of bin · |mean score − mean label|, rows sorted by score, ties in row order.
 *
 * @param labels 0 or 1. @returns 0 to 1; null with fewer than 4 rows. O(n log n).
 */
export function expectedCalibrationError(scores: Float64Array, labels: ArrayLike<number>, bins = 10): number | null {
  const n = scores.length;
  const edges = equalMassRanges(n, bins);
  if (edges.length === 0) return null;
  const order = argsort(scores);
  let error = 0;
  for (const [from, to] of edges) {
    let difference = 0;
    for (let i = from; i < to; i++) difference += scores[order[i]!]! - labels[order[i]!]!;
    error += Math.abs(difference) / n;
  }
  return error;
}
