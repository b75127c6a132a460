import type { ColumnTally } from '../../../check/tallyColumns.ts';
import { formatCount } from '../../../format/count.ts';
import { formatShare } from '../../../format/share.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { withinUnit } from '../../../report/withinUnit.ts';
import { listText } from '../../../words/listText.ts';
import { nameText } from '../../../words/nameText.ts';
import { type RichPart, rich } from '../../../words/rich.ts';
import type { Translate } from '../../../words/translate.ts';
import { withinOf } from '../../../words/withinText.ts';
import type { ColumnReport } from '../result.ts';
import { columnNames } from './columnNames.ts';

/** Columns that moved by less than their limit. */
export function belowText(columns: readonly ColumnReport[], t: Translate, locale: string): RichText {
  if (columns.length === 0) return [];
  const items = columns.map(
    (column): RichPart =>
      rich(
        t,
        '{0} ({1} of rows, limit {2})',
        nameText(column.name),
        formatShare(column.effect ?? 0, locale),
        formatShare(column.limit, locale),
      ),
  );
  const list = listText(items, t, locale, 4);
  return columns.length === 1
    ? rich(t, 'One column moved, but under its limit: {0}.', list)
    : rich(t, '{0} columns moved, but under their limit: {1}.', formatCount(columns.length, locale), list);
}

/** Columns in which no move is seen, and which one would have been. */
export function clearText(columns: ColumnTally, t: Translate, locale: string): RichText {
  const n = columns.clear.length;
  if (n === 0) return [];
  const count = formatCount(n, locale);
  const known = columns.clear.every((column) => column.visible !== null);
  const seen = { strong: formatShare(Math.max(...columns.clear.map((column) => column.visible ?? 0)), locale) };
  if (n === columns.judged) {
    if (!known)
      return n === 1
        ? rich(t, 'No move is seen in {0}.', columnNames(columns.clear, t, locale))
        : rich(t, 'No move is seen in any of the {0} columns.', count);
    return n === 1
      ? rich(t, 'No move is seen in {0}; a move of {1} of rows would have been.', columnNames(columns.clear, t, locale), seen)
      : rich(t, 'No move is seen in any of the {0} columns; a move of {1} of rows would have been.', count, seen);
  }
  if (!known)
    return n === 1
      ? rich(t, 'In {0} no move is seen.', columnNames(columns.clear, t, locale))
      : rich(t, 'In {0} other columns no move is seen.', count);
  return n === 1
    ? rich(t, 'In {0} no move is seen; a move of {1} of rows would have been.', columnNames(columns.clear, t, locale), seen)
    : rich(t, 'In {0} other columns no move is seen; a move of {1} of rows would have been.', count, seen);
}

/** Columns that did move, but by no more than the reference's own days do. */
export function withinBlocksText({ clear: seen, cannot_tell }: ColumnTally, report: Report, t: Translate, locale: string): RichText {
  const columns = [...seen, ...cannot_tell].filter(({ cause, whole }) => cause === null && whole.within === 'blocks');
  const unit = columns[0] === undefined ? null : withinUnit(columns[0].whole, report);
  const items = columns.sort((a, b) => (b.whole.tvd ?? 0) - (a.whole.tvd ?? 0)).map((column): RichPart => nameText(column.name));
  return unit === null ? [] : withinOf(listText(items, t, locale, 4), unit, t);
}
