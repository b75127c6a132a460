import { formatDate } from '../../../format/date.ts';
import { formatP } from '../../../format/pValue.ts';
import { formatShare } from '../../../format/share.ts';
import type { Report } from '../../../report/report.ts';
import type { ColumnText } from '../../../report/reportText.ts';
import { withinUnit } from '../../../report/withinUnit.ts';
import { roleText } from '../../../words/roleText.ts';
import { sayPlain } from '../../../words/sayPlain.ts';
import type { Translate } from '../../../words/translate.ts';
import { withinWord } from '../../../words/withinText.ts';
import type { ColumnReport } from '../result.ts';
import { headline } from './headline.ts';
import { kindWord } from './kindWord.ts';
import { missingCell } from './missingText.ts';
import { spokenText } from './spokenText.ts';
import { placeText, statusText } from './statusText.ts';
import { typicalText } from './typicalText.ts';

/** Everything that is said of one column. */
export function columnText(column: ColumnReport, report: Report, t: Translate, locale: string): ColumnText {
  return {
    headline: headline(column, report, t, locale),
    status: statusText(column, report, t, locale),
    place: column.verdict === 'alert' ? placeText(column, report, t, locale) : '',
    kind: kindWord(column, t),
    typical: typicalText(column, locale),
    moved: movedCell(column, report, t, locale),
    missing: missingCell(column, locale),
    q: column.q === null || column.p === 1 ? '–' : formatP(column.q, locale),
    role: roleText(column, t, locale),
    spoken: spokenText(column, t, locale),
  };
}

/** A share that is printed as less than 1 %: certain, and next to nothing. */
const least = 0.005;

/** The share of rows moved in the table, with its chunk or day where that alone has it: "18 %", "Aug 19: 7 %". */
function movedCell(column: ColumnReport, report: Report, t: Translate, locale: string): string {
  const { effect, effectChunk, cause, block, missing } = column;
  if (effect === null) return '–';
  // A calm column whose distance is within the noise has an effect of 0, which does not say that its values stayed.
  const within = cause === null ? withinUnit(column.whole, report) : null;
  if (within !== null) return column.certain ? formatShare(least, locale) : withinWord(within, t);
  const share = formatShare(effect, locale);
  const unit = report.time?.unit ?? 'day';
  const chunk = effectChunk === null ? undefined : report.time?.chunks[effectChunk];
  if (chunk !== undefined)
    return sayPlain(t, '{0}: {1}', formatDate(chunk.from + (unit === 'rows' ? 1 : 0), unit, locale, { short: true }), share);
  const single = cause === 'block' ? block : cause === 'missing' ? missing.block : null;
  return single === null ? share : sayPlain(t, '{0}: {1}', formatDate(single.at, 'day', locale, { short: true }), share);
}
