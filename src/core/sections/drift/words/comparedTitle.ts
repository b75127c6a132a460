import type { ColumnTally } from '../../../check/tallyColumns.ts';
import { formatCount } from '../../../format/count.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { columnsOf } from '../../../report/sectionOf.ts';
import { rich } from '../../../words/rich.ts';
import type { Translate } from '../../../words/translate.ts';
import { alertTitle } from './alertTitle.ts';
import { calmTitle, watchTitle } from './calmTitle.ts';
import { cannotTellTitle } from './cannotTellTitle.ts';

/** What became of the columns: alerts, else those to watch, else those of which nothing can be told, else that all is calm. */
export function comparedTitle(report: Report, columns: ColumnTally, t: Translate, locale: string): RichText {
  if (columns.alert.length > 0) return alertTitle(report, columns, t, locale);
  if (columns.watch.length > 0) return watchTitle(columns, t, locale);
  if (columns.cannot_tell.length > 0) return cannotTellTitle(report, columns, t, locale);
  if (columns.judged > 0) return calmTitle(columns, t, locale);
  const n = columnsOf(report).length;
  return n === 1
    ? rich(t, 'The only column could not be tested.')
    : rich(t, 'None of the {0} columns could be tested.', formatCount(n, locale));
}
