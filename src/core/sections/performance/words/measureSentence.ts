import { type MeasureStatus, statusOf } from '../../../check/statusOf.ts';
import { formatCount } from '../../../format/count.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { capital, measureName } from '../../../words/measures/measureName.ts';
import { type RichPart, rich } from '../../../words/rich.ts';
import { sentences } from '../../../words/sentences.ts';
import type { Translate } from '../../../words/translate.ts';
import { sinceChunkText } from '../../../words/whenText.ts';
import type { MeasureRow } from '../result.ts';
import { excuseSentence } from './excuseSentence.ts';
import { endedText } from './failureSpan.ts';
import { figuresOf, latelyFigures } from './figures.ts';
import { allowedText, askedLimit, brokenLimit, isGiven, noValueText } from './limitText.ts';
import { aboutRows } from './rowsNeeded.ts';
import { seenChange } from './seenChange.ts';
import { trainingGapSentence } from './trainingGap.ts';
import { undefinedText } from './undefinedText.ts';

/** A measure with what its sentence is made of. */
interface Told {
  readonly row: MeasureRow;
  readonly report: Report;
  readonly t: Translate;
  readonly locale: string;
  /** Its name as a sentence begins with it, and as it stands within one. */
  readonly name: RichPart;
  readonly within: RichPart;
  readonly figures: ReturnType<typeof figuresOf>;
  readonly allowed: string;
}

/** What is said of a measure by what became of it: a status without a sentence does not compile. */
const sentenceOf: Readonly<Record<MeasureStatus, (told: Told) => RichText>> = {
  beyond: beyondSentence,
  worse: worseSentence,
  worse_lately: worseSentence,
  worse_before: ({ row, report, figures, t, locale }) =>
    sentences(locale, [endedText(row, report.time, t, locale), rich(t, 'Over the whole of current: {0}.', figures.line)]),
  excused: ({ row, t, locale }) => excuseSentence(row, t, locale),
  may_be_worse: ({ row, within, figures, t, locale }) =>
    sentences(locale, [rich(t, 'Cannot tell whether {0} got worse: {1}.', within, figures.line), rowsText(row, t, locale)]),
  too_few: tooFewSentence,
  may_be_beyond: ({ row, name, figures, t, locale }) =>
    rich(t, '{0} is {1}: within what you ask for ({2}), but its interval reaches beyond.', name, figures.now, askedLimit(row, t, locale)),
  undefined: ({ row, name, t }) => rich(t, '{0} is not defined: {1}.', name, undefinedText(row.current.reason, t)),
  little_worse: ({ name, figures, allowed, t }) =>
    rich(t, '{0} is certainly a little worse: {1}; {2} is allowed.', name, figures.line, allowed),
  held: heldSentence,
  improved: ({ name, figures, t }) => rich(t, '{0} improved: {1}.', name, figures.line),
  kept: ({ row, name, figures, t, locale }) => rich(t, '{0} is {1}, as you ask for ({2}).', name, figures.now, askedLimit(row, t, locale)),
  not_judged: notJudgedSentence,
};

/** What became of one measure, with the numbers it rests on. */
export function measureSentence(row: MeasureRow, report: Report, t: Translate, locale: string): RichText {
  const status = statusOf(row);
  const gap = trainingGapSentence(row, report, t, locale);
  if (gap !== null) return status === 'may_be_worse' ? sentences(locale, [gap, rowsText(row, t, locale)]) : gap;
  const plain = measureName(row.current.name, row.current.at, t, locale);
  return sentenceOf[status]({
    row,
    report,
    t,
    locale,
    name: { strong: capital(plain) },
    within: { strong: plain },
    figures: figuresOf(row, locale),
    allowed: allowedText(row, isGiven(row, report), locale),
  });
}

function beyondSentence({ row, name, figures, t, locale }: Told): RichText {
  if (row.floor?.reason != null) return rich(t, 'A limit cannot be kept: {0}', noValueText(row, t, locale));
  const broken = rich(t, '{0} is {1}, {2}.', name, figures.now, brokenLimit(row, t, locale));
  return row.change === null ? broken : sentences(locale, [broken, rich(t, 'Against reference: {0}.', figures.line)]);
}

function worseSentence({ row, report, name, figures, allowed, t, locale }: Told): RichText {
  const over = endedText(row, report.time, t, locale);
  const since = sinceText(row, report, t, locale);
  const { line } = figures;
  if (since === null) return sentences(locale, [rich(t, '{0} got worse: {1}; {2} is allowed.', name, line, allowed), over]);
  if (row.lately === null || row.since === 0) {
    const said = rich(t, '{0} got worse: {1}; {2} is allowed. It has been worse {3}.', name, line, allowed, since);
    return sentences(locale, [said, over]);
  }
  return sentences(locale, [
    rich(t, '{0} is worse {1}: {2} from then on; {3} is allowed.', name, since, latelyFigures(row, locale).line, allowed),
    rich(t, 'Over the whole of current: {0}.', line),
    over,
  ]);
}

function tooFewSentence({ row, within, figures, allowed, t, locale }: Told): RichText {
  if (row.change!.interval === null) return rich(t, 'Cannot tell for {0}: {1}; nothing is known of its spread.', within, figures.line);
  return sentences(locale, [
    rich(t, 'Cannot tell for {0}: {1}; a change of {2} could go unseen at these rows.', within, figures.line, allowed),
    rowsText(row, t, locale),
  ]);
}

function heldSentence({ row, report, name, figures, t }: Told): RichText {
  const seen = seenChange(row, report);
  return seen === null
    ? rich(t, '{0} is not significantly worse: {1}.', name, figures.line)
    : rich(t, '{0} is not significantly worse: {1}; a change of {2} would have been seen.', name, figures.line, figures.format.value(seen));
}

function notJudgedSentence({ row, name, figures, t }: Told): RichText {
  const { reference, current } = row;
  const { now, format } = figures;
  if (reference === null) return rich(t, '{0} is {1}; there is nothing to compare it with.', name, now);
  const was = format.value(reference.value);
  if (current.direction === 'neither')
    return rich(t, '{0}: {1} in reference, {2} in current; neither way is better, so it is not judged.', name, was, now);
  return reference.reason
    ? rich(t, '{0} is {1}; in reference it is not defined: {2}.', name, now, undefinedText(reference.reason, t))
    : rich(t, '{0}: {1} in reference, {2} in current; shown, not judged.', name, was, now);
}

/** From when on drops stand; null when that is not known. */
export function sinceText({ since }: MeasureRow, report: Report, t: Translate, locale: string): string | null {
  return since === null || report.time === null ? null : sinceChunkText(report.time, since, t, locale);
}

function rowsText({ change }: MeasureRow, t: Translate, locale: string): RichText {
  return change?.rowsNeeded == null
    ? rich(t, 'Reference is too small for any number of current rows to tell.')
    : rich(t, 'About {0} labelled rows would tell.', formatCount(aboutRows(change.rowsNeeded), locale));
}
