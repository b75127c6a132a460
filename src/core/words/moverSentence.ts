import { formatShare } from '../format/share.ts';
import type { ColumnReport, Report } from '../report/report.ts';
import type { RichText } from '../report/richText.ts';
import { shareChangeText } from './changeText.ts';
import { worstChunk } from './chunkAlertText.ts';
import { chunkName } from './chunkName.ts';
import { movementText } from './movementText.ts';
import { nameText } from './nameText.ts';
import { rich } from './rich.ts';
import { sentences } from './sentences.ts';
import type { Translate } from './translate.ts';
import { whenMoved } from './whenMoved.ts';
import { whenText } from './whenText.ts';

/** One alert column in the section on drift: how much moved, since when, and in which way. */
export function moverSentence(column: ColumnReport, report: Report, t: Translate, locale: string): RichText {
  const who = nameText(column.name);
  if (column.cause === 'missing') {
    const change = { strong: shareChangeText(column.missing.reference.share, column.missing.current.share, locale) };
    return rich(t, '{0}: missing values went {1} of rows.', who, change);
  }
  const moved = whenMoved(column);
  const when = whenText(moved, report.time, t, locale);
  const cell = worstChunk(column);
  const most = { strong: formatShare(cell?.effect ?? 0, locale) };
  if (column.cause === 'chunk') {
    if (when === null) return rich(t, 'In {0}, up to {1} of rows moved in a part of current.', who, most);
    return moved.kind === 'only' || moved.kind === 'latest'
      ? rich(t, 'In {0}, {1} of rows moved {2}, though not over the whole of current.', who, most, { strong: when })
      : rich(t, 'In {0}, up to {1} of rows moved {2}, though not over the whole of current.', who, most, { strong: when });
  }
  const share = { strong: formatShare(column.effect ?? 0, locale) };
  const head =
    when === null || cell === null || report.time === null
      ? rich(t, 'In {0}, {1} of rows moved.', who, share)
      : rich(
          t,
          'In {0}, {1} of rows moved over all of current, most in {2} ({3}); over the limit {4}.',
          who,
          share,
          chunkName(report.time, cell.chunk, t, locale),
          most,
          { strong: when },
        );
  return sentences(locale, [head, movementText(column, t, locale)]);
}
