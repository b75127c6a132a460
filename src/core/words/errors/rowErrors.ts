import type { DataErrorCode } from '../../data/dataError.ts';
import { sayPlain } from '../sayPlain.ts';
import { type ErrorParts, type ErrorSentence, unknown } from './errorParts.ts';

/** Sentences on single lines and values: fields, quotation marks, length and depth. */
export const rowErrors = {
  ragged_rows: ({ t, place, found, expected }) =>
    found !== null && expected !== null
      ? sayPlain(
          t,
          '{0}: {1} fields where the header has {2}. Mend or remove that line, or quote the field that holds a comma.',
          place,
          found,
          expected,
        )
      : sayPlain(t, '{0}: not as many fields as the header has. Mend or remove that line, or quote the field that holds a comma.', place),
  header_short: ({ t, place, found, expected }) =>
    sayPlain(
      t,
      '{0}: the header has {1} names, the rows have {2} fields. Add the missing name to the header, or take the surplus field out of the rows.',
      place,
      found ?? unknown,
      expected ?? unknown,
    ),
  unclosed_quote: ({ t, place }) =>
    sayPlain(t, '{0}: a quotation mark opens here and never closes. Close it, or double it if it belongs to the text.', place),
  line_too_long: ({ t, place, expected }) =>
    expected === null
      ? sayPlain(t, '{0}: the line is too long to be read. Check for a missing line break or an unclosed quotation mark.', place)
      : sayPlain(t, '{0}: the line is longer than {1}. Check for a missing line break or an unclosed quotation mark.', place, expected),
  too_deep: tooDeep,
} satisfies Partial<Record<DataErrorCode, ErrorSentence>>;

function tooDeep({ t, place, found, expected }: ErrorParts): string {
  const most = expected ?? unknown;
  return found === null
    ? sayPlain(
        t,
        '{0}: values are nested more than {1} levels deep. Write plain values: one object per row, one column per value.',
        place,
        most,
      )
    : sayPlain(t, '{0}: columns are nested {1} levels deep, of at most {2}. Write plain columns: one per value.', place, found, most);
}
