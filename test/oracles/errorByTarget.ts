import { quantileSorted } from '../../src/core/stats/samples/quantile.ts';

/** Errors of the rows whose target lies in (from, to]. */
export interface TargetGroupError {
  readonly from: number;
  readonly to: number;
  readonly rows: number;
  readonly meanTarget: number;
  readonly meanPrediction: number;
  readonly bias: number;
  readonly meanAbsoluteError: number;
}

/**
 * Errors by target decile (or any number of groups of about equal size; equal edges are merged, so a target with many equal values has
 * fewer groups). Shows whether large targets are under-predicted. O(n log n).
 */
export function errorByTarget(targets: Float64Array, predictions: Float64Array, groups = 10): TargetGroupError[] {
  const usable = (i: number) => Number.isFinite(targets[i]! - predictions[i]!);
  const sorted = targets.filter((_, i) => usable(i)).sort();
  if (sorted.length === 0) return [];
  const edges = [...new Set(Array.from({ length: groups + 1 }, (_, g) => quantileSorted(sorted, g / groups)))];
  if (edges.length === 1) edges.push(edges[0]!);
  const made = edges.slice(1).map((to, g) => ({ from: edges[g]!, to, rows: 0, target: 0, prediction: 0, absolute: 0 }));
  for (let i = 0; i < targets.length; i++) {
    if (!usable(i)) continue;
    const y = targets[i]!;
    const group = made.find((g) => y <= g.to) ?? made[made.length - 1]!;
    group.rows++;
    group.target += y;
    group.prediction += predictions[i]!;
    group.absolute += Math.abs(predictions[i]! - y);
  }
  return made
    .filter((g) => g.rows > 0)
    .map(({ from, to, rows, target, prediction, absolute }) => ({
      from,
      to,
      rows,
      meanTarget: target / rows,
      meanPrediction: prediction / rows,
      bias: (prediction - target) / rows,
      meanAbsoluteError: absolute / rows,
    }));
}
