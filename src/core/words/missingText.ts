import { formatShare } from '../format/share.ts';
import type { ColumnReport, DecisionRule } from '../report/report.ts';
import type { RichText } from '../report/richText.ts';
import { shareChangeText } from './changeText.ts';
import { rich } from './rich.ts';
import { significance } from './significance.ts';
import type { Translate } from './translate.ts';

/** What is to be said of the missing values of a column; empty when their share did not move. */
export function missingText(column: ColumnReport, rule: DecisionRule, t: Translate, locale: string): RichText {
  const { reference, current, verdict, q, p } = column.missing;
  const change = { strong: shareChangeText(reference.share, current.share, locale) };
  if (verdict === 'alert') {
    return q === null
      ? rich(t, 'Missing values: {0} of rows.', change)
      : rich(t, 'Missing values: {0} of rows ({1}).', change, significance('q', q, locale));
  }
  if (verdict === 'watch') {
    return p === null || q === null
      ? rich(t, 'Missing values may have changed: {0} of rows.', change)
      : rich(
          t,
          'Missing values may have changed: {0} of rows ({1}, but {2} over all columns tested).',
          change,
          significance('p', p, locale),
          significance('q', q, locale),
        );
  }
  if (q !== null && q <= rule.q && reference.share !== current.share) {
    return rich(t, 'Missing values changed little: {0} of rows.', shareChangeText(reference.share, current.share, locale));
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
