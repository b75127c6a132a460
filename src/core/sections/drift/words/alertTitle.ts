import type { ColumnTally } from '../../../check/tallyColumns.ts';
import { formatCount } from '../../../format/count.ts';
import type { Report, TimeAxis } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import type { SeasonBy } from '../../../report/season.ts';
import { inChunk } from '../../../words/inChunk.ts';
import { listText } from '../../../words/listText.ts';
import { rich } from '../../../words/rich.ts';
import { unmatchedWord } from '../../../words/seasonCells.ts';
import { sentences } from '../../../words/sentences.ts';
import type { Translate } from '../../../words/translate.ts';
import { beganAt, whenMoved } from '../../../words/whenMoved.ts';
import { whenText } from '../../../words/whenText.ts';
import type { ColumnReport } from '../result.ts';
import { codeName } from './codeName.ts';
import { firstMoved } from './firstMoved.ts';
import { oneAlertTitle } from './oneAlertTitle.ts';

/** Columns that alert: how many, which, and which was the first. */
export function alertTitle(report: Report, columns: ColumnTally, t: Translate, locale: string): RichText {
  const n = columns.alert.length;
  if (n === 1) return oneAlertTitle(columns.alert[0]!, report, columns.judged, t, locale);
  if (report.season !== null && columns.alert.some(({ unmatched }) => unmatched))
    return seasonalAlerts(report, columns, report.season.by, t, locale);
  const counts: Counts = [formatCount(n, locale), formatCount(columns.judged, locale)];
  if (columns.alert.every((column) => column.cause === 'missing')) {
    const most = codeName(columns.alert[0]!);
    return rich(t, '{0} of {1} columns changed their share of missing values enough to matter, most of all {2}.', ...counts, most);
  }
  return report.time === null
    ? rich(t, '{0} of {1} columns moved enough to matter, most of all {2}.', ...counts, codeName(columns.alert[0]!))
    : timedAlerts(columns, report.time, counts, t, locale);
}

/** How many columns alert, and of how many. */
type Counts = readonly [some: string, all: string];

/** Which of the columns moved first, or that all did together. */
function timedAlerts(columns: ColumnTally, time: TimeAxis, counts: Counts, t: Translate, locale: string): RichText {
  const first = firstMoved(columns.alert);
  const inPart = columns.alert.every((column) => column.cause === 'chunk');
  switch (first.kind) {
    case 'unknown':
      return rich(t, '{0} of {1} columns moved enough to matter, most of all {2}.', ...counts, codeName(columns.alert[0]!));
    case 'together': {
      const when = whenText(whenMoved(first.column), time, t, locale) ?? '';
      return inPart
        ? rich(t, '{0} of {1} columns moved enough to matter in a part of current, all of them {2}.', ...counts, when)
        : rich(t, '{0} of {1} columns moved enough to matter, all of them {2}.', ...counts, when);
    }
    case 'one': {
      const told = [codeName(first.column), placeOf(first.column, time, t, locale)] as const;
      return inPart
        ? rich(t, '{0} of {1} columns moved enough to matter in a part of current; the first, {2}, {3}.', ...counts, ...told)
        : rich(t, '{0} of {1} columns moved enough to matter; the first, {2}, {3}.', ...counts, ...told);
    }
    default: {
      const told = [placeOf(first.columns[0]!, time, t, locale), listText(first.columns.map(codeName), t, locale, 3)] as const;
      return inPart
        ? rich(t, '{0} of {1} columns moved enough to matter in a part of current; the first, {2}: {3}.', ...counts, ...told)
        : rich(t, '{0} of {1} columns moved enough to matter; the first, {2}: {3}.', ...counts, ...told);
    }
  }
}

function placeOf(column: ColumnReport, time: TimeAxis, t: Translate, locale: string): string {
  return inChunk(time, beganAt(whenMoved(column)) ?? 0, t, locale);
}

/** Alerts of which some lie only where the reference holds nothing of the calendar. */
function seasonalAlerts(report: Report, columns: ColumnTally, by: SeasonBy, t: Translate, locale: string): RichText {
  const seasonal = columns.alert.filter(({ unmatched }) => unmatched);
  const all = formatCount(columns.judged, locale);
  const where = unmatchedWord(by, t);
  const some = formatCount(seasonal.length, locale);
  if (seasonal.length === columns.alert.length)
    return rich(
      t,
      '{0} of {1} columns differ from the reference, all of them only in {2}; most of all {3}.',
      some,
      all,
      where,
      codeName(seasonal[0]!),
    );
  const moved = alertTitle(report, { ...columns, alert: columns.alert.filter(({ unmatched }) => !unmatched) }, t, locale);
  const list = listText(seasonal.map(codeName), t, locale, 3);
  const besides =
    seasonal.length === 1
      ? rich(t, '{0} differs only in {1}.', list, where)
      : rich(t, '{0} more differ only in {1}: {2}.', some, where, list);
  return sentences(locale, [moved, besides]);
}
