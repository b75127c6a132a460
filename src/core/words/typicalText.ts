import { formatShare } from '../format/share.ts';
import type { ColumnReport } from '../report/report.ts';
import { categoryText } from './categoryText.ts';
import { dataText } from './dataText.ts';
import { valuePair, valueText } from './valueText.ts';

/** The typical value of a column on both sides: medians, or the moved or most frequent category with its shares; "–" when there is none. */
export function typicalText(column: ColumnReport, locale: string): string {
  // Numbers of few values are categories in the test, but people read their median, unless one value moved.
  const asCategory = column.categories !== null && (column.numeric === null || column.movement.category !== null);
  if (asCategory) return topCategory(column, locale);
  const from = column.numeric?.reference.quantiles[4];
  const to = column.numeric?.current.quantiles[4];
  if (from === undefined && to === undefined) return '–';
  if (from === undefined || to === undefined) {
    return change(from === undefined ? '–' : valueText(column, from, locale), to === undefined ? '–' : valueText(column, to, locale));
  }
  // Equal as they are written alone: nothing to compare.
  const alone = valueText(column, to, locale);
  return valueText(column, from, locale) === alone ? alone : change(...valuePair(column, from, to, locale));
}

function topCategory(column: ColumnReport, locale: string): string {
  // A moved category says more than the largest one.
  const moved = column.movement.category;
  const top = column.categories!.values.find((one) => one.value === moved) ?? column.categories!.values[0];
  if (top === undefined) return '–';
  const share = (count: number, n: number): string => (n === 0 ? '–' : formatShare(count / n, locale));
  const name = column.kind === 'number' ? categoryText(top.value, column.kind) : dataText(top.value, 24);
  return `${name}: ${change(share(top.reference, column.n.reference), share(top.current, column.n.current))}`;
}

function change(from: string, to: string): string {
  return from === to ? to : `${from} → ${to}`;
}
