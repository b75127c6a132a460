import type { NoteCode } from '../../report/note.ts';
import type { RichText } from '../../report/richText.ts';
import { categoryText } from '../categoryText.ts';
import { shareChangeText } from '../changeText.ts';
import { rich } from '../rich.ts';
import { significance } from '../significance.ts';
import { type NoteParts, type NoteSentence, ofSide } from './noteParts.ts';
import { rangeNote } from './rangeNote.ts';

/** Sentences on the values of a column: missing, unreadable, out of range, the same in all rows. */
export const valueNotes = {
  values_unreadable: valuesUnreadable,
  all_null: allNull,
  missing_share_changed: missingShareChanged,
  out_of_range: rangeNote,
  constant_now: ({ t, who, note, column }) =>
    rich(t, '{0} is the same in every row of current: {1}.', who, {
      strong: categoryText(String(note.values.value ?? '–'), column?.kind ?? 'text'),
    }),
  infinite_values: infiniteValues,
} satisfies Partial<Record<NoteCode, NoteSentence>>;

function valuesUnreadable(parts: NoteParts): RichText {
  const { t, who, count, text } = parts;
  if (parts.one('count')) {
    return ofSide(
      parts,
      rich(t, '{0}: 1 value of reference cannot be read as {1}; it counts as missing.', who, text('type')),
      rich(t, '{0}: 1 value of current cannot be read as {1}; it counts as missing.', who, text('type')),
    );
  }
  const n = { strong: count('count') };
  return ofSide(
    parts,
    rich(t, '{0}: {1} values of reference cannot be read as {2}; they count as missing.', who, n, text('type')),
    rich(t, '{0}: {1} values of current cannot be read as {2}; they count as missing.', who, n, text('type')),
  );
}

function allNull(parts: NoteParts): RichText {
  const { t, who } = parts;
  if (parts.note.side === 'both') return rich(t, '{0} holds no value on either side.', who);
  return ofSide(parts, rich(t, '{0} holds no value in reference.', who), rich(t, '{0} holds no value in current.', who));
}

function missingShareChanged({ t, who, number, note, locale }: NoteParts): RichText {
  const change = { strong: shareChangeText(number('reference'), number('current'), locale) };
  const { q } = note.values;
  return typeof q === 'number'
    ? rich(t, '{0}: missing values {1} of rows ({2}).', who, change, significance('q', q, locale))
    : rich(t, '{0}: missing values {1} of rows.', who, change);
}

function infiniteValues(parts: NoteParts): RichText {
  const { t, who, count } = parts;
  if (parts.one('count')) {
    return ofSide(
      parts,
      rich(t, '{0}: 1 infinite value in reference; it is left out of the comparison.', who),
      rich(t, '{0}: 1 infinite value in current; it is left out of the comparison.', who),
    );
  }
  return ofSide(
    parts,
    rich(t, '{0}: {1} infinite values in reference; they are left out of the comparison.', who, count('count')),
    rich(t, '{0}: {1} infinite values in current; they are left out of the comparison.', who, count('count')),
  );
}
