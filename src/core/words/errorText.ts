import type { DataErrorCode, DataErrorDetails } from '../data/dataError.ts';
import { columnErrors } from './errors/columnErrors.ts';
import { type ErrorSentence, errorParts } from './errors/errorParts.ts';
import { formatErrors } from './errors/formatErrors.ts';
import { memoryErrors } from './errors/memoryErrors.ts';
import { modelErrors } from './errors/modelErrors.ts';
import { pathErrors } from './errors/pathErrors.ts';
import { readerErrors } from './errors/readerErrors.ts';
import { rowErrors } from './errors/rowErrors.ts';
import type { Translate } from './translate.ts';

/** The sentence of every code: one that has none does not compile. */
const sentenceOf: Readonly<Record<DataErrorCode, ErrorSentence>> = {
  ...pathErrors,
  ...formatErrors,
  ...rowErrors,
  ...columnErrors,
  ...modelErrors,
  ...memoryErrors,
  ...readerErrors,
};

/** What is wrong with the data, where, and the way out. */
export function errorText(error: { readonly code: DataErrorCode; readonly details: DataErrorDetails }, t: Translate): string {
  return sentenceOf[error.code](errorParts(error.details, t));
}
