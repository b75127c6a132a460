import { wilson } from '../../stats/intervals/wilson.ts';
import { argsort } from '../../stats/samples/argsort.ts';
import type { ScoreCounts } from '../../stats/samples/scoreCounts.ts';

/** Sums over the rows of one bin of predicted probability. */
export interface ReliabilityBin {
  readonly n: number;
  readonly positives: number;
  readonly sumOfScores: number;
  /** The part of `sumOfScores` that comes from positives. */
  readonly sumOfPositiveScores: number;
}

/** Predicted against observed share of positives in a bin. */
export interface ReliabilityPoint {
  readonly predicted: number;
  readonly observed: number;
  /** 95 % Wilson interval of the observed share. */
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/**
 * Bins of equal width: a score p falls in bin ⌊p · bins⌋, p = 1 in the last. Empty bins are kept. Null when a score is outside [0, 1] or
 * there are no rows. O(distinct scores).
 *
 * @param edge bin of a score that lies on an edge: the one above it, or the one below as in sklearn calibration_curve.
 */
export function equalWidthBins(counts: ScoreCounts, bins = 10, edge: 'above' | 'below' = 'above'): ReliabilityBin[] | null {
  const { scores, positives, negatives } = counts;
  if (scores.length === 0 || scores[0]! < 0 || scores[scores.length - 1]! > 1) return null;
  const made = Array.from({ length: bins }, () => ({ n: 0, positives: 0, sumOfScores: 0, sumOfPositiveScores: 0 }));
  for (let i = 0; i < scores.length; i++) {
    const p = scores[i]!;
    const at = edge === 'above' ? Math.min(bins - 1, Math.floor(p * bins)) : Math.max(0, Math.ceil(p * bins) - 1);
    const bin = made[at]!;
    bin.n += positives[i]! + negatives[i]!;
    bin.positives += positives[i]!;
    bin.sumOfScores += p * (positives[i]! + negatives[i]!);
    bin.sumOfPositiveScores += p * positives[i]!;
  }
  return made;
}

/** First and one past the last row of each bin of equal size: ⌊n / bins⌋ rows, the remainder in the last (as NannyML 0.13 calibration.py). */
export function equalMassEdges(n: number, bins: number): [number, number][] {
  const size = Math.floor(n / bins);
  return Array.from({ length: bins }, (_, b) => [b * size, b === bins - 1 ? n : (b + 1) * size]);
}

/**
 * Bins of equal size in the order of the scores, ties in row order (as NannyML does, so this depends on the order of tied rows). Null when
 * a score is outside [0, 1] or there are fewer rows than bins. O(n log n).
 */
export function equalMassBins(scores: Float64Array, positive: Uint8Array, bins = 10): ReliabilityBin[] | null {
  if (scores.length < bins) return null;
  const order = argsort(scores);
  if (scores[order[0]!]! < 0 || scores[order[order.length - 1]!]! > 1) return null;
  return equalMassEdges(scores.length, bins).map(([from, to]) => {
    const bin = { n: to - from, positives: 0, sumOfScores: 0, sumOfPositiveScores: 0 };
    for (let i = from; i < to; i++) {
      const row = order[i]!;
      bin.positives += positive[row]!;
      bin.sumOfScores += scores[row]!;
      bin.sumOfPositiveScores += scores[row]! * positive[row]!;
    }
    return bin;
  });
}

/** Points of the reliability curve, empty bins left out. On bins of equal width with `edge` "below" as sklearn calibration_curve 1.2.1. */
export function reliabilityCurve(bins: readonly ReliabilityBin[], alpha = 0.05): ReliabilityPoint[] {
  return bins
    .filter((bin) => bin.n > 0)
    .map(({ n, positives, sumOfScores }) => ({ predicted: sumOfScores / n, observed: positives / n, ...wilson(positives, n, alpha), n }));
}
