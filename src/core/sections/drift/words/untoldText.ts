import { formatCount } from '../../../format/count.ts';
import { formatRoundedCount } from '../../../format/roundedCount.ts';
import { formatShare } from '../../../format/share.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { driftOf } from '../../../report/sectionOf.ts';
import { listText } from '../../../words/listText.ts';
import { nameText } from '../../../words/nameText.ts';
import { type RichPart, rich } from '../../../words/rich.ts';
import { sentences } from '../../../words/sentences.ts';
import type { Translate } from '../../../words/translate.ts';
import type { ColumnReport } from '../result.ts';
import { boundText } from './boundText.ts';
import { columnNames } from './columnNames.ts';
import { reasonText } from './reasonText.ts';

/** Said of each column by itself: what would have been seen differs from one to the next. */
export function untoldText(columns: readonly ColumnReport[], report: Report, t: Translate, locale: string): RichText {
  const few = columns.filter((column) => column.reason === 'too_few_rows');
  const unfit = columns.filter((column) => column.reason !== null && column.reason !== 'too_few_rows');
  const unseen = columns.filter((column) => column.reason === null).sort((a, b) => (a.visible ?? 1) - (b.visible ?? 1));
  const out: RichText[] = [];
  if (unseen.length > 0) {
    const items = unseen.map(
      (column): RichPart => rich(t, '{0} (below {1})', nameText(column.name), formatShare(column.visible ?? 1, locale)),
    );
    out.push(rich(t, 'Cannot tell for {0}: smaller moves would not have been seen.', listText(items, t, locale, 4)));
    out.push(whatItTakes(unseen, report, t, locale));
  }
  if (few.length > 0) {
    const least = formatCount(driftOf(report).rule.minRows, locale);
    out.push(rich(t, 'Cannot tell for {0}: too few rows (at least {1} on each side are needed).', columnNames(few, t, locale), least));
  }
  if (unfit.length > 0) {
    const items = unfit.map((column): RichPart => rich(t, '{0} ({1})', nameText(column.name), reasonText(column.reason, t)));
    out.push(rich(t, 'Cannot tell for {0}.', listText(items, t, locale, 4)));
  }
  return sentences(locale, out);
}

/** Rows that would do for all of these columns, or that the reference is the bound. */
function whatItTakes(columns: readonly ColumnReport[], report: Report, t: Translate, locale: string): RichText {
  const needed = columns.map((column) => column.rowsNeeded);
  if (needed.every((one) => one !== null && one.reference === null)) {
    const rows = Math.max(...needed.map((one) => one?.current ?? 0));
    return columns.length === 1
      ? rich(t, 'About {0} rows of current would do.', formatRoundedCount(rows, locale))
      : rich(t, 'About {0} rows of current would do for all of them.', formatRoundedCount(rows, locale));
  }
  if (columns.length === 1) return [];
  const bound = needed.filter((one) => one === null || one.reference !== null).length;
  if (bound < columns.length) return [];
  return boundText(report, t);
}

/** Columns of both sides that were not tested, and why. */
export function notTestedText(columns: readonly ColumnReport[], t: Translate, locale: string): RichText {
  // Columns of one side are named in the section on the schema.
  const both = columns.filter((column) => column.reason !== 'only_in_reference' && column.reason !== 'only_in_current');
  if (both.length === 0) return [];
  const list = listText(
    both.map((column): RichPart => rich(t, '{0} ({1})', nameText(column.name), reasonText(column.reason, t))),
    t,
    locale,
  );
  return rich(t, 'Not tested: {0}.', list);
}
