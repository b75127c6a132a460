import { formatCount } from '../../../format/count.ts';
import type { NoteCode } from '../../../report/note.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { columnsOf, notesOf } from '../../../report/sectionOf.ts';
import { dataText } from '../../../words/dataText.ts';
import { listText } from '../../../words/listText.ts';
import { rich } from '../../../words/rich.ts';
import { sentences } from '../../../words/sentences.ts';
import type { Translate } from '../../../words/translate.ts';

/** Columns that are gone or retyped matter as much as a move: the title must not pass them over. */
export function schemaTitle(report: Report, t: Translate, locale: string): RichText {
  return sentences(locale, [
    goneTitle(alertedColumns(report, 'column_only_in_reference'), t, locale),
    retypedTitle(alertedColumns(report, 'type_changed'), t, locale),
    emptyTitle(alertedColumns(report, 'all_null'), t, locale),
  ]);
}

/** Columns with an alarm of this code that have no alert of their own: what alerts has been told. */
function alertedColumns(report: Report, code: NoteCode): { readonly code: string }[] {
  const alerting = new Set(
    columnsOf(report)
      .filter((column) => column.verdict === 'alert')
      .map((column) => column.name),
  );
  return notesOf(report)
    .filter((note) => note.code === code && note.level === 'alert' && note.column !== null && !alerting.has(note.column))
    .map((note) => ({ code: dataText(note.column!) }));
}

function goneTitle(gone: readonly RichText[number][], t: Translate, locale: string): RichText {
  if (gone.length === 0) return [];
  return gone.length === 1
    ? rich(t, '{0} is missing in current.', gone[0]!)
    : rich(t, '{0} columns are missing in current: {1}.', formatCount(gone.length, locale), listText(gone, t, locale, 3));
}

function retypedTitle(retyped: readonly RichText[number][], t: Translate, locale: string): RichText {
  if (retyped.length === 0) return [];
  return retyped.length === 1
    ? rich(t, '{0} changed its type.', retyped[0]!)
    : rich(t, '{0} columns changed their type: {1}.', formatCount(retyped.length, locale), listText(retyped, t, locale, 3));
}

function emptyTitle(empty: readonly RichText[number][], t: Translate, locale: string): RichText {
  if (empty.length === 0) return [];
  return empty.length === 1
    ? rich(t, '{0} holds no value any more.', empty[0]!)
    : rich(t, '{0} columns hold no value any more: {1}.', formatCount(empty.length, locale), listText(empty, t, locale, 3));
}
