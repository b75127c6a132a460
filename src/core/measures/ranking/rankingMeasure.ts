import { RunningMoments } from '../../stats/samples/runningMoments.ts';
import type { MeasureDefinition } from '../definition.ts';
import { type Measure, measureOf, undefinedMeasure } from '../measure.ts';
import { meanMeasure } from '../uncertainty.ts';
import type { AveragePrecisionDivisor } from './averagePrecisionAtK.ts';
import type { RankedLists } from './rankedLists.ts';

/** The lists of all users, best first, and what is known of them. */
export interface RankingPass {
  readonly lists: RankedLists;
  readonly k: number;
  readonly alpha: number;
  /** A value for each user that counts. */
  users(of: (relevance: Float64Array, positives: number) => number): Float64Array;
  readonly precisions: Float64Array;
  readonly recalls: Float64Array;
  readonly averagePrecisionDivisor: AveragePrecisionDivisor;
  /** Null where the items are not known, or nothing describes them. */
  readonly items: { readonly item: Int32Array; readonly catalogue: number } | null;
  readonly distance: ((row: number, other: number) => number) | null;
}

/** A measure of the lists at k; null where what it takes is not known. */
export interface RankingMeasure {
  readonly definition: MeasureDefinition;
  measured(pass: RankingPass): Measure | null;
}

/** A mean over users of values between 0 and 1. */
export function meanOverUsers(definition: MeasureDefinition, { alpha, k }: RankingPass, values: Float64Array): Measure {
  if (values.length === 0) return undefinedMeasure(definition, 'no_users', 0, k);
  const moments = new RunningMoments();
  for (const v of values) moments.add(v);
  const measure = meanMeasure(definition, moments.summary(), values.length, alpha, k);
  const { interval } = measure;
  // Student's interval knows no bounds; a mean of values between 0 and 1 has them.
  return interval === null
    ? measure
    : { ...measure, interval: { ...interval, low: Math.max(0, interval.low), high: Math.min(1, interval.high) } };
}

/** A value of all lists together, without an interval. */
export function plainOverLists(definition: MeasureDefinition, { lists, k }: RankingPass, value: number | null): Measure {
  return value === null ? undefinedMeasure(definition, 'no_users', lists.users, k) : measureOf(definition, value, lists.users, {}, k);
}
