import type { BinaryCounts } from '../../src/core/measures/classification/binaryCounts.ts';
import { fBeta } from '../../src/core/measures/classification/fBeta.ts';
import type { ScoreCounts } from '../../src/core/stats/samples/scoreCounts.ts';

/** Counts when rows scoring at least the threshold are called positive; threshold null calls none. */
export interface ThresholdCounts extends BinaryCounts {
  readonly threshold: number | null;
}

/** What each kind of mistake costs, in any one unit; none negative. */
export interface MistakeCosts {
  readonly falsePositive: number;
  readonly falseNegative: number;
}

/** Cost per row of a decision. */
export function expectedCost({ tp, fp, fn, tn }: BinaryCounts, costs: MistakeCosts): number | null {
  const n = tp + fp + fn + tn;
  return n > 0 ? (costs.falsePositive * fp + costs.falseNegative * fn) / n : null;
}

/** Walks the decisions from "none positive" down to "all positive", one per distinct score. O(distinct scores). */
function forEachThreshold(counts: ScoreCounts, visit: (at: ThresholdCounts) => void): void {
  const { scores, positives, negatives, totalPositives, totalNegatives } = counts;
  let tp = 0;
  let fp = 0;
  visit({ threshold: null, tp, fp, fn: totalPositives, tn: totalNegatives });
  for (let i = scores.length - 1; i >= 0; i--) {
    tp += positives[i]!;
    fp += negatives[i]!;
    visit({ threshold: scores[i]!, tp, fp, fn: totalPositives - tp, tn: totalNegatives - fp });
  }
}

/** Counts at any threshold: positive is a score of at least that much. O(distinct scores). */
export function countsAtThreshold(counts: ScoreCounts, threshold: number): BinaryCounts {
  const { scores, positives, negatives, totalPositives, totalNegatives } = counts;
  let tp = 0;
  let fp = 0;
  for (let i = scores.length - 1; i >= 0 && scores[i]! >= threshold; i--) {
    tp += positives[i]!;
    fp += negatives[i]!;
  }
  return { tp, fp, fn: totalPositives - tp, tn: totalNegatives - fp };
}

/**
 * The threshold that makes a gain largest, searched over every distinct score; of equals the highest threshold, which calls the fewest
 * rows positive. Undefined values are passed over.
 */
function bestThreshold(counts: ScoreCounts, gain: (at: BinaryCounts) => number | null): ThresholdCounts | null {
  let best: ThresholdCounts | null = null;
  let most = Number.NEGATIVE_INFINITY;
  forEachThreshold(counts, (at) => {
    const value = gain(at);
    if (value !== null && value > most) {
      most = value;
      best = at;
    }
  });
  return best;
}

/** The decision that costs least per row. Null without rows or when a cost is negative or not a number. */
export function cheapestThreshold(counts: ScoreCounts, costs: MistakeCosts): ThresholdCounts | null {
  if (!(costs.falsePositive >= 0) || !(costs.falseNegative >= 0)) return null;
  return bestThreshold(counts, (at) => {
    const cost = expectedCost(at, costs);
    return cost === null ? null : -cost;
  });
}

/** The decision with the largest F_β; null without positives. */
export function bestFBetaThreshold(counts: ScoreCounts, beta = 1): ThresholdCounts | null {
  return counts.totalPositives > 0 ? bestThreshold(counts, (at) => fBeta(at, beta)) : null;
}

/**
 * Decisions over the whole range in at most `limit` lines, about equally many rows apart, for a table or a curve of costs. First line:
 * none positive; last: all. Exact counts at every line. O(distinct scores).
 */
export function thresholdTable(counts: ScoreCounts, limit = 200): ThresholdCounts[] {
  const n = counts.totalPositives + counts.totalNegatives;
  const all = counts.scores.length + 1 <= limit;
  const last = counts.scores[0];
  const lines: ThresholdCounts[] = [];
  forEachThreshold(counts, (at) => {
    const passed = at.tp + at.fp;
    const due = all || at.threshold === null || at.threshold === last;
    if (due || (lines.length < limit - 1 && passed >= (n * lines.length) / (limit - 1))) lines.push(at);
  });
  return lines;
}
