import { averagePrecisionAtK } from '../../../src/core/measures/ranking/averagePrecisionAtK.ts';
import { ndcgAtK, ndcgWithTies } from '../../../src/core/measures/ranking/ndcg.ts';
import { hitRateAtK, precisionAtK, recallAtK } from '../../../src/core/measures/ranking/precisionAtK.ts';
import { perUser, type RankedLists, rankedLists, type UsersWithoutPositives } from '../../../src/core/measures/ranking/rankedLists.ts';
import { reciprocalRankAtK } from '../../../src/core/measures/ranking/reciprocalRank.ts';
import type { Adapter, GoldenCase } from '../golden.ts';
import { value } from '../golden.ts';
import { entries, numbers } from '../input.ts';

export function codes(values: unknown): { code: Int32Array; size: number } {
  const known = new Map<unknown, number>();
  const code = Int32Array.from(entries(values), (v) => {
    if (!known.has(v)) known.set(v, known.size);
    return known.get(v)!;
  });
  return { code, size: known.size };
}

export function listsOf(input: GoldenCase['input']): RankedLists {
  const users = codes(input.user);
  const order = input.type === 'rank' ? 'rank' : 'score';
  return rankedLists(users.code, Float64Array.from(numbers(input.prediction)), Float64Array.from(numbers(input.target)), users.size, order);
}

/** The goldens have 0 where no user is left, where the product says that there is no value. */
const mean = (values: Float64Array) => (values.length === 0 ? 0 : values.reduce((sum, v) => sum + v, 0) / values.length);

export function rankingAt(lists: RankedLists, k: number, users: UsersWithoutPositives): Record<string, number> {
  const of = (one: (relevance: Float64Array, positives: number) => number) => mean(perUser(lists, users, one));
  return {
    precision: of((relevance) => precisionAtK(relevance, k)),
    recall: of((relevance, positives) => recallAtK(relevance, positives, k)),
    hit_rate: of((relevance) => hitRateAtK(relevance, k)),
    map: of((relevance, positives) => averagePrecisionAtK(relevance, positives, k)),
    mrr: of((relevance) => reciprocalRankAtK(relevance, k)),
    ndcg: of((relevance) => ndcgAtK(relevance, k)),
  };
}

const ranking: Adapter = ({ input, expected }) => {
  const lists = listsOf(input);
  const answers = Object.keys(expected as object).map((key) => {
    const [, k, included] = /^k(\d+)(_incl)?$/.exec(key) ?? [];
    return [key, k === undefined ? undefined : rankingAt(lists, Number(k), included ? 'zero' : 'exclude')];
  });
  return value(Object.fromEntries(answers));
};

const ndcg: Adapter = ({ input, params }) => {
  const truth = input.y_true as number[][];
  const scores = input.y_score as number[][];
  const k = params.k === null || params.k === undefined ? Number.POSITIVE_INFINITY : Number(params.k);
  const values = truth.map((relevance, i) => ndcgWithTies(Float64Array.from(relevance), Float64Array.from(scores[i]!), k));
  return value({ ndcg: mean(Float64Array.from(values)) });
};

export const rankingAdapters: Readonly<Record<string, Adapter>> = { ranking, ndcg_sklearn: ndcg };
