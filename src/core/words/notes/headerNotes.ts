import type { NoteCode } from '../../report/note.ts';
import { rich } from '../rich.ts';
import { type NoteSentence, ofSide } from './noteParts.ts';

/** Sentences on names and types of columns. */
export const headerNotes = {
  column_only_in_reference: ({ t, who }) => rich(t, '{0} is missing in current.', who),
  column_only_in_current: ({ t, who }) => rich(t, '{0} is new in current; there is nothing to compare it with.', who),
  type_changed: ({ t, who, text }) =>
    rich(t, '{0}: {1} in reference, {2} in current.', who, { strong: text('reference') }, { strong: text('current') }),
  duplicate_column_name: (parts) => {
    const { t, text } = parts;
    const name = { strong: text('name') };
    return ofSide(
      parts,
      rich(t, 'Reference: the column name {0} stands more than once in the header; the later ones have a number behind it here.', name),
      rich(t, 'Current: the column name {0} stands more than once in the header; the later ones have a number behind it here.', name),
    );
  },
  name_trimmed: (parts) => {
    const { t, who } = parts;
    return ofSide(
      parts,
      rich(t, '{0} has blanks around its name in the header of reference; they were left out.', who),
      rich(t, '{0} has blanks around its name in the header of current; they were left out.', who),
    );
  },
  row_names: ({ t, text }) =>
    rich(
      t,
      '{0}: rows have one field more than the header has names. The first was taken for names of rows, as R writes them, and left out; if it is a column, add its name to the header.',
      text('file').split(/[\\/]/).at(-1) ?? '–',
    ),
} satisfies Partial<Record<NoteCode, NoteSentence>>;
