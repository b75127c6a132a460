import { formatShare } from '../format/share.ts';
import type { ColumnReport, Report } from '../report/report.ts';
import { reasonText } from './reasonText.ts';
import { sayPlain } from './sayPlain.ts';
import { standing } from './standing.ts';
import type { Translate } from './translate.ts';
import { verdictTexts } from './verdictText.ts';
import { whenMoved } from './whenMoved.ts';
import { whenText } from './whenText.ts';

/** Glyph, verdict and its place or reason: "▲ alert · since June 2019", "– not tested: identifier", "? cannot tell below 12 %". */
export function statusText(column: ColumnReport, report: Report, t: Translate, locale: string): string {
  const verdicts = verdictTexts(t);
  const { glyph, word } = verdicts[column.worst];
  switch (standing(column, report.rule)) {
    case 'alert': {
      const detail = column.cause === 'missing' ? t('missing values') : whenText(whenMoved(column), report.time, t, locale);
      return detail === null ? `${glyph} ${word}` : `${glyph} ${word} · ${detail}`;
    }
    case 'watch':
      return column.cause === 'missing' ? `${glyph} ${word} · ${t('missing values')}` : `${glyph} ${word}`;
    case 'below':
      return `${verdicts.ok.glyph} ${verdicts.ok.word} · ${t('moved, under the limit')}`;
    case 'clear':
      return `${verdicts.ok.glyph} ${verdicts.ok.word}`;
    case 'cannot_tell':
      if (column.p === null || column.visible === null) return sayPlain(t, '? cannot tell: {0}', reasonText('too_few_rows', t));
      return sayPlain(t, '? cannot tell below {0}', formatShare(column.visible, locale));
    case 'not_tested':
      if (column.reason === 'pending') return `… ${reasonText(column.reason, t)}`;
      return sayPlain(t, '– not tested: {0}', reasonText(column.reason, t));
  }
}
