import type { NoteCode } from '../../report/note.ts';
import type { RichText } from '../../report/richText.ts';
import { rich } from '../rich.ts';
import { type NoteParts, type NoteSentence, ofSide } from './noteParts.ts';

/** Sentences on how values were read: as times, in which spelling, in which precision. */
export const readingNotes = {
  numbers_as_times: numbersAsTimes,
  date_order_unknown: (parts) => {
    const { t, who } = parts;
    return ofSide(
      parts,
      rich(
        t,
        '{0}: nothing tells days from months in the dates of reference, so they stay text. Say which comes first: --date-order dmy or mdy, in the editor the setting driftbook.dateOrder.',
        who,
      ),
      rich(
        t,
        '{0}: nothing tells days from months in the dates of current, so they stay text. Say which comes first: --date-order dmy or mdy, in the editor the setting driftbook.dateOrder.',
        who,
      ),
    );
  },
  date_spellings: (parts) => {
    const { t, who } = parts;
    const told = [parts.count('ways'), parts.text('spellings')] as const;
    return ofSide(
      parts,
      rich(t, '{0}: dates of reference are written in {1} ways ({2}), so they stay text. Write them in one way.', who, ...told),
      rich(t, '{0}: dates of current are written in {1} ways ({2}), so they stay text. Write them in one way.', who, ...told),
    );
  },
  leading_zeros_lost: (parts) => {
    const { t, who } = parts;
    return ofSide(
      parts,
      rich(t, '{0}: reference lost the leading zeros that current has; both are compared as numbers.', who),
      rich(t, '{0}: current lost the leading zeros that reference has; both are compared as numbers.', who),
    );
  },
  missing_held: (parts) => {
    const { t, who } = parts;
    const told = [parts.text('texts'), parts.count('rows')] as const;
    return ofSide(
      parts,
      rich(
        t,
        '{0}: current holds {1} as a value, which is usually read as missing in text files; it was read as a value in {2} rows of reference, too.',
        who,
        ...told,
      ),
      rich(
        t,
        '{0}: reference holds {1} as a value, which is usually read as missing in text files; it was read as a value in {2} rows of current, too.',
        who,
        ...told,
      ),
    );
  },
  single_precision: (parts) => {
    const { t, who } = parts;
    return ofSide(
      parts,
      rich(t, '{0}: reference holds numbers of single precision; both sides are compared in it.', who),
      rich(t, '{0}: current holds numbers of single precision; both sides are compared in it.', who),
    );
  },
  zones_differ: (parts) => {
    const { t, who } = parts;
    return ofSide(
      parts,
      rich(
        t,
        '{0}: times of current say their zone, those of reference do not and were taken as UTC. Where that is wrong, the two are some hours apart.',
        who,
      ),
      rich(
        t,
        '{0}: times of reference say their zone, those of current do not and were taken as UTC. Where that is wrong, the two are some hours apart.',
        who,
      ),
    );
  },
} satisfies Partial<Record<NoteCode, NoteSentence>>;

function numbersAsTimes({ t, who, note }: NoteParts): RichText {
  switch (note.values.form) {
    case 'yyyymmdd':
      return rich(t, '{0}: numbers such as 20240131 are read as days.', who);
    case 'yyyymm':
      return rich(t, '{0}: numbers such as 202401 are read as months.', who);
    case 's':
      return rich(t, '{0}: numbers are read as seconds since 1970.', who);
    case 'ms':
      return rich(t, '{0}: numbers are read as milliseconds since 1970.', who);
    case 'us':
      return rich(t, '{0}: numbers are read as microseconds since 1970.', who);
    default:
      return rich(t, '{0}: numbers are read as nanoseconds since 1970.', who);
  }
}
