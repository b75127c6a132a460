import { bootstrapCounts } from '../../stats/intervals/bootstrap.ts';
import type { ScoreCounts } from '../../stats/samples/scoreCounts.ts';
import { type Measure, undefinedMeasure } from '../measure.ts';
import { measuresOfScores } from '../registry.ts';
import { bootstrapMeasure, normalMeasure } from '../uncertainty.ts';
import { scoreBuckets } from './scoreBuckets.ts';
import type { CountedScoreMeasure, ScoreMeasure, ScorePass } from './scoreMeasure.ts';

export interface ScoreOptions {
  readonly alpha?: number;
  /** Effective rows / total weight; 1 without weights. */
  readonly rowsPerWeight?: number;
  /** Top parts for lift and gain. */
  readonly fractions?: readonly number[];
  readonly replicates?: number;
  readonly seed?: number;
}

/** A measure at a top part of the rows, or as it is. */
interface Statistic {
  readonly measure: CountedScoreMeasure;
  readonly at: number | null;
}

function resampledMeasure({ measure, at }: Statistic, replicates: readonly (number | null)[], pass: ScorePass): Measure {
  const { definition } = measure;
  const { counts, coarse, n, alpha } = pass;
  const value = measure.of(counts, at);
  if (value === null) return undefinedMeasure(definition, measure.none(counts), n, at);
  if (measure.measured !== undefined) return measure.measured(pass, replicates);
  const made = bootstrapMeasure(definition, { value, n, at }, replicates, alpha, measure.of(coarse, at) ?? value);
  return measure.biased && made.basis?.kind === 'standard_error'
    ? normalMeasure(definition, { value, standardError: made.basis.standardError, n }, alpha, 'bootstrap')
    : made;
}

/**
 * Measures of a binary score with intervals, all from one sorted list of counts: DeLong for AUC and Gini, Student for log loss and Brier,
 * the bootstrap of at most 500 groups of scores for average precision, KS, lift, gain and ECE. O(distinct scores + replicates · 500).
 */
export function scoreMeasures(counts: ScoreCounts, options: ScoreOptions = {}): Measure[] {
  const { alpha = 0.05, rowsPerWeight = 1, fractions = [0.1], replicates = 300, seed = 1 } = options;
  const n = counts.totalPositives + counts.totalNegatives;
  const cutOffs = ({ byFraction }: ScoreMeasure): readonly (number | null)[] => (byFraction ? fractions : [null]);
  if (!(n > 0)) {
    return measuresOfScores.flatMap((measure) => cutOffs(measure).map(() => undefinedMeasure(measure.definition, 'no_rows', 0)));
  }
  const statistics = measuresOfScores.flatMap((measure): Statistic[] =>
    measure.of === undefined ? [] : cutOffs(measure).map((at) => ({ measure, at })),
  );
  const coarse = scoreBuckets(counts);
  const size = coarse.scores.length;
  const cells = Float64Array.from([...coarse.positives, ...coarse.negatives], (count) => count * rowsPerWeight);
  const made = bootstrapCounts(
    cells,
    (drawn) => {
      const positives = drawn.subarray(0, size);
      const negatives = drawn.subarray(size);
      const sum = (of: Float64Array) => of.reduce((total, count) => total + count, 0);
      const resampled = { ...coarse, positives, negatives, totalPositives: sum(positives), totalNegatives: sum(negatives) };
      return statistics.map(({ measure, at }) => measure.of(resampled, at));
    },
    { replicates, seed },
  );
  const pass: ScorePass = { counts, coarse, n, alpha, rowsPerWeight };
  return measuresOfScores.flatMap((measure): Measure[] =>
    measure.of === undefined
      ? [measure.loss(pass)]
      : statistics.flatMap((statistic, s) => (statistic.measure === measure ? [resampledMeasure(statistic, made[s] ?? [], pass)] : [])),
  );
}
