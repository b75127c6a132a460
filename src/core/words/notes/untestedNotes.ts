import type { NoteCode } from '../../report/note.ts';
import type { RichText } from '../../report/richText.ts';
import { dataText } from '../dataText.ts';
import { rich } from '../rich.ts';
import { evidenceText, reasonsText } from '../roleText.ts';
import type { NoteParts, NoteSentence } from './noteParts.ts';

/** Sentences on columns that were not tested, and why. */
export const untestedNotes = {
  identifier: identifierNote,
  constant: ({ t, who }) => rich(t, '{0} has the same single value on both sides and was not tested.', who),
  free_text: ({ t, who }) => rich(t, '{0} is free text and was not tested.', who),
  nested_skipped: ({ t, who, text }) => rich(t, '{0} holds nested values ({1}) and was not tested.', who, text('type')),
  too_few_rows: tooFewRows,
  too_many_categories: ({ t, who, count }) =>
    rich(t, '{0} has {1} different values, too many to compare their shares.', who, count('distinct')),
  column_failed: ({ t, who, note }) => rich(t, '{0} could not be analysed: {1}', who, dataText(String(note.values.message ?? ''), 200)),
} satisfies Partial<Record<NoteCode, NoteSentence>>;

function identifierNote({ t, who, column, locale }: NoteParts): RichText {
  const why = (column?.evidence ?? []).map((evidence) => evidenceText(evidence, t, locale));
  return why.length === 0
    ? rich(t, '{0} is an identifier and was not tested.', who)
    : rich(t, '{0} is an identifier and was not tested: {1}.', who, reasonsText(why, locale));
}

function tooFewRows({ t, who, note, count }: NoteParts): RichText {
  const counts = [count('reference'), count('current'), count('minimum')] as const;
  return note.column === null
    ? rich(t, 'Too few rows: {0} in reference, {1} in current; at least {2} on each side are needed.', ...counts)
    : rich(t, '{0} has too few values: {1} in reference, {2} in current; at least {3} on each side are needed.', who, ...counts);
}
