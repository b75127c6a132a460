import { formatCount } from '../../../format/count.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { blockText } from '../../../words/blockText.ts';
import { rich } from '../../../words/rich.ts';
import { unmatchedWord } from '../../../words/seasonCells.ts';
import { sentences } from '../../../words/sentences.ts';
import type { Translate } from '../../../words/translate.ts';
import { whenMoved } from '../../../words/whenMoved.ts';
import { whenText } from '../../../words/whenText.ts';
import type { ColumnReport } from '../result.ts';
import { alertText } from './alertText.ts';
import { chunkAlertText } from './chunkAlertText.ts';
import { directionText, likeMedians } from './likeText.ts';
import { missingText } from './missingText.ts';
import { onset } from './onset.ts';
import { reasonSentence } from './reasonSentence.ts';
import { visibleText, visibleWholeText } from './visibleText.ts';

/** What is said of one column above its pictures: in which way it moved, how much, against which limit, or why that cannot be said. */
export function headline(column: ColumnReport, report: Report, t: Translate, locale: string): RichText {
  const missing = missingText(column, report, t, locale);
  const untested = column.whole.p === null && column.chunks.every(({ p }) => p === null);
  const block = blockText(column, report, t, locale);
  if (untested) return sentences(locale, [missing, block, reasonSentence(column, report, t, locale)]);
  const values =
    column.cause === 'whole' ? wholePart(column, report, t, locale) : column.cause === 'chunk' ? chunkPart(column, report, t, locale) : [];
  if (values.length === 0) values.push(...calmPart(column, report, block, t, locale));
  else values.push(unmatchedPart(column, report, t), block);
  return sentences(locale, column.cause === 'missing' ? [missing, ...values] : [...values, missing]);
}

/** Marks that lie where the reference holds nothing of the calendar leave the cause open. */
function unmatchedPart({ unmatched }: ColumnReport, { season }: Report, t: Translate): RichText {
  return unmatched && season !== null ? rich(t, 'It differs only in {0}; that can be the season.', unmatchedWord(season.by, t)) : [];
}

/** An alert or watch of the values as a whole. */
function wholePart(column: ColumnReport, report: Report, t: Translate, locale: string): RichText[] {
  const values = [directionText(ofValues(column), report, t, locale), alertText(column, report, t, locale)];
  const moved = whenMoved(column);
  const when = column.verdict === 'alert' ? whenText(moved, report.time, t, locale) : null;
  if (when !== null) values.push(rich(t, 'Over the limit {0}.', { strong: when }));
  if (when !== null && moved.kind === 'since') values.push(onsetPart(column, moved.start, t, locale));
  return values;
}

/** Alerts or watches of chunks that the whole does not show. */
function chunkPart(column: ColumnReport, report: Report, t: Translate, locale: string): RichText[] {
  const when = whenText(whenMoved(column), report.time, t, locale);
  const watches = column.chunks.filter((cell) => cell.verdict === 'watch').length;
  const head =
    when !== null
      ? rich(t, 'Moved {0}.', { strong: when })
      : watches === 1
        ? rich(t, 'May have moved in one chunk.')
        : rich(t, 'May have moved in {0} chunks.', formatCount(watches, locale));
  return [head, chunkAlertText(column, report, t, locale), visibleWholeText(column, report, t, locale)];
}

/** Values that carry no verdict, or a single block of them that does. */
function calmPart(column: ColumnReport, report: Report, block: RichText, t: Translate, locale: string): RichText[] {
  if (block.length > 0) return [block, visibleWholeText(column, report, t, locale)];
  const like = column.certain ? [] : likeMedians(column, report, t, locale);
  return [column.certain ? directionText(ofValues(column), report, t, locale) : [], visibleText(column, report, t, locale), like];
}

/** Whether the move came at once or crept up; empty when neither can be said. */
function onsetPart(column: ColumnReport, start: number, t: Translate, locale: string): RichText {
  const began = onset(column, start);
  if (began === null) return [];
  return began.kind === 'at_once'
    ? rich(t, 'It came at once.')
    : rich(t, 'It crept up over {0} chunks.', formatCount(began.chunks, locale));
}

/** Missing values have a sentence of their own: their movement is not told twice. */
function ofValues(column: ColumnReport): ColumnReport {
  const { kind } = column.movement;
  return kind === 'more_missing' || kind === 'less_missing'
    ? { ...column, movement: { kind: 'none', category: null, from: null, to: null } }
    : column;
}
