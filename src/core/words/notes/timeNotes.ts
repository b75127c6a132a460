import { formatDate } from '../../format/date.ts';
import { formatNumber } from '../../format/number.ts';
import { formatSpan } from '../../format/span.ts';
import type { NoteCode } from '../../report/note.ts';
import { rich } from '../rich.ts';
import type { NoteSentence } from './noteParts.ts';

/** Sentences on when the rows are from. */
export const timeNotes = {
  time_overlap: ({ t, number, locale }) =>
    rich(
      t,
      'Reference and current overlap in time: {0}. Rows that stand in both make drift harder to see.',
      formatSpan(number('from'), number('to'), locale),
    ),
  current_before_reference: ({ t, number, locale }) =>
    rich(
      t,
      'Current ends ({0}) before reference begins ({1}). Check that the two were not swapped.',
      formatDate(number('to'), 'day', locale),
      formatDate(number('from'), 'day', locale),
    ),
  time_gap: ({ t, number, locale }) =>
    rich(
      t,
      'No rows for {0} hours, from {1} to {2}.',
      { strong: formatNumber(number('hours'), locale) },
      formatDate(number('from'), 'hour', locale),
      formatDate(number('to'), 'hour', locale),
    ),
  rows_without_time: ({ t, count, share, one }) =>
    one('rows')
      ? rich(t, '1 row has no time ({0}) and stands in no chunk.', share('share'))
      : rich(t, '{0} rows have no time ({1}) and stand in no chunk.', count('rows'), share('share')),
} satisfies Partial<Record<NoteCode, NoteSentence>>;
