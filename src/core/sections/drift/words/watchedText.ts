import { formatCount } from '../../../format/count.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { driftOf } from '../../../report/sectionOf.ts';
import { shareChangeText } from '../../../words/changeText.ts';
import { listText } from '../../../words/listText.ts';
import { nameText } from '../../../words/nameText.ts';
import { type RichPart, rich } from '../../../words/rich.ts';
import { sentences } from '../../../words/sentences.ts';
import type { Translate } from '../../../words/translate.ts';
import type { ColumnReport } from '../result.ts';
import { columnNames } from './columnNames.ts';

/** Columns that may have moved, as a whole or in chunks, and those whose missing values did, under the limit. */
export function watchedText(columns: readonly ColumnReport[], report: Report, t: Translate, locale: string): RichText {
  const of = (cause: ColumnReport['cause']): ColumnReport[] => columns.filter((column) => column.cause === cause);
  const tested = formatCount(driftOf(report).family.columns, locale);
  return sentences(locale, [
    wholeText(of('whole'), tested, t, locale),
    chunksText(of('chunk'), tested, t, locale),
    missingText(of('missing'), t, locale),
  ]);
}

function wholeText(columns: readonly ColumnReport[], tested: string, t: Translate, locale: string): RichText {
  if (columns.length === 0) return [];
  const list = columnNames(columns, t, locale);
  const count = formatCount(columns.length, locale);
  return columns.length === 1
    ? rich(t, 'To watch: {0} may have moved, but among {1} columns that can be chance.', list, tested)
    : rich(t, 'To watch: {0} columns may have moved, but among {1} columns that can be chance: {2}.', count, tested, list);
}

function chunksText(columns: readonly ColumnReport[], tested: string, t: Translate, locale: string): RichText {
  if (columns.length === 0) return [];
  const list = columnNames(columns, t, locale);
  const count = formatCount(columns.length, locale);
  return columns.length === 1
    ? rich(t, 'To watch: {0} may have moved in single chunks, but among {1} columns that can be chance.', list, tested)
    : rich(t, 'To watch: {0} columns may have moved in single chunks, but among {1} columns that can be chance: {2}.', count, tested, list);
}

function missingText(columns: readonly ColumnReport[], t: Translate, locale: string): RichText {
  if (columns.length === 0) return [];
  const items = columns.map(
    (column): RichPart =>
      rich(t, '{0} ({1})', nameText(column.name), shareChangeText(column.missing.reference.share, column.missing.current.share, locale)),
  );
  return rich(t, 'Missing values changed, but under the limit: {0}.', listText(items, t, locale, 4));
}
