import { formatShare } from '../format/share.ts';
import type { ColumnReport, DecisionRule } from '../report/report.ts';
import type { RichText } from '../report/richText.ts';
import { shareChangeText } from './changeText.ts';
import { rich } from './rich.ts';
import { significance } from './significance.ts';
import type { Translate } from './translate.ts';

/** What is to be said of the missing values of a column; empty when their share did not move. */
export function missingText(column: ColumnReport, rule: DecisionRule, t: Translate, locale: string): RichText {
  const { reference, current, verdict, q } = column.missing;
  const change = { strong: shareChangeText(reference.share, current.share, locale) };
  if (verdict === 'alert') {
    return q === null
      ? rich(t, 'Missing values: {0} of rows.', change)
      : rich(t, 'Missing values: {0} of rows ({1}).', change, significance('q', q, locale));
  }
  const moved = q !== null && q <= rule.q && reference.share !== current.share;
  if (verdict === 'watch' || moved) {
    const limit = formatShare(column.limit, locale);
    return rich(t, 'Missing values: {0} of rows, a change under the limit of {1} ({2}).', change, limit, significance('q', q ?? 1, locale));
  }
  return [];
}

/** The missing share in the table: "0 %", or "2 % → 14 %" where it differs. */
export function missingCell(column: ColumnReport, locale: string): string {
  const { reference, current } = column.missing;
  if (current.rows === 0) return formatShare(reference.share, locale);
  if (reference.rows === 0) return formatShare(current.share, locale);
  const from = formatShare(reference.share, locale);
  const to = formatShare(current.share, locale);
  return from === to ? to : `${from} → ${to}`;
}
