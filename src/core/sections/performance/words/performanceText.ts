import { calibrationId, rivalId } from '../../../check/checkIds.ts';
import { type MeasureStatus, statusOf } from '../../../check/statusOf.ts';
import type { Evaluation } from '../../../report/evaluationOf.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { checkOf } from '../../../report/sectionOf.ts';
import { dataText } from '../../../words/dataText.ts';
import { listText } from '../../../words/listText.ts';
import { measureName } from '../../../words/measures/measureName.ts';
import { percentText } from '../../../words/percentText.ts';
import { rich } from '../../../words/rich.ts';
import { sentences } from '../../../words/sentences.ts';
import type { Translate } from '../../../words/translate.ts';
import type { MeasureRow } from '../result.ts';
import { excuseSentence } from './excuseSentence.ts';
import { measureSentence } from './measureSentence.ts';
import { likeForLikeText } from './seasonText.ts';

const worst: readonly MeasureStatus[] = ['beyond', 'worse', 'worse_lately', 'worse_before', 'may_be_worse', 'may_be_beyond'];

/** Prose on the measures: the bad ones one by one, the others by name. */
export function performanceText(evaluation: Evaluation, report: Report, t: Translate, locale: string): RichText {
  const rows = evaluation.measures.filter((row) => row.shown);
  if (rows.length === 0)
    return evaluation.rows.current.labelled === 0
      ? rich(t, 'Without labels no measure can be computed.')
      : rich(t, 'No measure could be computed.');
  const judged = rows.filter((row) => row.change !== null).length;
  const bad = worst.flatMap((status) => rows.filter((row) => statusOf(row) === status));
  const of = (...statuses: string[]): MeasureRow[] => rows.filter((row) => statuses.includes(statusOf(row)));
  const parts: RichText[] = bad.slice(0, 3).map((row) => measureSentence(row, report, t, locale));
  const list = (these: readonly MeasureRow[]): RichText =>
    listText(
      these.map(({ current }) => ({ strong: measureName(current.name, current.at, t, locale) })),
      t,
      locale,
      10,
    );
  const failing = bad.slice(3).filter(({ verdict }) => verdict === 'fail');
  if (failing.length > 0) parts.push(rich(t, 'Not fine either: {0}.', list(failing)));
  const unsure = bad.slice(3).filter(({ verdict }) => verdict !== 'fail');
  if (unsure.length > 0) parts.push(rich(t, 'Cannot tell either for: {0}.', list(unsure)));
  const better = of('improved');
  if (better.length > 0) parts.push(rich(t, 'Improved: {0}.', list(better)));
  const little = of('little_worse');
  if (little.length > 0) parts.push(rich(t, 'Certainly worse, but by less than is allowed: {0}.', list(little)));
  const held = of('held');
  if (held.length > 0) parts.push(rich(t, 'Not significantly worse: {0}.', list(held)));
  const few = of('too_few');
  if (few.length > 0) parts.push(rich(t, 'Too few labelled rows to tell: {0}.', list(few)));
  const kept = of('kept');
  if (kept.length > 0) parts.push(rich(t, 'As you ask for: {0}.', list(kept)));
  const undefinedOnes = of('undefined');
  if (undefinedOnes.length > 0) parts.push(rich(t, 'Not defined: {0}.', list(undefinedOnes)));
  for (const row of of('excused')) parts.push(excuseSentence(row, t, locale));
  parts.push(rivalText(evaluation, report, t, locale), calibrationText(rows, report, t, locale), likeForLikeText(evaluation, t, locale));
  if (judged === 0) {
    parts.push(
      report.datasets.reference === null
        ? rich(t, 'There is no reference to compare with; intervals say how sure each number is.')
        : rich(t, 'Reference has no labels to compare with; intervals say how sure each number is.'),
    );
  }
  parts.push(levelText(evaluation, t));
  return sentences(locale, parts);
}

/** A model that always says the same, where it is right as often as this one. */
function rivalText({ rival }: Evaluation, report: Report, t: Translate, locale: string): RichText {
  const asked = checkOf(report, 'performance', rivalId);
  if (rival === null || asked?.verdict.shade !== 'watch') return [];
  return rich(
    t,
    'Always saying “{0}” would be right in {1} of rows, the model is in {2}: judge it by more than accuracy.',
    dataText(rival.label),
    percentText(rival.accuracy, locale),
    percentText(asked.measurement.value, locale),
  );
}

/** Scores that are off by more than is told, beyond chance. */
function calibrationText(rows: readonly MeasureRow[], report: Report, t: Translate, locale: string): RichText {
  const ece = rows.find(({ current }) => current.name === 'ece')?.current;
  const verdict = checkOf(report, 'performance', calibrationId)?.verdict;
  if (ece === undefined || (verdict?.outcome !== 'fail' && verdict?.shade !== 'watch')) return [];
  return rich(
    t,
    'Scores are no probabilities of the label: they are off by {0} on average from what was observed.',
    percentText(ece.value, locale),
  );
}

/** The level of every interval, and what goes together in it. */
function levelText({ clusters, columns }: Evaluation, t: Translate): RichText {
  switch (clusters) {
    case null:
      return columns.task === 'ranking'
        ? rich(t, 'Intervals are 95 %; users count as independent.')
        : rich(t, 'Intervals are 95 %; rows count as independent.');
    case 'day':
      return rich(t, 'Intervals are 95 %; rows of a day go together.');
    case 'hour':
      return rich(t, 'Intervals are 95 %; rows of an hour go together.');
    case 'group':
      return rich(t, 'Intervals are 95 %; rows of a group go together.');
  }
}
