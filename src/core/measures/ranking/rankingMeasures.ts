import { RunningMoments } from '../../stats/samples/runningMoments.ts';
import { type Measure, measureOf, undefinedMeasure } from '../measure.ts';
import type { MeasureName } from '../registry.ts';
import { meanMeasure, normalMeasure, proportionMeasure } from '../uncertainty.ts';
import { type AveragePrecisionDivisor, averagePrecisionAtK } from './averagePrecisionAtK.ts';
import { coverageAtK, personalisationAtK } from './coverage.ts';
import { diversityAtK } from './diversity.ts';
import { ndcgAtK } from './ndcg.ts';
import { f1AtK, hitRateAtK, type PrecisionDivisor, precisionAtK, recallAtK } from './precisionAtK.ts';
import { perUser, type RankedLists, type UsersWithoutPositives } from './rankedLists.ts';
import { reciprocalRankAtK } from './reciprocalRank.ts';

export interface RankingOptions {
  readonly k?: number;
  readonly alpha?: number;
  readonly usersWithoutPositives?: UsersWithoutPositives;
  readonly precisionDivisor?: PrecisionDivisor;
  readonly averagePrecisionDivisor?: AveragePrecisionDivisor;
  /** Item of each row and how many there are, for coverage and personalisation. */
  readonly items?: { readonly item: Int32Array; readonly catalogue: number };
  /** Distance of the items of two rows, for diversity. */
  readonly distance?: (row: number, other: number) => number;
}

function meanOf(name: MeasureName, values: Float64Array, alpha: number, k: number): Measure {
  if (values.length === 0) return undefinedMeasure(name, 'no_users', 0, k);
  const moments = new RunningMoments();
  for (const v of values) moments.add(v);
  const measure = meanMeasure(name, moments.summary(), values.length, alpha, k);
  const { interval } = measure;
  // Student's interval knows no bounds; a mean of values between 0 and 1 has them.
  return interval === null
    ? measure
    : { ...measure, interval: { ...interval, low: Math.max(0, interval.low), high: Math.min(1, interval.high) } };
}

/** Share of users whose list holds a relevant item: a proportion of users, so Wilson's interval. */
function hitRate(values: Float64Array, alpha: number, k: number): Measure {
  const hits = values.reduce((sum, v) => sum + v, 0);
  return proportionMeasure('hit_rate', hits, values.length, 'no_users', { alpha, rowsPerWeight: 1 }, k);
}

/** F1 of mean precision and mean recall; standard error by the delta method from both values of each user. */
function f1Measure(precisions: Float64Array, recalls: Float64Array, alpha: number, k: number): Measure {
  const n = precisions.length;
  if (n === 0) return undefinedMeasure('f1_at_k', 'no_users', 0, k);
  const mean = (values: Float64Array) => values.reduce((sum, v) => sum + v, 0) / n;
  const p = mean(precisions);
  const r = mean(recalls);
  const value = f1AtK(p, r);
  if (value === 0 || n < 2) return measureOf('f1_at_k', value, n, {}, k);
  const byP = (2 * r * r) / (p + r) ** 2;
  const byR = (2 * p * p) / (p + r) ** 2;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (byP * (precisions[i]! - p) + byR * (recalls[i]! - r)) ** 2;
  return normalMeasure('f1_at_k', value, Math.sqrt(squares / (n - 1) / n), n, alpha, 'delta_method', [0, 1], k);
}

/**
 * Ranking measures at k, each the mean over users with Student's interval over users, the hit rate with Wilson's; coverage and personalisation
 * have none.
 * O(n log n).
 */
export function rankingMeasures(lists: RankedLists, options: RankingOptions = {}): Measure[] {
  const {
    k = 10,
    alpha = 0.05,
    usersWithoutPositives = 'exclude',
    precisionDivisor = 'list',
    averagePrecisionDivisor = 'positives',
  } = options;
  const users = (of: (relevance: Float64Array, positives: number) => number) => perUser(lists, usersWithoutPositives, of);
  const precisions = users((relevance) => precisionAtK(relevance, k, precisionDivisor));
  const recalls = users((relevance, positives) => recallAtK(relevance, positives, k));
  const measures = [
    meanOf(
      'ndcg',
      users((relevance) => ndcgAtK(relevance, k)),
      alpha,
      k,
    ),
    meanOf(
      'map',
      users((relevance, positives) => averagePrecisionAtK(relevance, positives, k, averagePrecisionDivisor)),
      alpha,
      k,
    ),
    meanOf('precision_at_k', precisions, alpha, k),
    meanOf('recall_at_k', recalls, alpha, k),
    f1Measure(precisions, recalls, alpha, k),
    meanOf(
      'mrr',
      users((relevance) => reciprocalRankAtK(relevance, k)),
      alpha,
      k,
    ),
    hitRate(
      users((relevance) => hitRateAtK(relevance, k)),
      alpha,
      k,
    ),
  ];
  const of = (name: MeasureName, value: number | null) =>
    value === null ? undefinedMeasure(name, 'no_users', lists.users, k) : measureOf(name, value, lists.users, {}, k);
  if (options.items) {
    measures.push(of('coverage', coverageAtK(lists, options.items.item, k, options.items.catalogue)));
    measures.push(of('personalisation', personalisationAtK(lists, options.items.item, k)));
  }
  if (options.distance) measures.push(meanOf('diversity', diversityAtK(lists, k, options.distance), alpha, k));
  return measures;
}
