import type { Measure } from '../measure.ts';
import { measuresOfLists } from '../registry.ts';
import type { AveragePrecisionDivisor } from './averagePrecisionAtK.ts';
import { type PrecisionDivisor, precisionAtK, recallAtK } from './precisionAtK.ts';
import { perUser, type RankedLists, type UsersWithoutPositives } from './rankedLists.ts';
import type { RankingPass } from './rankingMeasure.ts';

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
    items = null,
    distance = null,
  } = options;
  const users: RankingPass['users'] = (of) => perUser(lists, usersWithoutPositives, of);
  const precisions = users((relevance) => precisionAtK(relevance, k, precisionDivisor));
  const recalls = users((relevance, positives) => recallAtK(relevance, positives, k));
  const pass: RankingPass = { lists, k, alpha, users, precisions, recalls, averagePrecisionDivisor, items, distance };
  return measuresOfLists.map(({ measured }) => measured(pass)).filter((measure) => measure !== null);
}
