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
import { directionText } from './likeText.ts';

/** One alert column in the section on drift: how much moved, since when, and in which way. */
export function moverSentence(column: ColumnReport, report: Report, t: Translate, locale: string): RichText {
  const who = nameText(column.name);
  if (column.cause === 'missing') return missingSentence(column, report, t, locale);
  const most = { strong: formatShare(column.effect ?? 0, locale) };
  if (column.cause === 'block' && column.block !== null)
    return rich(t, 'In {0}, {1} of rows moved {2} alone.', who, most, { strong: onBlock(column.block, report, t, locale) });
  const moved = whenMoved(column);
  const when = whenText(moved, report.time, t, locale);
  if (column.unmatched && report.season !== null) {
    const where = unmatchedWord(report.season.by, t);
    if (when === null) return rich(t, 'In {0}, {1} of rows differ, only in {2}; that can be the season.', who, most, where);
    return moved.kind === 'only' || moved.kind === 'latest'
      ? rich(t, 'In {0}, {1} of rows differ {2}, in {3}; that can be the season.', who, most, { strong: when }, where)
      : rich(t, 'In {0}, up to {1} of rows differ {2}, in {3}; that can be the season.', who, most, { strong: when }, where);
  }
  if (column.cause === 'chunk') {
    if (when === null) return rich(t, 'In {0}, up to {1} of rows moved in a part of current.', who, most);
    return moved.kind === 'only' || moved.kind === 'latest'
      ? rich(t, 'In {0}, {1} of rows moved {2}, though not over the whole of current.', who, most, { strong: when })
      : rich(t, 'In {0}, up to {1} of rows moved {2}, though not over the whole of current.', who, most, { strong: when });
  }
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
  return sentences(locale, [head, directionText(column, report, t, locale)]);
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
