import type { DataErrorDetails } from '../../data/dataError.ts';
import { dataText } from '../dataText.ts';
import { sayPlain } from '../sayPlain.ts';
import type { Translate } from '../translate.ts';
import { contentWord } from './contentWord.ts';

/** What the sentence of an error is made of: its details, as they are written. */
export interface ErrorParts {
  readonly details: DataErrorDetails;
  readonly t: Translate;
  /** The file, else the side it stands on. */
  readonly file: string;
  /** The file, and the line in it where that is known. */
  readonly place: string;
  readonly column: string;
  readonly found: string | null;
  readonly expected: string | null;
}

/** Makes the sentence of one code: what is wrong, where, and the way out. */
export type ErrorSentence = (parts: ErrorParts) => string;

/** A value of an error that is not known. */
export const unknown = '–';

/** The parts of an error's details. */
export function errorParts(details: DataErrorDetails, t: Translate): ErrorParts {
  const file = details.file === undefined ? sideWord(details, t) : dataText(details.file, 120);
  const line = details.line ?? null;
  return {
    details,
    t,
    file,
    place: line === null ? file : sayPlain(t, '{0}, line {1}', file, line),
    column: details.column === '' ? '""' : dataText(details.column ?? unknown),
    found: details.found === undefined ? null : contentWord(details.found, t),
    expected: details.expected === undefined ? null : contentWord(details.expected, t),
  };
}

function sideWord({ side }: DataErrorDetails, t: Translate): string {
  if (side === undefined) return t('the data');
  return side === 'current' ? t('current') : t('reference');
}
