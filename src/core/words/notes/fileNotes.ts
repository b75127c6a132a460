import type { NoteCode } from '../../report/note.ts';
import type { RichText } from '../../report/richText.ts';
import { dataText } from '../dataText.ts';
import { rich } from '../rich.ts';
import { type NoteParts, type NoteSentence, ofSide } from './noteParts.ts';

/** Sentences on the files: what they hold, and what of it was left out. */
export const fileNotes = {
  same_file: ({ t }) => rich(t, 'Reference and current are the same file. Choose another file for one of them.'),
  same_content: ({ t }) => rich(t, 'Reference and current hold the same rows in the same order. Check that the right files were chosen.'),
  duplicates: ({ t, share }) =>
    rich(t, 'Rows that repeat an earlier row: {0} in reference, {1} in current.', share('reference'), share('current')),
  rows_rejected: rowsRejected,
  encoding_assumed: (parts) =>
    ofSide(
      parts,
      rich(parts.t, 'Reference is not UTF-8; it was read as {0}.', parts.text('encoding')),
      rich(parts.t, 'Current is not UTF-8; it was read as {0}.', parts.text('encoding')),
    ),
  numbers_sampled: ({ t, count }) =>
    rich(
      t,
      'Numbers are compared on {0} of {1} reference rows and {2} of {3} current rows, drawn evenly over the files: all of them do not fit the memory limit. Raise it to use every row.',
      count('reference'),
      count('referenceRows'),
      count('current'),
      count('currentRows'),
    ),
} satisfies Partial<Record<NoteCode, NoteSentence>>;

function rowsRejected(parts: NoteParts): RichText {
  const { t, count, one } = parts;
  return one('rows')
    ? rich(
        t,
        '{0}: 1 row was left out, line {1}: {2} fields where the header has {3}.',
        fileName(parts),
        count('line'),
        count('found'),
        count('expected'),
      )
    : rich(
        t,
        '{0}: {1} rows were left out, the first in line {2}: {3} fields where the header has {4}.',
        fileName(parts),
        count('rows'),
        count('line'),
        count('found'),
        count('expected'),
      );
}

/** The file a note is about, without its folder; else its side. */
function fileName({ note, t }: NoteParts): RichText[number] {
  const file = note.values.file;
  if (typeof file === 'string' && file !== '') return { strong: dataText(file.split(/[\\/]/).pop() ?? file) };
  return { strong: note.side === 'reference' ? t('reference') : t('current') };
}
