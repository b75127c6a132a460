import assert from 'node:assert/strict';
import { test } from 'node:test';
import { averagePrecisionAtK } from '../../../src/core/measures/ranking/averagePrecisionAtK.ts';
import { coverageAtK, personalisationAtK } from '../../../src/core/measures/ranking/coverage.ts';
import { cosineDistance, diversityAtK } from '../../../src/core/measures/ranking/diversity.ts';
import { precisionAtK } from '../../../src/core/measures/ranking/precisionAtK.ts';
import { rankedLists } from '../../../src/core/measures/ranking/rankedLists.ts';
import { rankingMeasures } from '../../../src/core/measures/ranking/rankingMeasures.ts';

const near = (actual: number, expected: number, tolerance = 1e-12) =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected} ± ${tolerance}`);

// Three users of three items; the second has nothing relevant (Evidently's own test data, peer case ev-rec-*).
const user = Int32Array.of(0, 1, 2, 0, 1, 2, 0, 1, 2);
const rank = Float64Array.of(1, 1, 1, 2, 2, 2, 3, 3, 3);
const relevance = Float64Array.of(1, 0, 0, 0, 0, 0, 0, 0, 1);
const item = Int32Array.of(0, 0, 0, 1, 1, 2, 2, 2, 1);
const lists = rankedLists(user, rank, relevance, 3, 'rank');

test('lists: by rank or score, ties in row order, incomplete rows left out and counted', () => {
  assert.deepEqual([...lists.rows], [0, 3, 6, 1, 4, 7, 2, 5, 8]);
  const scored = rankedLists(
    Int32Array.of(0, 0, 0, -1, 0),
    Float64Array.of(1, 2, 2, 5, Number.NaN),
    Float64Array.of(0, 1, 0, 1, 1),
    1,
    'score',
  );
  assert.deepEqual([...scored.rows], [1, 2, 0]);
  assert.equal(scored.excluded, 2);
});

test('measures: mean over users with an interval over users; users without relevant items left out or 0', () => {
  const measures = new Map(rankingMeasures(lists, { k: 3 }).map((m) => [m.name as string, m]));
  assert.deepEqual(
    ['ndcg', 'map', 'mrr', 'hit_rate'].map((name) => measures.get(name)!.value),
    [0.75, 2 / 3, 2 / 3, 1],
  );
  assert.equal(measures.get('ndcg')!.n, 2);
  assert.equal(measures.get('ndcg')!.at, 3);
  assert.ok(measures.get('ndcg')!.interval!.low < 0.75);
  const all = rankingMeasures(lists, { k: 3, usersWithoutPositives: 'zero' });
  near(all[0]!.value!, 0.5);
  assert.ok(rankingMeasures(rankedLists(user, rank, new Float64Array(9), 3, 'rank')).every((m) => m.reason === 'no_users'));
});

test('textbook divisors are options', () => {
  assert.equal(precisionAtK(Float64Array.of(1, 1), 4), 1);
  assert.equal(precisionAtK(Float64Array.of(1, 1), 4, 'k'), 0.5);
  assert.equal(averagePrecisionAtK(Float64Array.of(1, 1), 2, 1), 0.5);
  assert.equal(averagePrecisionAtK(Float64Array.of(1, 1), 2, 1, 'at_most_k'), 1);
});

test('coverage, personalisation and diversity', () => {
  near(coverageAtK(lists, item, 1, 4)!, 0.25);
  near(coverageAtK(lists, item, 2, 4)!, 0.75);
  assert.equal(coverageAtK(lists, item, 2, 0), null);
  near(personalisationAtK(lists, item, 2)!, 1 - (2 + 1 + 1) / 3 / 2);
  assert.equal(personalisationAtK(rankedLists(Int32Array.of(0), Float64Array.of(1), Float64Array.of(1), 1, 'rank'), item, 2), null);
  const features = [Float64Array.of(1, 0), Float64Array.of(0, 1), Float64Array.of(1, 0)];
  const distance = (a: number, b: number) => cosineDistance(features[item[a]!]!, features[item[b]!]!);
  assert.deepEqual([...diversityAtK(lists, 2, distance)], [1, 1, 0]);
  near(cosineDistance(Float64Array.of(0, 0), Float64Array.of(1, 0)), 1);
});
