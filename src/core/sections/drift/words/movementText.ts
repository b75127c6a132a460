import { valuePair, valueText } from '../../../format/valueText.ts';
import type { RichText } from '../../../report/richText.ts';
import { categoryText } from '../../../words/categoryText.ts';
import { changeText, shareChangeText } from '../../../words/changeText.ts';
import { rich } from '../../../words/rich.ts';
import type { Translate } from '../../../words/translate.ts';
import { valueChange } from '../../../words/valueChange.ts';
import type { ColumnReport, NumericSummary } from '../result.ts';

/** In which way a column moved, as a sentence in its own units; empty when there is nothing to say. */
export function movementText(column: ColumnReport, t: Translate, locale: string): RichText {
  const { kind, from, to } = column.movement;
  switch (kind) {
    case 'higher':
    case 'lower':
      return location(column, kind, t, locale);
    case 'more_spread':
    case 'less_spread':
      return spread(column, kind, t, locale);
    case 'shape':
      return shape(column, t, locale);
    case 'new_category':
    case 'vanished_category':
    case 'category_up':
    case 'category_down':
    case 'categories':
      return category(column, kind, t, locale);
    case 'more_missing':
    case 'less_missing':
      return from === null || to === null ? [] : missing(kind, shareChangeText(from, to, locale), t);
    case 'none':
      return [];
  }
}

function location(column: ColumnReport, kind: 'higher' | 'lower', t: Translate, locale: string): RichText {
  const { from, to } = column.movement;
  const word = { strong: kind === 'higher' ? t('higher') : t('lower') };
  if (from === null || to === null) {
    return rich(t, 'Values are {0}.', word);
  }
  const means = column.numeric && { from: column.numeric.reference.mean, to: column.numeric.current.mean };
  // Coarse columns can move while the median stays: then the means show it.
  if (valueText(column, from, locale) === valueText(column, to, locale) && means?.from != null && means.to != null) {
    const mean = valueChange(column, means.from, means.to, locale);
    const median = valueText(column, to, locale);
    return rich(t, 'Values are {0}: mean {1}, median {2} on both sides.', word, mean, median);
  }
  const change = valueChange(column, from, to, locale);
  return rich(t, 'Values are {0}: median {1}.', word, change);
}

function spread(column: ColumnReport, kind: 'more_spread' | 'less_spread', t: Translate, locale: string): RichText {
  const { from, to } = column.movement;
  const word = { strong: kind === 'more_spread' ? t('more spread out') : t('less spread out') };
  if (from === null || to === null) {
    return rich(t, 'Values are {0}.', word);
  }
  const change = changeText(from, to, locale);
  switch (widthOf(column, from, to)) {
    case 'quartiles':
      return rich(t, 'Values are {0}: the interquartile range went {1}.', word, change);
    case 'middle':
      return rich(t, 'Values are {0}: the middle 90 % of them span {1}.', word, change);
    case 'mixed':
      return rich(t, 'Values are {0}.', word);
  }
}

/** Which widths a movement gives: P95 − P5 stands in for P75 − P25 on a side where that is 0; widths of two kinds are not compared in words. */
function widthOf(column: ColumnReport, from: number, to: number): 'quartiles' | 'middle' | 'mixed' {
  const reference = column.numeric?.reference ?? null;
  const current = column.numeric?.current ?? null;
  if (isWidth(reference, 3, 5, from) && isWidth(current, 3, 5, to)) return 'quartiles';
  return isWidth(reference, 1, 7, from) && isWidth(current, 1, 7, to) ? 'middle' : 'mixed';
}

function isWidth(summary: NumericSummary | null, lower: number, upper: number, width: number): boolean {
  const low = summary?.quantiles[lower];
  const high = summary?.quantiles[upper];
  if (low === undefined || high === undefined) return false;
  return Math.abs(high - low - width) <= 1e-9 * Math.max(1e-9, Math.abs(high), Math.abs(low));
}

/** `shape` is only said where the median moved by less than a tenth of the standard deviation and the spread by less than a tenth. */
function shape(column: ColumnReport, t: Translate, locale: string): RichText {
  const from = column.numeric?.reference.quantiles[4];
  const to = column.numeric?.current.quantiles[4];
  const word = { strong: t('distributed differently') };
  if (from === undefined || to === undefined) return rich(t, 'Values are {0}.', word);
  const same = valueText(column, from, locale) === valueText(column, to, locale);
  return same
    ? rich(t, 'Values are {0}: the median, {1}, stayed and the spread moved little.', word, valueText(column, to, locale))
    : rich(t, 'Values are {0}: the median, {1} → {2}, and the spread moved little.', word, ...valuePair(column, from, to, locale));
}

function category(
  column: ColumnReport,
  kind: 'new_category' | 'vanished_category' | 'category_up' | 'category_down' | 'categories',
  t: Translate,
  locale: string,
): RichText {
  const { category: name, from, to } = column.movement;
  if (name === null) {
    return rich(t, 'The shares of the categories changed.');
  }
  const value = { strong: categoryText(name, column.kind) };
  const change = shareChangeText(from ?? 0, to ?? 0, locale);
  switch (kind) {
    case 'new_category':
      return rich(t, '{0} is new: {1} of values.', value, change);
    case 'vanished_category':
      return rich(t, '{0} is gone: {1} of values.', value, change);
    case 'category_up':
      return rich(t, '{0} is more frequent: {1} of values.', value, change);
    case 'category_down':
      return rich(t, '{0} is less frequent: {1} of values.', value, change);
    case 'categories':
      return rich(t, 'The shares of several categories changed, most of all {0}: {1} of values.', value, change);
  }
}

function missing(kind: 'more_missing' | 'less_missing', change: string, t: Translate): RichText {
  const word = { strong: kind === 'more_missing' ? t('more missing values') : t('fewer missing values') };
  return rich(t, 'There are {0}: {1} of rows.', word, change);
}
