import { formatCount } from '../../../format/count.ts';
import { formatShare } from '../../../format/share.ts';
import type { TimeAxis } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { shareChangeText } from '../../../words/changeText.ts';
import { listText } from '../../../words/listText.ts';
import { nameText } from '../../../words/nameText.ts';
import { rich } from '../../../words/rich.ts';
import type { Translate } from '../../../words/translate.ts';
import { type WhenMoved, whenMoved } from '../../../words/whenMoved.ts';
import { whenText } from '../../../words/whenText.ts';
import type { ColumnReport } from '../result.ts';

/** Groups told at most, the largest first. */
const told = 2;

/**
 * Which columns did the same: went over the limit from the same chunk on (or in the same chunk only), or changed their shares of missing values
 * alike. Says that it is so, never why. Columns that alert in every chunk, or in some, have no beginning that could be shared.
 */
export function togetherText(columns: readonly ColumnReport[], time: TimeAxis | null, t: Translate, locale: string): RichText[] {
  return [...sameBeginning(columns, time, t, locale), ...sameMissing(columns, t, locale)];
}

function sameBeginning(columns: readonly ColumnReport[], time: TimeAxis | null, t: Translate, locale: string): RichText[] {
  const moved = columns.filter((column) => column.verdict === 'alert' && (column.cause === 'whole' || column.cause === 'chunk'));
  const groups = grouped(moved, (column) => {
    const when = beginning(whenMoved(column));
    return when === null ? null : JSON.stringify(when);
  });
  // Of all that alert the title says it.
  const all = columns.filter((column) => column.verdict === 'alert').length;
  const some = groups.filter((group) => group.columns.length < all);
  return some.map(({ key, columns: group }) => {
    const when = whenText(JSON.parse(key) as WhenMoved, time, t, locale) ?? '';
    return rich(t, '{0} went over the limit at the same time: {1}.', names(group, t, locale), { strong: when });
  });
}

/** What of the pattern of alerts is compared: the chunk they stand from, or the only one; null: there is no such chunk. */
function beginning(when: WhenMoved): WhenMoved | null {
  switch (when.kind) {
    case 'since':
      return when.before === 0 ? when : null;
    case 'latest':
    case 'only':
      return { kind: when.kind, earliest: when.earliest };
    default:
      return null;
  }
}

/** Alike: in whole per cent the same share in reference and the same in current. */
function sameMissing(columns: readonly ColumnReport[], t: Translate, locale: string): RichText[] {
  const changed = columns.filter(({ missing }) => missing.verdict === 'alert' || missing.verdict === 'watch');
  const whole = ({ missing }: ColumnReport): number[] => [missing.reference.share, missing.at].map((share) => Math.round(share * 100));
  return grouped(changed, (column) => whole(column).join()).map(({ columns: group }) => {
    const said = group.map(({ missing }) => shareChangeText(missing.reference.share, missing.at, locale));
    const [from = 0, to = 0] = whole(group[0]!);
    const change = said.every((one) => one === said[0])
      ? said[0]!
      : [from, to].map((percent) => formatShare(Math.max(percent / 100, percent === 0 ? 0.005 : 0), locale)).join(' → ');
    return rich(t, 'The shares of missing values of {0} changed alike: {1} of rows.', names(group, t, locale), { strong: change });
  });
}

function names(columns: readonly ColumnReport[], t: Translate, locale: string): RichText {
  const list = listText(
    columns.map((column) => nameText(column.name)),
    t,
    locale,
  );
  return columns.length > 6 ? rich(t, '{0} columns ({1})', formatCount(columns.length, locale), list) : list;
}

/** Columns with the same key, two or more, the largest groups first and else in the order in which they come. */
function grouped(
  columns: readonly ColumnReport[],
  keyOf: (column: ColumnReport) => string | null,
): { readonly key: string; readonly columns: readonly ColumnReport[] }[] {
  const groups = new Map<string, ColumnReport[]>();
  for (const column of columns) {
    const key = keyOf(column);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [column]);
    else group.push(column);
  }
  return [...groups]
    .map(([key, group]) => ({ key, columns: group }))
    .filter((group) => group.columns.length > 1)
    .sort((a, b) => b.columns.length - a.columns.length)
    .slice(0, told);
}
