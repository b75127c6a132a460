import { argsort } from '../../../stats/samples/argsort.ts';

/** A non-decreasing, piecewise linear map from scores to means: knots ascending in x, constant beyond the first and the last. */
export interface IsotonicMap {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Distinct scores, ascending, with the weight and the weighted sum of targets at each: all that the fit needs. */
export interface ScoreTable {
  readonly score: Float64Array;
  readonly weight: Float64Array;
  readonly sum: Float64Array;
}

/**
 * Groups rows by their score. Rows of weight 0 are left out.
 *
 * @param scores, targets one entry per row, finite. @param weights non-negative, 1 each when left out.
 * @param order rows in ascending order of score, when it is at hand; then O(n), else O(n log n).
 */
export function scoreTable(
  scores: Float64Array,
  targets: ArrayLike<number>,
  weights?: ArrayLike<number>,
  order: Uint32Array = argsort(scores),
): ScoreTable {
  const score: number[] = [];
  const weight: number[] = [];
  const sum: number[] = [];
  for (const row of order) {
    const w = weights ? weights[row]! : 1;
    if (!(w > 0)) continue;
    const last = score.length - 1;
    if (last >= 0 && score[last] === scores[row]) {
      weight[last]! += w;
      sum[last]! += w * targets[row]!;
    } else {
      score.push(scores[row]!);
      weight.push(w);
      sum.push(w * targets[row]!);
    }
  }
  return { score: Float64Array.from(score), weight: Float64Array.from(weight), sum: Float64Array.from(sum) };
}

/**
 * Isotonic regression: the non-decreasing function of the score nearest to the targets in weighted squared error, by pooling adjacent
 * violators. Equal scores are averaged first. Knots inside a flat stretch are dropped, so the map has few.
 *
 * @returns null for a table without rows. O(distinct scores).
 *
 * Source: Barlow, Bartholomew, Bremner and Brunk (1972); same as sklearn.isotonic.IsotonicRegression(out_of_bounds="clip") 1.2.1.
 */
export function fitIsotonic(table: ScoreTable): IsotonicMap | null {
  const n = table.score.length;
  if (n === 0) return null;
  const total = new Float64Array(n);
  const mass = new Float64Array(n);
  /** First entry of each pooled block; the blocks so far are 0 … blocks − 1. */
  const start = new Int32Array(n);
  let blocks = 0;
  for (let i = 0; i < n; i++) {
    if (!(table.weight[i]! > 0)) continue;
    total[blocks] = table.sum[i]!;
    mass[blocks] = table.weight[i]!;
    start[blocks] = i;
    blocks++;
    while (blocks > 1 && total[blocks - 2]! / mass[blocks - 2]! >= total[blocks - 1]! / mass[blocks - 1]!) {
      total[blocks - 2]! += total[blocks - 1]!;
      mass[blocks - 2]! += mass[blocks - 1]!;
      blocks--;
    }
  }
  if (blocks === 0) return null;
  const x: number[] = [];
  const y: number[] = [];
  for (let b = 0; b < blocks; b++) {
    const mean = total[b]! / mass[b]!;
    const first = start[b]!;
    let last = (b + 1 < blocks ? start[b + 1]! : n) - 1;
    while (!(table.weight[last]! > 0)) last--;
    x.push(table.score[first]!);
    y.push(mean);
    if (last > first) {
      x.push(table.score[last]!);
      y.push(mean);
    }
  }
  return { x: Float64Array.from(x), y: Float64Array.from(y) };
}

/** The map at one score: linear between knots, the first and last value outside of them; NaN for NaN. O(log knots). */
export function applyIsotonic(map: IsotonicMap, score: number): number {
  const { x, y } = map;
  const last = x.length - 1;
  if (Number.isNaN(score)) return Number.NaN;
  if (score <= x[0]!) return y[0]!;
  if (score >= x[last]!) return y[last]!;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (x[middle]! <= score) low = middle;
    else high = middle;
  }
  return y[low]! + ((y[high]! - y[low]!) * (score - x[low]!)) / (x[high]! - x[low]!);
}

/** `applyIsotonic` to each score. */
export function applyIsotonicAll(map: IsotonicMap, scores: Float64Array): Float64Array {
  return scores.map((score) => applyIsotonic(map, score));
}
