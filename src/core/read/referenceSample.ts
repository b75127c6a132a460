import type { DecisionRule } from '../check/verdict.ts';
import { countInBins, quantileEdges } from '../stats/samples/quantileBins.ts';

/** A sorted reference sample with the bins that every window of current is counted in. */
export interface ReferenceSample {
  /** Finite values, ascending. */
  readonly sorted: Float64Array;
  /** Inner edges of the effect bins (type-7 reference quantiles, duplicates merged). */
  readonly edges: Float64Array;
  /** Reference counts per effect bin. */
  readonly counts: Float64Array;
}

/** Prepares a reference sample (finite, sorted ascending) for comparisons; O(bins · log n). */
export function referenceSample(sorted: Float64Array, rule: DecisionRule): ReferenceSample {
  const edges = quantileEdges(sorted, rule.effectBins);
  return { sorted, edges, counts: countInBins(sorted, edges) };
}
