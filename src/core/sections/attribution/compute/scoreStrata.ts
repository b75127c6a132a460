import { binOf, quantileEdges } from '../../../stats/samples/quantileBins.ts';

/** Bins of a score: coarse ones to show, and finer ones inside them to compare rows of nearly the same score. */
export interface ScoreBins {
  /** Inner edges of the bins shown; bins are (e, e']. */
  readonly edges: Float64Array;
  readonly fine: Float64Array;
  /** Bin shown of every fine bin. */
  readonly binOfFine: Int32Array;
  /** Smallest and largest score of the reference. */
  readonly range: readonly [lowest: number, highest: number];
}

/** Rows of the smaller side that a fine bin holds at least, on average. */
const rowsPerStratum = 20;

/** Fine bins in a bin at most. */
const mostFine = 20;

/**
 * Bins at equal shares of the reference score.
 *
 * Within a wide bin the score itself may move when the mix of rows does, and the outcome with it, though nothing changed at any one score. Fine
 * bins, as many as the rows allow, keep that out of a comparison within bins.
 *
 * @param reference finite scores in any order; @param smaller rows of the smaller side.
 */
export function scoreBins(reference: Float64Array, smaller: number, bins = 10): ScoreBins {
  const sorted = reference.slice().sort();
  const edges = quantileEdges(sorted, bins);
  const inEach = Math.min(mostFine, Math.max(1, Math.floor(smaller / (bins * rowsPerStratum))));
  // The edges themselves, not recomputed quantiles, so that every fine bin lies in one bin.
  const fine = Float64Array.from(new Set([...edges, ...quantileEdges(sorted, bins * inEach)])).sort();
  const binOfFine = Int32Array.from({ length: fine.length + 1 }, (_, i) => (i < fine.length ? binOf(fine[i]!, edges) : edges.length));
  return { edges, fine, binOfFine, range: [sorted[0] ?? Number.NaN, sorted[sorted.length - 1] ?? Number.NaN] };
}

/** Fine bin of every score; −1 for scores that are not finite or beyond those of the reference, which has nothing to compare them with. */
export function fineStrata(score: Float64Array, { fine, range }: ScoreBins): Int32Array {
  const bins = new Int32Array(score.length);
  for (let i = 0; i < score.length; i++) bins[i] = score[i]! >= range[0] && score[i]! <= range[1] ? binOf(score[i]!, fine) : -1;
  return bins;
}
