import type { ColumnMark } from '../check/verdict.ts';
import type { VerdictText } from '../report/reportText.ts';
import type { Translate } from './translate.ts';

/** Glyph and word of every verdict. */
export function verdictTexts(t: Translate): Record<ColumnMark, VerdictText> {
  return {
    alert: { glyph: '▲', word: t('alert') },
    watch: { glyph: '◐', word: t('watch') },
    ok: { glyph: '✓', word: t('ok') },
    cannot_tell: { glyph: '?', word: t('cannot tell') },
    not_tested: { glyph: '–', word: t('not tested') },
  };
}
