import { statusOf } from '../../../check/statusOf.ts';
import type { MeasureText } from '../../../report/evaluationText.ts';
import type { Report } from '../../../report/report.ts';
import { measureAbout } from '../../../words/measures/measureAbout.ts';
import { capital, measureName } from '../../../words/measures/measureName.ts';
import type { Translate } from '../../../words/translate.ts';
import type { MeasureRow } from '../result.ts';
import { figuresOf } from './figures.ts';
import { measureSentence } from './measureSentence.ts';

/** Everything that is said of one measure. */
export function measureText(row: MeasureRow, report: Report, t: Translate, locale: string): MeasureText {
  const { reference, current, change } = row;
  const { format } = figuresOf(row, locale);
  const { glyph, word } = statusWord(row, t);
  // A number that says nothing stands in the sentence only: beside the others it would be read.
  const empty = row.excuse?.code === 'targets_near_zero';
  const value = (x: number | null): string => (empty ? '–' : format.value(x));
  return {
    name: capital(measureName(current.name, current.at, t, locale)),
    about: measureAbout(current.name, current.direction, t),
    reference: value(reference?.value ?? null),
    current: value(current.value),
    referenceInterval: empty ? '' : format.interval(reference?.interval ?? null),
    currentInterval: empty ? '' : format.interval(current.interval),
    change: change === null || empty ? '–' : format.changeWithInterval(change.difference, change.interval),
    glyph,
    word,
    sentence: measureSentence(row, report, t, locale),
  };
}

/** Glyph and word of where a measure stands: an improvement is never marked as an alarm, what cannot be told never as fine. */
export function statusWord(row: MeasureRow, t: Translate): { readonly glyph: string; readonly word: string } {
  switch (statusOf(row)) {
    case 'beyond':
      return { glyph: '▲', word: t('beyond the limit') };
    case 'worse':
      return { glyph: '▲', word: t('worse') };
    case 'worse_lately':
      return { glyph: '▲', word: t('worse lately') };
    case 'worse_before':
      return { glyph: '▲', word: t('worse for a time') };
    case 'excused':
      return row.excuse?.code === 'mix' ? { glyph: '✓', word: t('by the mix alone') } : { glyph: '–', word: t('not meaningful') };
    case 'may_be_worse':
    case 'too_few':
    case 'may_be_beyond':
      return { glyph: '?', word: t('cannot tell') };
    case 'undefined':
      return { glyph: '–', word: t('not defined') };
    case 'little_worse':
      return { glyph: '✓', word: t('within limit') };
    case 'held':
    case 'kept':
      return { glyph: '✓', word: t('ok') };
    case 'improved':
      return { glyph: '✓', word: t('improved') };
    case 'not_judged':
      return { glyph: '–', word: t('not judged') };
  }
}
