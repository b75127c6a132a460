import type { DataErrorCode } from '../../data/dataError.ts';
import { sayPlain } from '../sayPlain.ts';
import { type ErrorParts, type ErrorSentence, unknown } from './errorParts.ts';

/** Sentences on paths: what is not there, cannot be opened, or is too much. */
export const pathErrors = {
  file_not_found: fileNotFound,
  file_not_readable: ({ t, file, found }) =>
    found === null
      ? sayPlain(t, '{0} cannot be opened. Check its permissions, and that no other program keeps it locked.', file)
      : sayPlain(t, '{0} cannot be opened ({1}). Check its permissions, and that no other program keeps it locked.', file, found),
  no_files_match: ({ t, file }) => sayPlain(t, 'No file matches {0}. Check the folder and the pattern.', file),
  too_many_files: ({ t, file, expected }) =>
    sayPlain(t, '{0} leads to more than {1} files and folders. Choose a folder that holds the parts alone.', file, expected ?? unknown),
  file_changed: ({ t, file }) => sayPlain(t, '{0} changed while it was being read. Compare again when it is complete.', file),
} satisfies Partial<Record<DataErrorCode, ErrorSentence>>;

function fileNotFound({ t, file, details }: ErrorParts): string {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(details.file ?? ''))
    return sayPlain(t, '{0} is an address on a network. Only files are read: download it first.', file);
  if (details.found === 'link') return sayPlain(t, '{0} is a link that leads to no file. Check where it points.', file);
  return sayPlain(t, '{0} does not exist. Check the path.', file);
}
