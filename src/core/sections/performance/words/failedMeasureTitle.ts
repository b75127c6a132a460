import { statusOf } from '../../../check/statusOf.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { measureName } from '../../../words/measures/measureName.ts';
import { rich } from '../../../words/rich.ts';
import { sentences } from '../../../words/sentences.ts';
import type { Translate } from '../../../words/translate.ts';
import type { MeasureRow } from '../result.ts';
import { endedClause, endedText } from './failureSpan.ts';
import { figuresOf, latelyFigures } from './figures.ts';
import { allowedText, brokenLimit, isGiven, noValueText } from './limitText.ts';
import { sinceText } from './measureSentence.ts';

/** The measure that failed, in the title: beyond what was asked for, worse for a time, since when or over the whole of current. */
export function failedMeasureTitle(row: MeasureRow, report: Report, t: Translate, locale: string): RichText {
  const status = statusOf(row);
  if (status === 'beyond') return beyondTitle(row, t, locale);
  if (status === 'worse_before' && report.time !== null) {
    return sentences(locale, [
      rich(t, 'The model was worse for a time: {0}.', endedClause(row.ended.at(-1)!, row, report.time, t, locale)),
      rich(t, 'Over the whole of current: {0}.', figuresOf(row, locale).line),
    ]);
  }
  const over = row.ended.length > 0 ? endedText(row, report.time, t, locale) : [];
  const since = sinceText(row, report, t, locale);
  const lately = since !== null && row.lately !== null && row.since! > 0;
  return sentences(locale, [lately ? latelyTitle(row, report, since, t, locale) : worseTitle(row, report, since, t, locale), over]);
}

function beyondTitle(row: MeasureRow, t: Translate, locale: string): RichText {
  const { change, reference, floor } = row;
  if (floor!.reason !== null) return rich(t, 'A limit cannot be kept: {0}', noValueText(row, t, locale));
  const { line, now } = figuresOf(row, locale);
  return reference === null || change === null || change.verdict !== 'fail'
    ? rich(t, 'The model misses its limit: {0} is {1}, {2}.', nameOf(row, t, locale), now, brokenLimit(row, t, locale))
    : rich(t, 'The model got worse: {0} {1}, {2}.', nameOf(row, t, locale), line, brokenLimit(row, t, locale));
}

/** Worse from a chunk on, with the figures of the rows from then on. */
function latelyTitle(row: MeasureRow, report: Report, since: string, t: Translate, locale: string): RichText {
  const told = [since, nameOf(row, t, locale), latelyFigures(row, locale).line] as const;
  const given = isGiven(row, report);
  const allowed = allowedText(row, given, locale);
  return given
    ? rich(t, 'The model got worse {0}: {1} {2} from then on, larger than the {3} you allow.', ...told, allowed)
    : rich(t, 'The model got worse {0}: {1} {2} from then on, larger than the {3} allowed.', ...told, allowed);
}

function worseTitle(row: MeasureRow, report: Report, since: string | null, t: Translate, locale: string): RichText {
  const given = isGiven(row, report);
  const told = [nameOf(row, t, locale), figuresOf(row, locale).line, allowedText(row, given, locale)] as const;
  if (since === null) {
    return given
      ? rich(t, 'The model got worse: {0} {1}, larger than the {2} you allow.', ...told)
      : rich(t, 'The model got worse: {0} {1}, larger than the {2} allowed.', ...told);
  }
  return given
    ? rich(t, 'The model got worse: {0} {1}, larger than the {2} you allow, {3}.', ...told, since)
    : rich(t, 'The model got worse: {0} {1}, larger than the {2} allowed, {3}.', ...told, since);
}

function nameOf({ current }: MeasureRow, t: Translate, locale: string): string {
  return measureName(current.name, current.at, t, locale);
}
