import type { DataErrorCode } from '../../data/dataError.ts';
import { sayPlain } from '../sayPlain.ts';
import type { ErrorParts, ErrorSentence } from './errorParts.ts';

/** Sentences on what a file holds as a whole: nothing, no table, another format, damage. */
export const formatErrors = {
  unsupported_format: ({ t, file, found }) =>
    found === null
      ? sayPlain(t, '{0} is of a kind that cannot be read. Files may be CSV, TSV, JSON, JSON Lines, Parquet, Arrow or Feather.', file)
      : sayPlain(
          t,
          '{0} is of a kind that cannot be read ({1}). Files may be CSV, TSV, JSON, JSON Lines, Parquet, Arrow or Feather.',
          file,
          found,
        ),
  empty_file: ({ t, file }) => sayPlain(t, '{0} is empty (0 bytes). Choose a file that holds data.', file),
  header_only: ({ t, file }) => sayPlain(t, '{0} has a header but no rows. Choose a file that holds data.', file),
  no_rows: ({ t, file }) => sayPlain(t, '{0} holds no rows. Choose a file that holds data.', file),
  not_objects: ({ t, file }) => sayPlain(t, '{0} holds no table: JSON must be an array of objects, or one object per line.', file),
  wrong_encoding: ({ t, place, found }) =>
    found === null
      ? sayPlain(t, '{0}: the text is not UTF-8. Save the file as UTF-8.', place)
      : sayPlain(t, '{0}: the text is not UTF-8 but looks like {1}. Save the file as UTF-8.', place, found),
  corrupt_file: ({ t, place, found }) =>
    found === null
      ? sayPlain(t, '{0} is damaged or cut short. Write or copy it again.', place)
      : sayPlain(t, '{0} is damaged or cut short ({1}). Write or copy it again.', place, found),
  not_this_format: notThisFormat,
} satisfies Partial<Record<DataErrorCode, ErrorSentence>>;

function notThisFormat({ t, file, details, found, expected }: ErrorParts): string {
  if (details.found === 'git-lfs') return sayPlain(t, '{0} is a pointer of Git LFS, not the data. Fetch the file with git lfs pull.', file);
  if (expected === null) return sayPlain(t, '{0} does not hold what its name says. Give it the ending that fits its content.', file);
  return found === null
    ? sayPlain(t, '{0} is named like {1} but holds something else. Give it the ending that fits its content.', file, expected)
    : sayPlain(t, '{0} is named like {1} but holds {2}. Give it the ending that fits its content.', file, expected, found);
}
