import { tallyColumns } from '../../../check/tallyColumns.ts';
import { formatCount } from '../../../format/count.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { notesOf } from '../../../report/sectionOf.ts';
import { noteText } from '../../../words/noteText.ts';
import { rich } from '../../../words/rich.ts';
import { sentences } from '../../../words/sentences.ts';
import type { Translate } from '../../../words/translate.ts';
import type { ColumnReport } from '../result.ts';
import { belowText, clearText, withinBlocksText } from './calmText.ts';
import { columnNames } from './columnNames.ts';
import { moverSentences } from './moverSentence.ts';
import { togetherText } from './togetherText.ts';
import { notTestedText, untoldText } from './untoldText.ts';
import { watchedText } from './watchedText.ts';

const told = 3;

/** What moved, how much and since when; then what may have moved, what moved less, what is clear and what nobody can tell. */
export function driftSentence(report: Report, t: Translate, locale: string): RichText {
  const columns = tallyColumns(report);
  return sentences(locale, [
    unknownBlocks(report, t, locale),
    ...moverSentences(columns.alert.slice(0, told), report, t, locale),
    furtherAlerts(columns.alert.slice(told), t, locale),
    ...togetherText([...columns.alert, ...columns.watch], report.time, t, locale),
    watchedText(columns.watch, report, t, locale),
    belowText(columns.below, t, locale),
    clearText(columns, t, locale),
    withinBlocksText(columns, report, t, locale),
    untoldText(columns.cannot_tell, report, t, locale),
    notTestedText(columns.not_tested, t, locale),
  ]);
}

/** Said before anything else: how days differ cannot be known. */
function unknownBlocks(report: Report, t: Translate, locale: string): RichText {
  const note = notesOf(report).find(({ code }) => code === 'too_few_blocks');
  return note === undefined ? [] : noteText(note, report, t, locale).text;
}

function furtherAlerts(columns: readonly ColumnReport[], t: Translate, locale: string): RichText {
  if (columns.length === 0) return [];
  const list = columnNames(columns, t, locale);
  return columns.length === 1
    ? rich(t, '1 more column moved enough to matter: {0}.', list)
    : rich(t, '{0} more columns moved enough to matter: {1}.', formatCount(columns.length, locale), list);
}
