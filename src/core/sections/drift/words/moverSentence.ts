import { formatShare } from '../../../format/share.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { onBlock } from '../../../words/blockText.ts';
import { shareChangeText } from '../../../words/changeText.ts';
import { inChunk } from '../../../words/inChunk.ts';
import { nameText } from '../../../words/nameText.ts';
import { rich } from '../../../words/rich.ts';
import { unmatchedWord } from '../../../words/seasonCells.ts';
import { sentences } from '../../../words/sentences.ts';
import type { Translate } from '../../../words/translate.ts';
import { whenMoved } from '../../../words/whenMoved.ts';
import { whenText } from '../../../words/whenText.ts';
import type { ColumnReport } from '../result.ts';
import { worstChunk } from './chunkAlertText.ts';
import { directionText, isToldLike } from './likeText.ts';

/** Alert columns one after the other: how much moved, since when, and in which way. What part of the calendar is compared like for like is said once. */
export function moverSentences(columns: readonly ColumnReport[], report: Report, t: Translate, locale: string): RichText[] {
  const first = columns.findIndex((column) => movedAsAWhole(column, report) && isToldLike(column, report));
  return columns.map((column, i) => moverSentence(column, report, t, locale, first >= 0 && i > first));
}

/** One alert column in the section on drift: how much moved, since when, and in which way. */
export function moverSentence(column: ColumnReport, report: Report, t: Translate, locale: string, monthsTold = false): RichText {
  if (movedAsAWhole(column, report)) return wholeSentence(column, report, t, locale, monthsTold);
  if (column.cause === 'missing') return missingSentence(column, report, t, locale);
  if (column.cause === 'block' && column.block !== null) {
    const most = { strong: formatShare(column.effect ?? 0, locale) };
    const day = { strong: onBlock(column.block, report, t, locale) };
    return rich(t, 'In {0}, {1} of rows moved {2} alone.', nameText(column.name), most, day);
  }
  return column.unmatched && report.season !== null
    ? seasonalSentence(column, report, unmatchedWord(report.season.by, t), t, locale)
    : chunkSentence(column, report, t, locale);
}

/** Neither missing values alone, nor single blocks or chunks, nor what the reference's calendar lacks. */
function movedAsAWhole({ cause, block, unmatched }: ColumnReport, { season }: Report): boolean {
  if (cause === 'missing' || cause === 'chunk' || (cause === 'block' && block !== null)) return false;
  return !(unmatched && season !== null);
}

/** A move that lies only where the reference holds nothing of the calendar. */
function seasonalSentence(column: ColumnReport, report: Report, where: string, t: Translate, locale: string): RichText {
  const who = nameText(column.name);
  const most = { strong: formatShare(column.effect ?? 0, locale) };
  const moved = whenMoved(column);
  const when = whenText(moved, report.time, t, locale);
  if (when === null) return rich(t, 'In {0}, {1} of rows differ, only in {2}; that can be the season.', who, most, where);
  return moved.kind === 'only' || moved.kind === 'latest'
    ? rich(t, 'In {0}, {1} of rows differ {2}, in {3}; that can be the season.', who, most, { strong: when }, where)
    : rich(t, 'In {0}, up to {1} of rows differ {2}, in {3}; that can be the season.', who, most, { strong: when }, where);
}

function chunkSentence(column: ColumnReport, report: Report, t: Translate, locale: string): RichText {
  const who = nameText(column.name);
  const most = { strong: formatShare(column.effect ?? 0, locale) };
  const moved = whenMoved(column);
  const when = whenText(moved, report.time, t, locale);
  if (when === null) return rich(t, 'In {0}, up to {1} of rows moved in a part of current.', who, most);
  return moved.kind === 'only' || moved.kind === 'latest'
    ? rich(t, 'In {0}, {1} of rows moved {2}, though not over the whole of current.', who, most, { strong: when })
    : rich(t, 'In {0}, up to {1} of rows moved {2}, though not over the whole of current.', who, most, { strong: when });
}

/** A move over all of current, where it was most, since when, and in which way. */
function wholeSentence(column: ColumnReport, report: Report, t: Translate, locale: string, monthsTold: boolean): RichText {
  const who = nameText(column.name);
  const when = whenText(whenMoved(column), report.time, t, locale);
  const share = { strong: formatShare(column.whole.effect ?? 0, locale) };
  const cell = worstChunk(column);
  const head =
    when === null || cell === null || report.time === null
      ? rich(t, 'In {0}, {1} of rows moved.', who, share)
      : rich(
          t,
          'In {0}, {1} of rows moved over all of current, most of all {2} ({3}); over the limit {4}.',
          who,
          share,
          inChunk(report.time, cell.chunk, t, locale),
          { strong: formatShare(cell.effect ?? 0, locale) },
          { strong: when },
        );
  return sentences(locale, [head, directionText(column, report, t, locale, monthsTold)]);
}

function missingSentence(column: ColumnReport, report: Report, t: Translate, locale: string): RichText {
  const { reference, at, chunk, block } = column.missing;
  const who = nameText(column.name);
  const change = { strong: shareChangeText(reference.share, at, locale) };
  if (block !== null) return rich(t, '{0}: missing values went {1} of rows {2} alone.', who, change, onBlock(block, report, t, locale));
  if (chunk === null || report.time === null) return rich(t, '{0}: missing values went {1} of rows.', who, change);
  const moved = whenMoved(column);
  const when = whenText(moved, report.time, t, locale);
  const most = inChunk(report.time, chunk, t, locale);
  return when === null || moved.kind === 'only' || moved.kind === 'latest'
    ? rich(t, '{0}: missing values went {1} of rows {2}.', who, change, most)
    : rich(t, '{0}: missing values went {1} of rows {2}; over the limit {3}.', who, change, most, { strong: when });
}
