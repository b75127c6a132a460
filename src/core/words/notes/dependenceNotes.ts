import type { NoteCode } from '../../report/note.ts';
import type { RichText } from '../../report/richText.ts';
import { rich } from '../rich.ts';
import type { NoteParts, NoteSentence } from './noteParts.ts';

/** Sentences on how the rows of a day, an hour or a group go together in the reference, and what cannot be known for it. */
export const dependenceNotes = {
  too_few_blocks: tooFewBlocks,
  reference_wanders: ({ t, note }) =>
    note.values.by === 'hour'
      ? rich(
          t,
          'The reference itself wanders: its hours follow the hours before them, so only moves larger than its own wandering are told.',
        )
      : rich(
          t,
          'The reference itself wanders: its days follow the days before them, so only moves larger than its own wandering are told.',
        ),
  short_reference: ({ t, note, count }) =>
    note.values.by === 'hour'
      ? rich(t, '{0} hours of reference cannot show how long a disturbance lasts; with 90 of them alerts would be surer.', count('blocks'))
      : rich(t, '{0} days of reference cannot show how long a disturbance lasts; with 90 of them alerts would be surer.', count('blocks')),
} satisfies Partial<Record<NoteCode, NoteSentence>>;

function tooFewBlocks(parts: NoteParts): RichText {
  switch (parts.note.values.by) {
    case 'hour':
      return tooFewHours(parts);
    case 'group':
      return tooFewGroups(parts);
    default:
      return tooFewDays(parts);
  }
}

function tooFewHours({ t, count, one }: NoteParts): RichText {
  return one('blocks')
    ? rich(
        t,
        'The reference holds 1 hour only: how hours differ cannot be known, so rows are taken as independent; single chunks are not judged.',
      )
    : rich(
        t,
        'The reference holds {0} hours only: how hours differ cannot be known, so rows are taken as independent; single chunks are not judged.',
        { strong: count('blocks') },
      );
}

function tooFewGroups({ t, count, one }: NoteParts): RichText {
  return one('blocks')
    ? rich(
        t,
        'The reference holds 1 group only: how groups differ cannot be known, so rows are taken as independent; single chunks are not judged.',
      )
    : rich(
        t,
        'The reference holds {0} groups only: how groups differ cannot be known, so rows are taken as independent; single chunks are not judged.',
        { strong: count('blocks') },
      );
}

function tooFewDays({ t, count, one }: NoteParts): RichText {
  return one('blocks')
    ? rich(
        t,
        'The reference holds 1 day only: how days differ cannot be known, so rows are taken as independent; single chunks are not judged.',
      )
    : rich(
        t,
        'The reference holds {0} days only: how days differ cannot be known, so rows are taken as independent; single chunks are not judged.',
        { strong: count('blocks') },
      );
}
