import { formatCount } from '../../format/count.ts';
import { formatShare } from '../../format/share.ts';
import { columnNamed } from '../../report/columnNamed.ts';
import type { Note } from '../../report/note.ts';
import type { Report } from '../../report/report.ts';
import type { RichText } from '../../report/richText.ts';
import type { ColumnReport } from '../../sections/drift/result.ts';
import { dataText } from '../dataText.ts';
import { nameText } from '../nameText.ts';
import type { RichPart } from '../rich.ts';
import type { Translate } from '../translate.ts';

/** What the sentence of a note is made of: the note, and its values as they are written. */
export interface NoteParts {
  readonly note: Note;
  readonly t: Translate;
  readonly locale: string;
  /** The name of the column the note is about. */
  readonly who: RichPart;
  /** What else is known of that column. */
  readonly column: ColumnReport | undefined;
  /** A value as a number; NaN where there is none. */
  number(key: string): number;
  text(key: string): string;
  count(key: string): string;
  share(key: string): string;
  /** Whether a value is 1: then the sentence stands in the singular. */
  one(key: string): boolean;
}

/** Makes the sentence of one code. */
export type NoteSentence = (parts: NoteParts) => RichText;

/** The parts of a note of a report. */
export function noteParts(note: Note, report: Report, t: Translate, locale: string): NoteParts {
  const number = (key: string): number => (note.values[key] == null ? Number.NaN : Number(note.values[key]));
  return {
    note,
    t,
    locale,
    who: nameText(note.column ?? ''),
    column: note.column === null ? undefined : columnNamed(report, note.column),
    number,
    text: (key) => dataText(String(note.values[key] ?? '–')),
    count: (key) => formatCount(number(key), locale),
    share: (key) => formatShare(number(key), locale),
    one: (key) => number(key) === 1,
  };
}

/** The one of two sentences that speaks of the side the note is about. */
export function ofSide({ note }: NoteParts, reference: RichText, current: RichText): RichText {
  return note.side === 'reference' ? reference : current;
}
