import { gainCurve } from '../../../measures/classification/liftGain.ts';
import { precisionRecallCurve } from '../../../measures/classification/precisionRecallCurve.ts';
import { reduceCurve } from '../../../measures/classification/reduceCurve.ts';
import { equalWidthBins, reliabilityCurve } from '../../../measures/classification/reliability.ts';
import { reducedRocCurve, rocCurve } from '../../../measures/classification/rocCurve.ts';
import type { ScoreCounts } from '../../../stats/samples/scoreCounts.ts';
import type { ScoreCurves } from '../result.ts';

const mostPoints = 120;
const thresholdSteps = 100;
const bins = 25;

/** Edges of the score histogram both sides share; 0 to 1 when all scores lie there. */
export function scoreEdges(sides: readonly ScoreCounts[]): number[] {
  let low = 0;
  let high = 1;
  for (const { scores } of sides) {
    if (scores.length === 0) continue;
    low = Math.min(low, scores[0]!);
    high = Math.max(high, scores[scores.length - 1]!);
  }
  return Array.from({ length: bins + 1 }, (_, i) => low + ((high - low) * i) / bins);
}

/** What the score of a binary model can be drawn from; null when a class is missing. O(distinct scores). */
export function scoreCurves(counts: ScoreCounts, edges: readonly number[]): ScoreCurves | null {
  const full = rocCurve(counts);
  const pr = precisionRecallCurve(counts);
  if (full === null || pr === null) return null;
  const roc = reducedRocCurve(full, mostPoints);
  const kept = reduceCurve(pr.recall, pr.precision, mostPoints);
  const lift = gainCurve(counts, 50);
  return {
    positives: counts.totalPositives,
    negatives: counts.totalNegatives,
    roc: { fpr: [...roc.fpr], tpr: [...roc.tpr] },
    precisionRecall: { recall: kept.map((i) => pr.recall[i]!), precision: kept.map((i) => pr.precision[i]!) },
    lift: { fraction: lift.map((p) => p.fraction), gain: lift.map((p) => p.gain), lift: lift.map((p) => p.lift) },
    reliability: reliabilityCurve(equalWidthBins(counts) ?? []).map(({ predicted, observed, low, high, n }) => ({
      score: predicted,
      observed,
      low,
      high,
      n,
    })),
    thresholds: thresholdsOf(counts, edges[0]!, edges[edges.length - 1]!),
    byClass: byClass(counts, edges),
  };
}

/** Counts at evenly spaced thresholds, which both sides share so that they can be read side by side. */
function thresholdsOf(counts: ScoreCounts, low: number, high: number): ScoreCurves['thresholds'] {
  const { scores, positives, negatives, totalPositives, totalNegatives } = counts;
  const at = Array.from({ length: thresholdSteps + 1 }, (_, i) => low + ((high - low) * i) / thresholdSteps);
  const tp: number[] = [];
  const fp: number[] = [];
  let below = 0;
  let [missed, passed] = [0, 0];
  for (const threshold of at) {
    while (below < scores.length && scores[below]! < threshold) {
      missed += positives[below]!;
      passed += negatives[below]!;
      below++;
    }
    tp.push(totalPositives - missed);
    fp.push(totalNegatives - passed);
  }
  return { at, tp, fp, fn: tp.map((n) => totalPositives - n), tn: fp.map((n) => totalNegatives - n) };
}

function byClass({ scores, positives, negatives }: ScoreCounts, edges: readonly number[]): ScoreCurves['byClass'] {
  const [low, high] = [edges[0]!, edges[edges.length - 1]!];
  const count = edges.length - 1;
  const positive = new Array<number>(count).fill(0);
  const negative = new Array<number>(count).fill(0);
  for (let i = 0; i < scores.length; i++) {
    const bin = Math.max(0, Math.min(count - 1, Math.floor(((scores[i]! - low) / (high - low)) * count)));
    positive[bin]! += positives[i]!;
    negative[bin]! += negatives[i]!;
  }
  return { edges, positive, negative };
}
