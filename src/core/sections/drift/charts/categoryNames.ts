import type { ChartWords } from '../../../charts/chart.ts';
import { formatCount } from '../../../format/count.ts';
import { fill } from '../../../format/fill.ts';
import { valueNames } from '../../../format/valueNames.ts';
import type { Categories } from '../result.ts';

/** What the values of a column are called in its pictures and tables. */
export interface CategoryNames {
  /** The head of their list. */
  readonly head: string;
  /** By index into `Categories.values`. */
  readonly of: readonly string[];
  /** The name of so many others in one row. */
  readonly others: (count: number) => string;
}

/** Names of the values of a column: categories by themselves, numbers in the digits they need. */
export function categoryNames(categories: Categories, { locale, labels }: ChartWords): CategoryNames {
  const values = categories.values.map((entry) => entry.value);
  return {
    head: categories.ordered ? labels.axisValue : labels.headCategory,
    of: categories.ordered ? valueNames(values) : values,
    others: (count) => fill(labels.otherCategories, formatCount(count, locale)),
  };
}
