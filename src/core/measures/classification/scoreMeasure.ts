import type { ScoreCounts } from '../../stats/samples/scoreCounts.ts';
import type { MeasureDefinition } from '../definition.ts';
import type { Measure, UndefinedReason } from '../measure.ts';

/** The scores of two classes, and what is known of them. */
export interface ScorePass {
  readonly counts: ScoreCounts;
  /** The same in at most 500 groups of neighbouring scores: what is resampled. */
  readonly coarse: ScoreCounts;
  /** Rows, or their weight. */
  readonly n: number;
  readonly alpha: number;
  /** Effective rows / total weight; 1 without weights. */
  readonly rowsPerWeight: number;
}

interface Known {
  readonly definition: MeasureDefinition;
}

/** A measure of a score that is a function of its counts: by the bootstrap, unless it has an uncertainty of its own. */
interface OfCounts extends Known {
  of(counts: ScoreCounts, at: number | null): number | null;
  /** Why it can have no value. */
  none(counts: ScoreCounts): UndefinedReason;
  /** One for each top part of the rows. */
  readonly byFraction?: true;
  /** Never below 0, it grows when resampled: only the spread of the replicates can be used. */
  readonly biased?: true;
  /** Where rows of a day go together: with one day left out at a time. */
  readonly byBlock?: true;
  measured?(pass: ScorePass, replicates: readonly (number | null)[]): Measure;
  readonly loss?: undefined;
}

/** A mean of a loss over the rows. */
interface OfRows extends Known {
  loss(pass: ScorePass): Measure;
  readonly of?: undefined;
  readonly byFraction?: undefined;
  readonly byBlock?: undefined;
}

/** A measure of the score of two classes; all are made from one sorted list of counts. */
export type ScoreMeasure = OfCounts | OfRows;
export type CountedScoreMeasure = OfCounts;

/** Which class a distance between the two lacks. */
export function missingClass({ totalPositives }: ScoreCounts): UndefinedReason {
  return totalPositives > 0 ? 'no_negatives' : 'no_positives';
}
