import type { DecisionRule, TestName } from '../report/report.ts';
import { categoricalDefault } from '../stats/categoricalDefault.ts';
import { totalVariation } from '../stats/totalVariation.ts';
import { type CellTest, notTested } from './cellTest.ts';

/**
 * Tests a categorical column from its counts (same order on both sides, categories of either side): chi-square, Fisher, or both with a pooled
 * rest (`categoricalDefault`); effect is the corrected total variation over the categories. Fewer than `rule.minRows` on a side → `too_few_rows`.
 */
export function testCategories(reference: ArrayLike<number>, current: ArrayLike<number>, rule: DecisionRule): CellTest {
  const n = sum(reference);
  const m = sum(current);
  if (n < rule.minRows || m < rule.minRows) return notTested(n + m === 0 ? 'all_null' : 'too_few_rows', n, m);
  const { p, statistic, method, pooled, df } = categoricalDefault(reference, current);
  if (df === 0 && pooled > 1 && method !== 'single_category' && method !== 'fisher_exact') return notTested('too_many_categories', n, m);
  const { tvd, expected, corrected } = totalVariation(reference, current);
  const test: TestName = method === 'single_category' ? 'chi_square' : method;
  // Fisher's test alone has no statistic.
  return {
    p,
    test,
    statistic: Number.isFinite(statistic) ? statistic : null,
    tvd,
    tvdExpected: expected,
    effect: corrected,
    reason: null,
    nReference: n,
    nCurrent: m,
  };
}

function sum(counts: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < counts.length; i++) total += counts[i]!;
  return total;
}
