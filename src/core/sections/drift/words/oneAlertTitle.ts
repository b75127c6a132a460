import { formatCount } from '../../../format/count.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { onBlock } from '../../../words/blockText.ts';
import { shareChangeText } from '../../../words/changeText.ts';
import { type RichPart, rich } from '../../../words/rich.ts';
import { unmatchedWord } from '../../../words/seasonCells.ts';
import type { Translate } from '../../../words/translate.ts';
import { whenMoved } from '../../../words/whenMoved.ts';
import { whenText } from '../../../words/whenText.ts';
import type { ColumnReport } from '../result.ts';
import { codeName } from './codeName.ts';

/** The only column that alerts: in which way it changed, and when. */
export function oneAlertTitle(column: ColumnReport, report: Report, judged: number, t: Translate, locale: string): RichText {
  if (column.cause === 'missing') return missingTitle(column, judged, t, locale);
  const told: Told = { who: codeName(column), all: formatCount(judged, locale), only: judged === 1 };
  if (column.cause === 'block' && column.block !== null) {
    const day = onBlock(column.block, report, t, locale);
    return told.only
      ? rich(t, '{0} broke {1}.', told.who, day)
      : rich(t, '1 of {0} columns moved enough to matter: {1} broke {2}.', told.all, told.who, day);
  }
  const when = whenText(whenMoved(column), report.time, t, locale);
  return column.unmatched && report.season !== null
    ? seasonalTitle(told, unmatchedWord(report.season.by, t), when, t)
    : movedTitle(told, when, column.cause === 'chunk', t);
}

/** The column, how many were judged, and whether it is the only one. */
interface Told {
  readonly who: RichPart;
  readonly all: string;
  readonly only: boolean;
}

function missingTitle(column: ColumnReport, judged: number, t: Translate, locale: string): RichText {
  const change = shareChangeText(column.missing.reference.share, column.missing.at, locale);
  return judged === 1
    ? rich(t, '{0} changed its share of missing values enough to matter: {1}.', codeName(column), change)
    : rich(t, '1 of {0} columns changed enough to matter: {1}, missing values {2}.', formatCount(judged, locale), codeName(column), change);
}

function seasonalTitle({ who, all, only }: Told, where: string, when: string | null, t: Translate): RichText {
  if (when === null)
    return only
      ? rich(t, '{0} differs from the reference only in {1}.', who, where)
      : rich(t, '1 of {0} columns differs from the reference, only in {1}: {2}.', all, where, who);
  return only
    ? rich(t, '{0} differs from the reference only in {1}: {2}.', who, where, when)
    : rich(t, '1 of {0} columns differs from the reference, only in {1}: {2}, {3}.', all, where, who, when);
}

function movedTitle({ who, all, only }: Told, when: string | null, inPart: boolean, t: Translate): RichText {
  if (when === null)
    return only ? rich(t, '{0} moved enough to matter.', who) : rich(t, '1 of {0} columns moved enough to matter: {1}.', all, who);
  if (inPart)
    return only
      ? rich(t, '{0} moved enough to matter in a part of current: {1}.', who, when)
      : rich(t, '1 of {0} columns moved enough to matter in a part of current: {1}, {2}.', all, who, when);
  return only
    ? rich(t, '{0} moved enough to matter, {1}.', who, when)
    : rich(t, '1 of {0} columns moved enough to matter: {1}, {2}.', all, who, when);
}
