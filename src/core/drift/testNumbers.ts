import type { DecisionRule } from '../report/report.ts';
import { andersonDarling } from '../stats/andersonDarling.ts';
import { countInBins } from '../stats/quantileBins.ts';
import { totalVariation } from '../stats/totalVariation.ts';
import { type CellTest, notTested } from './cellTest.ts';
import { countDistinct } from './countDistinct.ts';
import { type ReferenceSample, referenceSample } from './referenceSample.ts';
import { tallyDistinct } from './tallyDistinct.ts';
import { testCategories } from './testCategories.ts';

/**
 * Tests a numeric column as the `auto` rule says: more than 20 pooled distinct values → two-sample Anderson-Darling with its limiting law,
 * effect on 10 reference-quantile bins; otherwise the values are categories.
 * `reference` and `current` are finite values in ascending order. Fewer than `rule.minRows` on a side → `too_few_rows`. O(n + m).
 */
export function testNumbers(reference: Float64Array, current: Float64Array, rule: DecisionRule): CellTest {
  if (countDistinct(reference, current, rule.maxDistinctAsCategory) <= rule.maxDistinctAsCategory) {
    const tally = tallyDistinct(reference, current);
    return testCategories(tally.a, tally.b, rule);
  }
  return testContinuous(referenceSample(reference, rule), current, rule);
}

/** The continuous branch of `testNumbers` against a prepared reference. */
export function testContinuous(reference: ReferenceSample, current: Float64Array, rule: DecisionRule): CellTest {
  const test = reference.sorted.length > 0 && current.length > 0 ? andersonDarling(reference.sorted, current) : null;
  return continuousTest(reference, current.length, countInBins(current, reference.edges), test, rule);
}

/** The test of a window of `m` values from what was made of them: its Anderson-Darling statistic (null when a side is empty) and its bins. */
export function continuousTest(
  reference: ReferenceSample,
  m: number,
  counts: Float64Array,
  test: { readonly a2: number; readonly p: number } | null,
  rule: DecisionRule,
): CellTest {
  const n = reference.sorted.length;
  if (test === null || n < rule.minRows || m < rule.minRows) return notTested(n + m === 0 ? 'all_null' : 'too_few_rows', n, m);
  const { tvd, expected, corrected } = totalVariation(reference.counts, counts);
  return {
    p: test.p,
    test: 'anderson_darling',
    statistic: test.a2,
    tvd,
    tvdExpected: expected,
    effect: corrected,
    reason: null,
    nReference: n,
    nCurrent: m,
  };
}
