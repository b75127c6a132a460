import { tallyColumns } from '../check/tallyColumns.ts';
import { evaluationOf } from '../report/evaluationOf.ts';
import type { Report } from '../report/report.ts';
import type { RichText } from '../report/richText.ts';
import { columnsOf, notesOf, resultOf } from '../report/sectionOf.ts';
import { rich } from '../words/rich.ts';
import { lackingText } from '../words/seasonCells.ts';
import { sentences } from '../words/sentences.ts';
import type { Translate } from '../words/translate.ts';
import { comparedTitle } from './drift/words/comparedTitle.ts';
import { evaluationTitle } from './evaluationTitle.ts';
import { schemaTitle } from './quality/words/schemaTitle.ts';

/** The finding of a report in one sentence, or two when columns are missing or retyped besides; of a run under way, what is found so far. What an evaluation found comes first. */
export function title(report: Report, t: Translate, locale: string): RichText {
  const evaluation = evaluationOf(report);
  if (evaluation === null) return driftTitle(report, t, locale);
  const performance = evaluationTitle(evaluation, report, t, locale);
  // Without a reference no column was compared.
  return columnsOf(report).length === 0 ? performance : sentences(locale, [performance, driftTitle(report, t, locale)]);
}

function driftTitle(report: Report, t: Translate, locale: string): RichText {
  const codes = new Set(notesOf(report).map((note) => note.code));
  if (codes.has('same_file')) return rich(t, 'Reference and current are the same file: no column can have moved.');
  if (codes.has('same_content')) return rich(t, 'Reference and current hold the same content: no column moved.');
  const columns = tallyColumns(report);
  const unfinished = columnsOf(report).some((column) => column.reason === 'pending');
  const said = unfinished && columns.judged === 0 ? rich(t, 'No column is tested yet.') : comparedTitle(report, columns, t, locale);
  // An evaluation has told it before its measures.
  const lacking = report.season === null || resultOf(report, 'performance')?.season != null ? [] : lackingText(report.season, t, locale);
  return sentences(locale, [
    unfinished && columns.judged > 0 ? rich(t, 'So far: {0}', said) : said,
    lacking,
    schemaTitle(report, t, locale),
  ]);
}
