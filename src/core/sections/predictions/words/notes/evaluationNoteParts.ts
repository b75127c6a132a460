import { formatCount } from '../../../../format/count.ts';
import type { EvaluationNote } from '../../../../report/note.ts';
import type { RichText } from '../../../../report/richText.ts';
import { dataText } from '../../../../words/dataText.ts';
import { nameText } from '../../../../words/nameText.ts';
import { percentText } from '../../../../words/percentText.ts';
import type { RichPart } from '../../../../words/rich.ts';
import type { Translate } from '../../../../words/translate.ts';

/** What the sentence of a remark is made of: its values as they are written. */
export interface EvaluationNoteParts {
  readonly values: EvaluationNote['values'];
  readonly t: Translate;
  readonly locale: string;
  /** The side it is about. */
  readonly where: string;
  readonly share: string;
  /** A value as a number; 0 where there is none. */
  number(key: string): number;
  count(key: string): string;
  /** A text of the data, cut to so many characters. */
  text(key: string, most?: number): string;
  /** The name of a column; null where none is named. */
  name(key: string): RichText[number] | null;
}

/** The sentence of one code, and whether it is something to look at. */
export interface EvaluationRemark {
  readonly warns: boolean;
  say(parts: EvaluationNoteParts): RichText;
}

/** The parts of a remark. */
export function evaluationNoteParts({ side, values }: EvaluationNote, t: Translate, locale: string): EvaluationNoteParts {
  const number = (key: string): number => (typeof values[key] === 'number' ? (values[key] as number) : 0);
  return {
    values,
    t,
    locale,
    where: side === 'reference' ? t('reference') : t('current'),
    share: percentText(number('share'), locale),
    number,
    count: (key) => formatCount(number(key), locale),
    text: (key, most) => dataText(String(values[key] ?? '–'), most),
    name: (key) => (typeof values[key] === 'string' ? nameText(values[key] as string) : null),
  };
}

/** A number that stands out in its sentence. */
export function strong(text: string): RichPart {
  return { strong: text };
}
