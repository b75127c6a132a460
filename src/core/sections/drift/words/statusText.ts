import { columnStatus } from '../../../check/tallyColumns.ts';
import { formatShare } from '../../../format/share.ts';
import type { Report } from '../../../report/report.ts';
import { onBlock } from '../../../words/blockText.ts';
import { sayPlain } from '../../../words/sayPlain.ts';
import type { Translate } from '../../../words/translate.ts';
import { verdictTexts } from '../../../words/verdictText.ts';
import { whenMoved } from '../../../words/whenMoved.ts';
import { whenText } from '../../../words/whenText.ts';
import type { ColumnReport } from '../result.ts';
import { reasonText } from './reasonText.ts';

/** Glyph, verdict and its place or reason: "▲ alert · since June 2019", "– not tested: identifier", "? cannot tell below 12 %". */
export function statusText(column: ColumnReport, report: Report, t: Translate, locale: string): string {
  const verdicts = verdictTexts(t);
  const { glyph, word } = verdicts[column.verdict];
  switch (columnStatus(column)) {
    case 'alert': {
      const detail = placeText(column, report, t, locale);
      return detail === '' ? `${glyph} ${word}` : `${glyph} ${word} · ${detail}`;
    }
    case 'watch':
      return column.cause === 'missing' ? `${glyph} ${word} · ${t('missing values')}` : `${glyph} ${word}`;
    case 'below':
      return `${verdicts.ok.glyph} ${verdicts.ok.word} · ${t('moved, under the limit')}`;
    case 'clear':
      return `${verdicts.ok.glyph} ${verdicts.ok.word}`;
    case 'cannot_tell':
      if (column.reason !== null) return sayPlain(t, '? cannot tell: {0}', reasonText(column.reason, t));
      return column.visible === null || column.visible > 0.99
        ? `${glyph} ${word}`
        : sayPlain(t, '? cannot tell below {0}', formatShare(column.visible, locale));
    case 'not_tested':
      if (column.reason === 'pending') return `… ${reasonText(column.reason, t)}`;
      return sayPlain(t, '– not tested: {0}', reasonText(column.reason, t));
  }
}

/** Where an alert lies: since when, on which day, in missing values; empty where there is nothing to add. */
export function placeText(column: ColumnReport, report: Report, t: Translate, locale: string): string {
  const block = column.cause === 'block' ? column.block : null;
  const when = block === null ? whenText(whenMoved(column), report.time, t, locale) : onBlock(block, report, t, locale);
  const place = column.cause === 'missing' ? [t('missing values'), ...(when === null ? [] : [when])].join(', ') : (when ?? '');
  return place !== '' && column.unmatched ? sayPlain(t, '{0}, unmatched', place) : place;
}
