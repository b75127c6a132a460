import { formatCount } from '../../format/count.ts';
import type { Evaluation, MeasureRow } from '../../report/evaluation.ts';
import type { RankedTarget } from '../../report/evaluationColumns.ts';
import type { Report } from '../../report/report.ts';
import type { RichText } from '../../report/richText.ts';
import { listText } from '../listText.ts';
import { nameText } from '../nameText.ts';
import { rich } from '../rich.ts';
import { sentences } from '../sentences.ts';
import type { Translate } from '../translate.ts';
import { estimateSentence } from './estimateText.ts';
import { figuresOf } from './figures.ts';
import { fitText } from './fitText.ts';
import { allowedText, brokenLimit, isGiven } from './limitText.ts';
import { capital, measureName } from './measureName.ts';
import { sinceText } from './measureSentence.ts';
import { refusalText } from './refusalText.ts';
import { brokenResourceText } from './resourceText.ts';
import { aboutRows } from './rowsNeeded.ts';
import { seenDrop } from './seenDrop.ts';
import { type MeasureStanding, standingOf } from './standingOf.ts';
import { trainingGapTitle } from './trainingGap.ts';

/** The finding of an evaluation in one sentence: the model got worse, did not, or that cannot be told. */
export function evaluationTitle(evaluation: Evaluation, report: Report, t: Translate, locale: string): RichText {
  return sentences(locale, [
    choiceText(evaluation, t, locale),
    brokenResourceText(evaluation, t, locale),
    modelText(evaluation, report, t, locale),
  ]);
}

/** Which column was taken for the target, where nothing but its fit said so: a reader has to know before anything else. */
function choiceText({ columns }: Evaluation, t: Translate, locale: string): RichText {
  const { column, evidence, ranked } = columns.target;
  if (column === null || evidence.some(({ code }) => code === 'given' || code === 'name' || code === 'kin')) return [];
  const name = nameText(column);
  const [fit, other] = [ranked.find((one) => one.column === column), ranked.find((one) => one.column !== column)];
  if (fit === undefined) return rich(t, 'Taken as the target: {0}.', name);
  const of = (one: RankedTarget): string => fitText(one, t, locale);
  return other === undefined
    ? rich(t, 'Taken as the target: {0} ({1}).', name, of(fit))
    : rich(t, 'Taken as the target: {0} ({1}); next would be {2} ({3}).', name, of(fit), nameText(other.column), of(other));
}

function modelText(evaluation: Evaluation, report: Report, t: Translate, locale: string): RichText {
  const rows = evaluation.measures.filter((row) => row.shown);
  const of = (standing: MeasureStanding): MeasureRow[] => rows.filter((row) => standingOf(row) === standing);
  const failed = rows.filter(({ verdict }) => verdict === 'fail');
  if (failed.length > 0) {
    // In the order of the table, most telling first: a measure that is worse only lately says more than a loss that is worse over the whole.
    const first = of('beyond')[0] ?? failed[0]!;
    const gap = trainingGapTitle(first, report, rows.length, t, locale);
    return sentences(locale, [gap ?? failedText(first, report, t, locale), moreText(failed.length - 1, t, locale)]);
  }
  if (evaluation.rows.current.labelled === 0) return withoutLabels(evaluation, report, t, locale);
  if (rows.every(({ current }) => current.value === null)) return rich(t, 'No measure could be computed.');
  const may = of('may_be_worse');
  const judged = rows.filter((row) => row.change !== null);
  const [unsure] = may;
  if (unsure !== undefined)
    return (
      trainingGapTitle(unsure, report, judged.length, t, locale) ??
      unsureText(unsure, judged.length > may.length && of('held').length > 0, t, locale)
    );
  if (judged.length === 0) return aloneText(rows, report, t, locale);
  const few = of('too_few');
  const better = of('improved');
  const [first] = few;
  if (first !== undefined && few.length === judged.length) {
    const rowsNeeded = Math.max(...few.map(({ change }) => change?.rowsNeeded ?? Number.POSITIVE_INFINITY));
    return Number.isFinite(rowsNeeded)
      ? rich(
          t,
          'Cannot tell whether the model got worse: too few labelled rows (about {0} would tell).',
          formatCount(aboutRows(rowsNeeded), locale),
        )
      : rich(t, 'Cannot tell whether the model got worse: too few labelled rows.');
  }
  if (better.length > 0) return betterText(better, few, t, locale);
  return clearText(rows, judged.length, few, report, t, locale);
}

function failedText(row: MeasureRow, report: Report, t: Translate, locale: string): RichText {
  const { current, change, reference } = row;
  const name = measureName(current.name, current.at, t, locale);
  const { line, now, format } = figuresOf(row, locale);
  const since = sinceText(row, report, t, locale);
  const standing = standingOf(row);
  if (standing === 'beyond') {
    return reference === null || change === null || change.verdict !== 'fail'
      ? rich(t, 'The model misses its limit: {0} is {1}, {2}.', name, now, brokenLimit(row, t, locale))
      : rich(t, 'The model got worse: {0} {1}, {2}.', name, line, brokenLimit(row, t, locale));
  }
  const given = isGiven(row, report);
  const allowed = allowedText(row, given, locale);
  if (standing === 'worse_lately') {
    const last = [...row.chunks].reverse().find((point) => point.value !== null);
    return rich(
      t,
      'The model got worse {0}: {1} {2} in reference, {3} in the last chunk, more than the {4} allowed.',
      since ?? '–',
      name,
      format.value(reference?.value ?? null),
      format.value(last?.value ?? null),
      allowed,
    );
  }
  if (since === null) {
    return given
      ? rich(t, 'The model got worse: {0} {1}, larger than the {2} you allow.', name, line, allowed)
      : rich(t, 'The model got worse: {0} {1}, larger than the {2} allowed.', name, line, allowed);
  }
  return given
    ? rich(t, 'The model got worse: {0} {1}, larger than the {2} you allow, {3}.', name, line, allowed, since)
    : rich(t, 'The model got worse: {0} {1}, larger than the {2} allowed, {3}.', name, line, allowed, since);
}

function moreText(n: number, t: Translate, locale: string): RichText {
  if (n === 0) return [];
  return n === 1 ? rich(t, '1 more measure fails.') : rich(t, '{0} more measures fail.', formatCount(n, locale));
}

function unsureText(row: MeasureRow, othersHold: boolean, t: Translate, locale: string): RichText {
  const { current, change } = row;
  const name = measureName(current.name, current.at, t, locale);
  const { line } = figuresOf(row, locale);
  if (change?.rowsNeeded == null) {
    return othersHold
      ? rich(t, 'No measure is certainly worse, but {0} may be: {1}.', name, line)
      : rich(t, 'Cannot tell whether {0} got worse: {1}.', name, line);
  }
  const needed = formatCount(aboutRows(change.rowsNeeded), locale);
  return othersHold
    ? rich(t, 'No measure is certainly worse, but {0} may be: {1}; about {2} labelled rows would tell.', name, line, needed)
    : rich(t, 'Cannot tell whether {0} got worse: {1}; about {2} labelled rows would tell.', name, line, needed);
}

function withoutLabels(evaluation: Evaluation, report: Report, t: Translate, locale: string): RichText {
  const { estimate } = evaluation;
  if (report.reference === null) return rich(t, 'No labels and no reference: only what the predictions look like can be shown.');
  if (estimate === null) return rich(t, 'No labels: how well the model does cannot be measured.');
  if (estimate.refused !== null)
    return rich(t, 'No labels, and performance cannot be estimated: {0}.', refusalText(estimate.refused.code, t));
  const alarmed = estimate.rows.find((row) => row.whole.alert) ?? estimate.rows[0];
  return alarmed === undefined
    ? rich(t, 'No labels: how well the model does cannot be measured.')
    : rich(t, 'No labels. {0}', estimateSentence(alarmed, t, locale));
}

function aloneText(rows: readonly MeasureRow[], report: Report, t: Translate, locale: string): RichText {
  const known = rows.filter(({ current }) => current.value !== null);
  const near = known.filter((row) => standingOf(row) === 'may_be_beyond');
  const kept = known.filter((row) => standingOf(row) === 'kept');
  const said = (row: MeasureRow): RichText =>
    rich(t, '{0} {1}', measureName(row.current.name, row.current.at, t, locale), figuresOf(row, locale).now);
  if (near.length > 0) return rich(t, 'Limits are kept, but not for certain: {0}.', said(near[0]!));
  if (kept.length > 0) return rich(t, 'Limits are kept: {0}.', listText(kept.map(said), t, locale, 3));
  const two = listText(known.slice(0, 2).map(said), t, locale);
  return report.reference === null
    ? rich(t, '{0}; no reference to compare with.', capitalRich(two))
    : rich(t, '{0}; reference has no labels to compare with.', capitalRich(two));
}

function betterText(better: readonly MeasureRow[], few: readonly MeasureRow[], t: Translate, locale: string): RichText {
  const [first] = better;
  const name = measureName(first!.current.name, first!.current.at, t, locale);
  const { line } = figuresOf(first!, locale);
  const untold = few.length > 0 ? tooFewText(few, t, locale) : [];
  const said =
    better.length === 1
      ? rich(t, 'No measure got significantly worse; {0} improved: {1}.', name, line)
      : rich(
          t,
          'No measure got significantly worse; {0} improved, most tellingly {1}: {2}.',
          formatCount(better.length, locale),
          name,
          line,
        );
  return sentences(locale, [said, untold]);
}

function clearText(
  rows: readonly MeasureRow[],
  judged: number,
  few: readonly MeasureRow[],
  report: Report,
  t: Translate,
  locale: string,
): RichText {
  const held = rows.find((row) => standingOf(row) === 'held') ?? rows.find((row) => standingOf(row) === 'little_worse');
  const seen = held === undefined ? null : seenDrop(held, judged);
  const little = rows.find((row) => standingOf(row) === 'little_worse');
  const untold = few.length > 0 ? tooFewText(few, t, locale) : [];
  const told = little ?? held;
  const gap = told === undefined ? null : trainingGapTitle(told, report, judged, t, locale);
  if (gap !== null) return sentences(locale, [gap, untold]);
  if (little !== undefined) {
    const name = measureName(little.current.name, little.current.at, t, locale);
    const said = rich(
      t,
      'No measure got worse by more than is allowed; {0} a little, for certain: {1} ({2} is allowed).',
      name,
      figuresOf(little, locale).line,
      allowedText(little, isGiven(little, report), locale),
    );
    return sentences(locale, [said, untold]);
  }
  const said =
    held === undefined || seen === null
      ? rich(t, 'No measure got significantly worse.')
      : rich(
          t,
          'No measure got significantly worse; a change of {0} in {1} would have been seen.',
          figuresOf(held, locale).format.value(seen),
          measureName(held.current.name, held.current.at, t, locale),
        );
  return sentences(locale, [said, untold]);
}

function tooFewText(few: readonly MeasureRow[], t: Translate, locale: string): RichText {
  const names = few.map(({ current }) => measureName(current.name, current.at, t, locale));
  return rich(t, 'For {0} there are too few labelled rows to tell.', listText(names, t, locale, 3));
}

/** The first letter large where a sentence begins with a name. */
function capitalRich(text: RichText): RichText {
  const [first, ...rest] = text;
  if (first === undefined) return text;
  if (typeof first === 'string') return [capital(first), ...rest];
  return 'code' in first ? [{ code: capital(first.code) }, ...rest] : [{ strong: capital(first.strong) }, ...rest];
}
