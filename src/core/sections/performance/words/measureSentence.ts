import { statusOf } from '../../../check/statusOf.ts';
import { formatCount } from '../../../format/count.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { capital, measureName } from '../../../words/measures/measureName.ts';
import { rich } from '../../../words/rich.ts';
import { sentences } from '../../../words/sentences.ts';
import type { Translate } from '../../../words/translate.ts';
import { sinceChunk } from '../../../words/whenText.ts';
import type { MeasureRow } from '../result.ts';
import { excuseSentence } from './excuseSentence.ts';
import { endedText } from './failureSpan.ts';
import { figuresOf, latelyFigures } from './figures.ts';
import { allowedText, askedLimit, brokenLimit, isGiven, noValueText } from './limitText.ts';
import { aboutRows } from './rowsNeeded.ts';
import { seenChange } from './seenChange.ts';
import { trainingGapSentence } from './trainingGap.ts';
import { undefinedText } from './undefinedText.ts';

/** What became of one measure, with the numbers it rests on. */
export function measureSentence(row: MeasureRow, report: Report, t: Translate, locale: string): RichText {
  const { current, change } = row;
  const name = { strong: capital(measureName(current.name, current.at, t, locale)) };
  const { line, now, format } = figuresOf(row, locale);
  const allowed = allowedText(row, isGiven(row, report), locale);
  const since = sinceText(row, report, t, locale);
  const status = statusOf(row);
  const gap = trainingGapSentence(row, report, t, locale);
  if (gap !== null) return status === 'may_be_worse' ? sentences(locale, [gap, rowsText(row, t, locale)]) : gap;
  switch (status) {
    case 'beyond': {
      if (row.floor?.reason != null) return rich(t, 'A limit cannot be kept: {0}', noValueText(row, t, locale));
      const broken = rich(t, '{0} is {1}, {2}.', name, now, brokenLimit(row, t, locale));
      return change === null ? broken : sentences(locale, [broken, rich(t, 'Against reference: {0}.', line)]);
    }
    case 'worse':
    case 'worse_lately': {
      const over = endedText(row, report.time, t, locale);
      if (since === null || row.lately === null || row.since === 0) {
        const said =
          since === null
            ? rich(t, '{0} got worse: {1}; {2} is allowed.', name, line, allowed)
            : rich(t, '{0} got worse: {1}; {2} is allowed. It has been worse {3}.', name, line, allowed, since);
        return sentences(locale, [said, over]);
      }
      return sentences(locale, [
        rich(t, '{0} is worse {1}: {2} from then on; {3} is allowed.', name, since, latelyFigures(row, locale).line, allowed),
        rich(t, 'Over the whole of current: {0}.', line),
        over,
      ]);
    }
    case 'worse_before':
      return sentences(locale, [endedText(row, report.time, t, locale), rich(t, 'Over the whole of current: {0}.', line)]);
    case 'excused':
      return excuseSentence(row, t, locale);
    case 'may_be_worse':
      return sentences(locale, [
        rich(t, 'Cannot tell whether {0} got worse: {1}.', { strong: measureName(current.name, current.at, t, locale) }, line),
        rowsText(row, t, locale),
      ]);
    case 'too_few':
      return change!.interval === null
        ? rich(
            t,
            'Cannot tell for {0}: {1}; nothing is known of its spread.',
            { strong: measureName(current.name, current.at, t, locale) },
            line,
          )
        : sentences(locale, [
            rich(
              t,
              'Cannot tell for {0}: {1}; a change of {2} could go unseen at these rows.',
              { strong: measureName(current.name, current.at, t, locale) },
              line,
              allowed,
            ),
            rowsText(row, t, locale),
          ]);
    case 'may_be_beyond':
      return rich(t, '{0} is {1}: within what you ask for ({2}), but its interval reaches beyond.', name, now, askedLimit(row, t, locale));
    case 'undefined':
      return rich(t, '{0} is not defined: {1}.', name, undefinedText(current.reason, t));
    case 'little_worse':
      return rich(t, '{0} is certainly a little worse: {1}; {2} is allowed.', name, line, allowed);
    case 'held': {
      const seen = seenChange(row, report);
      return seen === null
        ? rich(t, '{0} is not significantly worse: {1}.', name, line)
        : rich(t, '{0} is not significantly worse: {1}; a change of {2} would have been seen.', name, line, format.value(seen));
    }
    case 'improved':
      return rich(t, '{0} improved: {1}.', name, line);
    case 'kept':
      return rich(t, '{0} is {1}, as you ask for ({2}).', name, now, askedLimit(row, t, locale));
    case 'not_judged':
      if (current.direction === 'neither' && row.reference !== null) {
        return rich(
          t,
          '{0}: {1} in reference, {2} in current; neither way is better, so it is not judged.',
          name,
          format.value(row.reference.value),
          now,
        );
      }
      if (row.reference?.reason)
        return rich(t, '{0} is {1}; in reference it is not defined: {2}.', name, now, undefinedText(row.reference.reason, t));
      return row.reference === null
        ? rich(t, '{0} is {1}; there is nothing to compare it with.', name, now)
        : rich(t, '{0}: {1} in reference, {2} in current; shown, not judged.', name, format.value(row.reference.value), now);
  }
}

/** From when on drops stand; null when that is not known. */
export function sinceText({ since }: MeasureRow, report: Report, t: Translate, locale: string): string | null {
  return since === null || report.time === null ? null : sinceChunk(report.time, since, t, locale);
}

function rowsText({ change }: MeasureRow, t: Translate, locale: string): RichText {
  return change?.rowsNeeded == null
    ? rich(t, 'Reference is too small for any number of current rows to tell.')
    : rich(t, 'About {0} labelled rows would tell.', formatCount(aboutRows(change.rowsNeeded), locale));
}
