import { outcome } from '../check/outcome.ts';
import { type MeasureStatus, statusOf } from '../check/statusOf.ts';
import { formatCount } from '../format/count.ts';
import type { RankedTarget } from '../report/evaluationColumns.ts';
import type { Evaluation } from '../report/evaluationOf.ts';
import type { Report } from '../report/report.ts';
import type { RichText } from '../report/richText.ts';
import { inChunk } from '../words/inChunk.ts';
import { listText } from '../words/listText.ts';
import { measureName } from '../words/measures/measureName.ts';
import { nameText } from '../words/nameText.ts';
import { rich } from '../words/rich.ts';
import { sentences } from '../words/sentences.ts';
import type { Translate } from '../words/translate.ts';
import { estimateSentence } from './estimate/words/estimateText.ts';
import { refusalText } from './estimate/words/refusalText.ts';
import { fairnessText } from './fairness/words/fairnessText.ts';
import type { MeasureRow } from './performance/result.ts';
import { capitalRich } from './performance/words/capitalRich.ts';
import { excuseSentence } from './performance/words/excuseSentence.ts';
import { endedClause, endedText } from './performance/words/failureSpan.ts';
import { figuresOf, latelyFigures } from './performance/words/figures.ts';
import { allowedText, brokenLimit, isGiven, noValueText } from './performance/words/limitText.ts';
import { sinceText } from './performance/words/measureSentence.ts';
import { aboutRows } from './performance/words/rowsNeeded.ts';
import { likeForLikeText, seasonText } from './performance/words/seasonText.ts';
import { seenChange } from './performance/words/seenChange.ts';
import { trainingGapTitle } from './performance/words/trainingGap.ts';
import { fitText } from './predictions/words/fitText.ts';
import { brokenResourceText } from './resources/words/resourceText.ts';

/** The finding of an evaluation in one sentence: the model got worse, did not, or that cannot be told. */
export function evaluationTitle(evaluation: Evaluation, report: Report, t: Translate, locale: string): RichText {
  return sentences(locale, [
    choiceText(evaluation, t, locale),
    beforeText(evaluation, report, t, locale),
    brokenResourceText(evaluation, t, locale),
    modelText(evaluation, report, t, locale),
    alarmText(evaluation, report, t, locale),
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

/** Alarms that the measures do not tell: unfair gaps. */
function alarmText({ fairness }: Evaluation, report: Report, t: Translate, locale: string): RichText {
  const alarms = outcome(report).alarms.filter(({ code }) => code === 'performance/fairness');
  return sentences(
    locale,
    alarms.slice(0, 1).flatMap(({ values }) => {
      const found = fairness[Number(values?.fairness ?? -1)];
      return found === undefined ? [] : [fairnessText(found, report, t, locale).sentence];
    }),
  );
}

/** What is said before the measures: what the calendar lacks, and where the labels end. */
function beforeText(evaluation: Evaluation, report: Report, t: Translate, locale: string): RichText {
  const { labelsEnd } = evaluation;
  const ended =
    labelsEnd === null || report.time === null
      ? []
      : rich(t, 'Labels end {0}: what came after is not measured.', inChunk(report.time, labelsEnd, t, locale));
  return sentences(locale, [seasonText(evaluation, t, locale), ended]);
}

function modelText(evaluation: Evaluation, report: Report, t: Translate, locale: string): RichText {
  const { verdict, measures } = evaluation;
  const rows = measures.filter((row) => row.shown);
  const of = (status: MeasureStatus): MeasureRow[] => rows.filter((row) => statusOf(row) === status);
  const primary = verdict.primary === null ? null : measures[verdict.primary]!;
  const against = verdict.against === null ? null : measures[verdict.against]!;
  const failed = rows.filter((row) => row.verdict === 'fail');
  const judged = rows.filter((row) => row.change !== null && row.excuse === null);
  switch (verdict.kind) {
    case 'beyond':
      return sentences(locale, [failedText(against!, report, t, locale), moreText(failed.length - 1, t, locale)]);
    case 'worse': {
      const gap = trainingGapTitle(primary!, report, t, locale);
      return sentences(locale, [gap ?? failedText(primary!, report, t, locale), moreText(failed.length - 1, t, locale)]);
    }
    case 'mixed':
      return sentences(locale, [
        mixedText(primary!, against!, report, t, locale),
        moreText(failed.length - 1, t, locale),
        likeForLikeText(evaluation, t, locale),
      ]);
    case 'better':
      return sentences(locale, [
        rich(t, 'The model is better: {0} {1}.', nameOf(primary!, t, locale), figuresOf(primary!, locale).line),
        of('too_few').length > 0 ? tooFewText(of('too_few'), t, locale) : [],
        excuseText(rows, t, locale),
        likeForLikeText(evaluation, t, locale),
      ]);
    case 'no_labels':
      return withoutLabels(evaluation, report, t, locale);
    case 'none':
      return rich(t, 'No measure could be computed.');
    case 'alone':
      return aloneText(rows, report, t, locale);
    case 'cannot_tell': {
      const may = of('may_be_worse');
      const [unsure] = may;
      if (unsure === undefined) return tooFewTitle(of('too_few'), t, locale);
      return (
        trainingGapTitle(unsure, report, t, locale) ?? unsureText(unsure, judged.length > may.length && of('held').length > 0, t, locale)
      );
    }
    case 'held': {
      const few = of('too_few');
      const better = of('improved');
      return sentences(locale, [
        better.length > 0 ? betterText(better, few, t, locale) : clearText(rows, few, report, t, locale),
        excuseText(rows, t, locale),
        likeForLikeText(evaluation, t, locale),
      ]);
    }
  }
}

function nameOf({ current }: MeasureRow, t: Translate, locale: string): string {
  return measureName(current.name, current.at, t, locale);
}

function tooFewTitle(few: readonly MeasureRow[], t: Translate, locale: string): RichText {
  const rowsNeeded = Math.max(...few.map(({ change }) => change?.rowsNeeded ?? Number.POSITIVE_INFINITY));
  return Number.isFinite(rowsNeeded)
    ? rich(
        t,
        'Cannot tell whether the model got worse: too few labelled rows (about {0} would tell).',
        formatCount(aboutRows(rowsNeeded), locale),
      )
    : rich(t, 'Cannot tell whether the model got worse: too few labelled rows.');
}

/** A headline that the others do not bear out: the primary measure, and the one that disagrees with it for certain. */
function mixedText(primary: MeasureRow, against: MeasureRow, report: Report, t: Translate, locale: string): RichText {
  const clause = (row: MeasureRow): RichText => {
    const name = nameOf(row, t, locale);
    const { line } = figuresOf(row, locale);
    switch (statusOf(row)) {
      case 'worse_before':
        return report.time === null
          ? rich(t, '{0} got worse ({1})', name, line)
          : endedClause(row.ended.at(-1)!, row, report.time, t, locale);
      case 'worse':
      case 'worse_lately': {
        const since = sinceText(row, report, t, locale);
        return since === null || row.lately === null
          ? rich(t, '{0} got worse ({1})', name, line)
          : rich(t, '{0} got worse {1} ({2})', name, since, latelyFigures(row, locale).line);
      }
      case 'improved':
        return rich(t, '{0} improved ({1})', name, line);
      case 'may_be_worse':
      case 'too_few':
        return rich(t, 'for {0} it cannot be told ({1})', name, line);
      default:
        return rich(t, '{0} is not significantly worse ({1})', name, line);
    }
  };
  return rich(t, 'Mixed: {0}, but {1}.', clause(primary), clause(against));
}

/** Measures whose change says nothing of the model, in a sentence each. */
function excuseText(rows: readonly MeasureRow[], t: Translate, locale: string): RichText {
  return sentences(
    locale,
    rows.filter((row) => row.excuse?.code === 'mix').map((row) => excuseSentence(row, t, locale)),
  );
}

function failedText(row: MeasureRow, report: Report, t: Translate, locale: string): RichText {
  const { current, change, reference, floor } = row;
  const name = measureName(current.name, current.at, t, locale);
  const { line, now } = figuresOf(row, locale);
  const since = sinceText(row, report, t, locale);
  const status = statusOf(row);
  if (status === 'beyond') {
    if (floor!.reason !== null) return rich(t, 'A limit cannot be kept: {0}', noValueText(row, t, locale));
    return reference === null || change === null || change.verdict !== 'fail'
      ? rich(t, 'The model misses its limit: {0} is {1}, {2}.', name, now, brokenLimit(row, t, locale))
      : rich(t, 'The model got worse: {0} {1}, {2}.', name, line, brokenLimit(row, t, locale));
  }
  const given = isGiven(row, report);
  const allowed = allowedText(row, given, locale);
  if (status === 'worse_before' && report.time !== null) {
    return sentences(locale, [
      rich(t, 'The model was worse for a time: {0}.', endedClause(row.ended.at(-1)!, row, report.time, t, locale)),
      rich(t, 'Over the whole of current: {0}.', line),
    ]);
  }
  const over = row.ended.length > 0 ? endedText(row, report.time, t, locale) : [];
  if (since !== null && row.lately !== null && row.since! > 0) {
    const { line: lately } = latelyFigures(row, locale);
    return sentences(locale, [
      given
        ? rich(t, 'The model got worse {0}: {1} {2} from then on, larger than the {3} you allow.', since, name, lately, allowed)
        : rich(t, 'The model got worse {0}: {1} {2} from then on, larger than the {3} allowed.', since, name, lately, allowed),
      over,
    ]);
  }
  const said =
    since === null
      ? given
        ? rich(t, 'The model got worse: {0} {1}, larger than the {2} you allow.', name, line, allowed)
        : rich(t, 'The model got worse: {0} {1}, larger than the {2} allowed.', name, line, allowed)
      : given
        ? rich(t, 'The model got worse: {0} {1}, larger than the {2} you allow, {3}.', name, line, allowed, since)
        : rich(t, 'The model got worse: {0} {1}, larger than the {2} allowed, {3}.', name, line, allowed, since);
  return sentences(locale, [said, over]);
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
  if (report.datasets.reference === null) return rich(t, 'No labels and no reference: only what the predictions look like can be shown.');
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
  const near = known.filter((row) => statusOf(row) === 'may_be_beyond');
  const kept = known.filter((row) => statusOf(row) === 'kept');
  const said = (row: MeasureRow): RichText =>
    rich(t, '{0} {1}', measureName(row.current.name, row.current.at, t, locale), figuresOf(row, locale).now);
  if (near.length > 0) return rich(t, 'Limits are kept, but not for certain: {0}.', said(near[0]!));
  if (kept.length > 0) return rich(t, 'Limits are kept: {0}.', listText(kept.map(said), t, locale, 3));
  const two = listText(known.slice(0, 2).map(said), t, locale);
  return report.datasets.reference === null
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

function clearText(rows: readonly MeasureRow[], few: readonly MeasureRow[], report: Report, t: Translate, locale: string): RichText {
  const held = rows.find((row) => statusOf(row) === 'held') ?? rows.find((row) => statusOf(row) === 'little_worse');
  const seen = held === undefined ? null : seenChange(held, report);
  const little = rows.find((row) => statusOf(row) === 'little_worse');
  const untold = few.length > 0 ? tooFewText(few, t, locale) : [];
  const told = little ?? held;
  const gap = told === undefined ? null : trainingGapTitle(told, report, t, locale);
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
