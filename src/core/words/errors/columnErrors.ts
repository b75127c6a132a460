import type { DataErrorCode } from '../../data/dataError.ts';
import { sayPlain } from '../sayPlain.ts';
import { type ErrorParts, type ErrorSentence, unknown } from './errorParts.ts';

/** Sentences on columns: missing ones, too many, of another type than the other parts have. */
export const columnErrors = {
  too_many_columns: ({ t, file, found, expected }) =>
    sayPlain(
      t,
      '{0} has {1} columns, and at most {2} are read. Write a file with those to be compared.',
      file,
      found ?? unknown,
      expected ?? unknown,
    ),
  schema_differs_between_parts: partsDiffer,
  no_common_column: ({ t, found, expected }) =>
    found !== null && expected !== null
      ? sayPlain(
          t,
          'Reference and current have no column in common: reference has {0}, current has {1}. Check that the right files were chosen, and that both have a header.',
          expected,
          found,
        )
      : t('Reference and current have no column in common. Check that the right files were chosen, and that both have a header.'),
  unknown_column: ({ t, details, file, column }) =>
    details.file === undefined && details.side === undefined
      ? sayPlain(t, 'There is no column {0}. Check its spelling; capitals count.', column)
      : sayPlain(t, '{0} has no column {1}. Check its spelling; capitals count.', file, column),
  not_a_timestamp: notATimestamp,
} satisfies Partial<Record<DataErrorCode, ErrorSentence>>;

function partsDiffer({ t, details, file, column, found, expected }: ErrorParts): string {
  if (details.column === undefined)
    return sayPlain(
      t,
      '{0} does not go with the other parts: its columns or its format differ. Take it out of the folder or pattern, or write it again.',
      file,
    );
  return found !== null && expected !== null
    ? sayPlain(
        t,
        '{0}: column {1} is {2} here and {3} in the other parts. Write the parts with one type, or leave this one out.',
        file,
        column,
        found,
        expected,
      )
    : sayPlain(
        t,
        '{0}: column {1} is not the same as in the other parts. Write the parts with one type, or leave this one out.',
        file,
        column,
      );
}

function notATimestamp({ t, details, file, column, found }: ErrorParts): string {
  if (details.column === undefined) return sayPlain(t, 'There is no column of times to cut {0} by. Name one, or cut by rows.', file);
  return found === null
    ? sayPlain(t, '{0}: column {1} does not hold times. Choose another time column, or none.', file, column)
    : sayPlain(t, '{0}: column {1} does not hold times (its type is {2}). Choose another time column, or none.', file, column, found);
}
