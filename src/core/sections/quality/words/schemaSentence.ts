import type { NotTestedReason } from '../../../check/verdict.ts';
import { formatCount } from '../../../format/count.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { columnsOf } from '../../../report/sectionOf.ts';
import { listText } from '../../../words/listText.ts';
import { nameText } from '../../../words/nameText.ts';
import { rich } from '../../../words/rich.ts';
import { sentences } from '../../../words/sentences.ts';
import type { Translate } from '../../../words/translate.ts';
import type { ColumnReport } from '../../drift/result.ts';

/** Which columns both sides have, and which were recognised as something that is not drift-tested. */
export function schemaSentence(report: Report, t: Translate, locale: string): RichText {
  const gone = columnsOf(report).filter((column) => column.reason === 'only_in_reference');
  const fresh = columnsOf(report).filter((column) => column.reason === 'only_in_current');
  const common = columnsOf(report).length - gone.length - fresh.length;
  const names = (columns: readonly ColumnReport[]): RichText =>
    listText(
      columns.map((column) => nameText(column.name)),
      t,
      locale,
    );
  const out: RichText[] = [];
  if (gone.length === 0 && fresh.length === 0) {
    out.push(
      common === 1
        ? rich(t, 'The same single column on both sides.')
        : rich(t, 'The same {0} columns on both sides.', formatCount(common, locale)),
    );
  } else {
    out.push(
      common === 1 ? rich(t, '1 column stands on both sides.') : rich(t, '{0} columns stand on both sides.', formatCount(common, locale)),
    );
    if (gone.length > 0) out.push(rich(t, 'Missing in current: {0}.', names(gone)));
    if (fresh.length > 0) out.push(rich(t, 'New in current: {0}.', names(fresh)));
  }
  const as = (reason: NotTestedReason): readonly ColumnReport[] => columnsOf(report).filter((column) => column.reason === reason);
  const ids = as('identifier');
  if (ids.length === 1) out.push(rich(t, '{0} was recognised as an identifier and left out.', names(ids)));
  if (ids.length > 1) out.push(rich(t, '{0} were recognised as identifiers and left out.', names(ids)));
  const texts = as('free_text');
  if (texts.length > 0) out.push(rich(t, 'Free text, left out: {0}.', names(texts)));
  if (report.time?.column != null) out.push(rich(t, 'Times are read from {0}.', nameText(report.time.column)));
  return sentences(locale, out);
}
