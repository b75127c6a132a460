import { categoricalDefault } from '../stats/categoricalDefault.ts';
import { chiSquareSf } from '../stats/chiSquare.ts';
import { chiSquarePooled } from '../stats/chiSquarePooled.ts';
import { countInBins } from '../stats/quantileBins.ts';
import { totalVariation } from '../stats/totalVariation.ts';
import type { ScoredOutcomes } from './conceptShift.ts';
import type { ScoreBins } from './scoreStrata.ts';

function counts(score: Float64Array, { edges }: ScoreBins, keep: (row: number) => boolean): Float64Array {
  return countInBins(score.filter((s, i) => Number.isFinite(s) && keep(i)).sort(), edges);
}

/** Whether scores are distributed differently in current: test over the bins shown, and the share of rows that would have to move, less noise. */
export function scoreShift(
  reference: Float64Array,
  current: Float64Array,
  bins: ScoreBins,
): { readonly p: number; readonly effect: number } {
  const was = counts(reference, bins, () => true);
  const now = counts(current, bins, () => true);
  return { p: categoricalDefault(was, now).p, effect: totalVariation(was, now).corrected };
}

/**
 * Tests whether scores are distributed differently among rows of equal outcome: chi-square over the bins shown, added up over the outcomes 0 and 1.
 *
 * Where only the rate of positives changed it does not reject: that is what tells a label shift from a drift of the concept.
 */
export function scoreGivenLabelShift(reference: ScoredOutcomes, current: ScoredOutcomes, bins: ScoreBins): { readonly p: number } {
  let statistic = 0;
  let df = 0;
  for (const label of [0, 1]) {
    const of = ({ score, outcome }: ScoredOutcomes) => counts(score, bins, (i) => outcome[i] === label);
    const test = chiSquarePooled(of(reference), of(current));
    statistic += test.statistic;
    df += test.df;
  }
  return { p: df > 0 ? chiSquareSf(statistic, df) : 1 };
}
