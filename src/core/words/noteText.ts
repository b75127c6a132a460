import type { Note, NoteCode } from '../report/note.ts';
import type { Report } from '../report/report.ts';
import type { NoteText } from '../report/reportText.ts';
import { categoryNotes } from './notes/categoryNotes.ts';
import { dependenceNotes } from './notes/dependenceNotes.ts';
import { fileNotes } from './notes/fileNotes.ts';
import { headerNotes } from './notes/headerNotes.ts';
import { type NoteSentence, noteParts } from './notes/noteParts.ts';
import { readingNotes } from './notes/readingNotes.ts';
import { timeNotes } from './notes/timeNotes.ts';
import { untestedNotes } from './notes/untestedNotes.ts';
import { valueNotes } from './notes/valueNotes.ts';
import type { Translate } from './translate.ts';

const glyphs = { alert: '▲', watch: '◐', info: '–' } as const;

/** The sentence of every code: one that has none does not compile. */
const sentenceOf: Readonly<Record<NoteCode, NoteSentence>> = {
  ...fileNotes,
  ...headerNotes,
  ...valueNotes,
  ...categoryNotes,
  ...readingNotes,
  ...untestedNotes,
  ...timeNotes,
  ...dependenceNotes,
};

/** A remark on schema or quality in words. */
export function noteText(note: Note, report: Report, t: Translate, locale: string): NoteText {
  const text = sentenceOf[note.code](noteParts(note, report, t, locale));
  return { code: note.code, glyph: glyphs[note.level], level: note.level, text };
}
