import type { TestName } from '../../../check/verdict.ts';
import { categoricalDefault } from '../../../stats/tests/categoricalDefault.ts';
import type { RowOutcome } from './tableEvidence.ts';

/**
 * Tests a categorical column from its counts (same order on both sides, categories of either side), rows being independent: chi-square, Fisher, or both
 * with a pooled rest (`categoricalDefault`).
 */
export function testCategories(reference: ArrayLike<number>, current: ArrayLike<number>): RowOutcome {
  const { p, statistic, method, pooled, df } = categoricalDefault(reference, current);
  if (df === 0 && pooled > 1 && method !== 'single_category' && method !== 'fisher_exact')
    return { row: null, reason: 'too_many_categories' };
  const test: TestName = method === 'single_category' ? 'chi_square' : method;
  // Fisher's test alone has no statistic.
  return { row: { p, test, statistic: Number.isFinite(statistic) ? statistic : null }, reason: null };
}
