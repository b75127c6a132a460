import type { ColumnTally } from '../../../check/tallyColumns.ts';
import { formatCount } from '../../../format/count.ts';
import { formatShare } from '../../../format/share.ts';
import type { RichText } from '../../../report/richText.ts';
import { listText } from '../../../words/listText.ts';
import { rich } from '../../../words/rich.ts';
import type { Translate } from '../../../words/translate.ts';
import { codeName } from './codeName.ts';

/** No alert, but columns to watch. */
export function watchTitle(columns: ColumnTally, t: Translate, locale: string): RichText {
  const all = formatCount(columns.judged, locale);
  const list = listText(columns.watch.map(codeName), t, locale, 3);
  const untold = columns.cannot_tell.length;
  if (columns.judged === 1) return rich(t, 'No alert, but one to watch: {0}.', list);
  if (untold === 0) {
    return columns.watch.length === 1
      ? rich(t, 'No alert in {0} columns; 1 to watch: {1}.', all, list)
      : rich(t, 'No alert in {0} columns; {1} to watch: {2}.', all, formatCount(columns.watch.length, locale), list);
  }
  return columns.watch.length === 1
    ? rich(t, 'No alert in {0} columns; 1 to watch: {1}. For {2} there are too few rows to tell.', all, list, formatCount(untold, locale))
    : rich(
        t,
        'No alert in {0} columns; {1} to watch: {2}. For {3} there are too few rows to tell.',
        all,
        formatCount(columns.watch.length, locale),
        list,
        formatCount(untold, locale),
      );
}

/** Nothing moved beyond its limit, and what would have been seen. */
export function calmTitle(columns: ColumnTally, t: Translate, locale: string): RichText {
  const all = formatCount(columns.judged, locale);
  const judged = [...columns.below, ...columns.clear];
  const seen = judged.every((column) => column.visible !== null) ? Math.max(...judged.map((column) => column.visible ?? 0)) : null;
  if (columns.judged === 1) {
    return seen === null
      ? rich(t, '{0} did not move beyond its limit.', codeName(judged[0]!))
      : rich(
          t,
          '{0} did not move beyond its limit: a move of {1} of rows would have been seen.',
          codeName(judged[0]!),
          formatShare(seen, locale),
        );
  }
  return seen === null
    ? rich(t, 'None of {0} columns moved beyond its limit.', all)
    : rich(t, 'No column moved beyond its limit: a move of {0} of rows would have been seen in all {1}.', formatShare(seen, locale), all);
}
