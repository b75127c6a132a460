import { formatP } from '../format/pValue.ts';
import { formatShare } from '../format/share.ts';
import type { ColumnReport, Report } from '../report/report.ts';
import type { ColumnText } from '../report/reportText.ts';
import { headline } from './headline.ts';
import { kindWord } from './kindWord.ts';
import { missingCell } from './missingText.ts';
import { roleText } from './roleText.ts';
import { spokenText } from './spokenText.ts';
import { statusText } from './statusText.ts';
import type { Translate } from './translate.ts';
import { typicalText } from './typicalText.ts';

/** Everything that is said of one column. */
export function columnText(column: ColumnReport, report: Report, t: Translate, locale: string): ColumnText {
  return {
    headline: headline(column, report, t, locale),
    status: statusText(column, report, t, locale),
    kind: kindWord(column, t),
    typical: typicalText(column, locale),
    moved: column.effect === null ? '–' : formatShare(column.effect, locale),
    missing: missingCell(column, locale),
    q: column.q === null ? '–' : formatP(column.q, locale),
    role: roleText(column, t, locale),
    spoken: spokenText(column, t, locale),
  };
}
