import { formatShare } from '../../../format/share.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { onBlock } from '../../../words/blockText.ts';
import { shareChangeText } from '../../../words/changeText.ts';
import { inChunk } from '../../../words/inChunk.ts';
import { rich } from '../../../words/rich.ts';
import { significance } from '../../../words/significance.ts';
import type { Translate } from '../../../words/translate.ts';
import type { ColumnReport } from '../result.ts';

/** What is to be said of the missing values of a column; empty when their share did not move. */
export function missingText(column: ColumnReport, report: Report, t: Translate, locale: string): RichText {
  const { reference, at, chunk, block, verdict, q } = column.missing;
  const change = { strong: shareChangeText(reference.share, at, locale) };
  if (verdict === 'alert') {
    const certainty = significance('q', block?.q ?? q ?? 1, locale);
    const place =
      block !== null
        ? onBlock(block, report, t, locale)
        : chunk !== null && report.time !== null
          ? inChunk(report.time, chunk, t, locale)
          : null;
    return place === null
      ? rich(t, 'Missing values: {0} of rows ({1}).', change, certainty)
      : rich(t, 'Missing values: {0} of rows {1} ({2}).', change, { strong: place }, certainty);
  }
  if (verdict === 'watch') {
    const limit = formatShare(column.limit, locale);
    return rich(t, 'Missing values: {0} of rows, for certain, but a change under the limit of {1}.', change, limit);
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
