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

/** The continuous branch of `testNumbers` against a prepared reference, for many windows of one column. */
export function testContinuous(reference: ReferenceSample, current: Float64Array, rule: DecisionRule): CellTest {
  const n = reference.sorted.length;
  const m = current.length;
  if (n < rule.minRows || m < rule.minRows) return notTested(n + m === 0 ? 'all_null' : 'too_few_rows', n, m);
  const { a2, p } = andersonDarling(reference.sorted, current);
  const { tvd, expected, corrected } = totalVariation(reference.counts, countInBins(current, reference.edges));
  return {
    p,
    test: 'anderson_darling',
    statistic: a2,
    tvd,
    tvdExpected: expected,
    effect: corrected,
    reason: null,
    nReference: n,
    nCurrent: m,
  };
}
