import { statusOf } from '../../../check/statusOf.ts';
import { formatCount } from '../../../format/count.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { resultOf } from '../../../report/sectionOf.ts';
import { capital, measureName } from '../../../words/measures/measureName.ts';
import { rich } from '../../../words/rich.ts';
import type { Translate } from '../../../words/translate.ts';
import type { MeasureRow } from '../result.ts';
import { figuresOf } from './figures.ts';
import { allowedText, isGiven } from './limitText.ts';
import { aboutRows } from './rowsNeeded.ts';
import { seenChange } from './seenChange.ts';

/** Whether the reference of a report is what the model was trained on: a difference is then a gap, not a change over time. */
export function isTrainingGap(report: Report): boolean {
  return resultOf(report, 'predictions')?.training != null;
}

/** What is said of a measure beside that of the training data; null where it is the same as of any reference. */
export function trainingGapSentence(row: MeasureRow, report: Report, t: Translate, locale: string): RichText | null {
  if (!isTrainingGap(report) || row.change === null) return null;
  const plain = measureName(row.current.name, row.current.at, t, locale);
  const name = { strong: capital(plain) };
  const { line, format } = figuresOf(row, locale);
  const allowed = allowedText(row, isGiven(row, report), locale);
  switch (statusOf(row)) {
    case 'worse':
    case 'worse_lately':
      return rich(t, '{0} is worse than on the training data: {1}; a gap of {2} is allowed.', name, line, allowed);
    case 'may_be_worse':
      return rich(t, 'Cannot tell whether {0} is worse than on the training data: {1}.', { strong: plain }, line);
    case 'little_worse':
      return rich(t, '{0} is certainly a little worse than on the training data: {1}; a gap of {2} is allowed.', name, line, allowed);
    case 'held': {
      const seen = seenChange(row, report);
      return seen === null
        ? rich(t, '{0} is not significantly worse than on the training data: {1}.', name, line)
        : rich(
            t,
            '{0} is not significantly worse than on the training data: {1}; a gap of {2} would have been seen.',
            name,
            line,
            format.value(seen),
          );
    }
    case 'improved':
      return rich(t, '{0} is better than on the training data: {1}.', name, line);
    default:
      return null;
  }
}

/** The finding of an evaluation against training data in one sentence; null where it is the same as of any reference. */
export function trainingGapTitle(row: MeasureRow, report: Report, t: Translate, locale: string): RichText | null {
  if (!isTrainingGap(report) || row.change === null) return null;
  const name = measureName(row.current.name, row.current.at, t, locale);
  const { line, format } = figuresOf(row, locale);
  switch (statusOf(row)) {
    case 'worse':
    case 'worse_lately':
      return rich(
        t,
        'The model does worse than on its training data: {0} {1}, a gap larger than the {2} allowed.',
        name,
        line,
        allowedText(row, isGiven(row, report), locale),
      );
    case 'may_be_worse':
      return row.change.rowsNeeded === null
        ? rich(t, 'Cannot tell whether the model does worse than on its training data: {0} {1}.', name, line)
        : rich(
            t,
            'Cannot tell whether the model does worse than on its training data: {0} {1}; about {2} labelled rows would tell.',
            name,
            line,
            formatCount(aboutRows(row.change.rowsNeeded), locale),
          );
    case 'little_worse':
      return rich(
        t,
        'The gap to the training data is within what is allowed: {0} {1} ({2} is allowed).',
        name,
        line,
        allowedText(row, isGiven(row, report), locale),
      );
    case 'held': {
      const seen = seenChange(row, report);
      return seen === null
        ? rich(t, 'No significant gap to the training data: {0} {1}.', name, line)
        : rich(t, 'No significant gap to the training data: {0} {1}; a gap of {2} would have been seen.', name, line, format.value(seen));
    }
    default:
      return null;
  }
}
