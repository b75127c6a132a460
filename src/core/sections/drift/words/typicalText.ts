import { formatShare } from '../../../format/share.ts';
import { valuePair, valueText } from '../../../format/valueText.ts';
import { categoryText } from '../../../words/categoryText.ts';
import { dataText } from '../../../words/dataText.ts';
import type { ColumnReport } from '../result.ts';

/** The typical value of a column on both sides: medians, or the moved or most frequent category with its shares, like for like where that is known; "–" when there is none. */
export function typicalText(column: ColumnReport, locale: string): string {
  // Numbers of few values are categories in the test, but people read their median, unless one value moved.
  const movement = column.like?.movement ?? column.movement;
  const asCategory = column.categories !== null && (column.numeric === null || movement.category !== null);
  if (asCategory) return topCategory(column, locale);
  const [from, to] = column.like?.medians ?? [column.numeric?.reference.quantiles[4], column.numeric?.current.quantiles[4]];
  if (from === undefined && to === undefined) return '–';
  if (from === undefined || to === undefined) {
    return change(from === undefined ? '–' : valueText(column, from, locale), to === undefined ? '–' : valueText(column, to, locale));
  }
  // Equal as they are written alone: nothing to compare.
  const alone = valueText(column, to, locale);
  return valueText(column, from, locale) === alone ? alone : change(...valuePair(column, from, to, locale));
}

function topCategory(column: ColumnReport, locale: string): string {
  const like = column.like?.movement;
  if (like?.category != null && like.from !== null && like.to !== null)
    return `${nameOf(column, like.category)}: ${change(formatShare(like.from, locale), formatShare(like.to, locale))}`;
  // A moved category says more than the largest one.
  const moved = column.movement.category;
  const top = column.categories!.values.find((one) => one.value === moved) ?? column.categories!.values[0];
  if (top === undefined) return '–';
  const share = (count: number, n: number): string => (n === 0 ? '–' : formatShare(count / n, locale));
  return `${nameOf(column, top.value)}: ${change(share(top.reference, column.n.reference), share(top.current, column.n.current))}`;
}

function nameOf(column: ColumnReport, value: string): string {
  return column.kind === 'number' ? categoryText(value, column.kind) : dataText(value, 24);
}

function change(from: string, to: string): string {
  return from === to ? to : `${from} → ${to}`;
}
