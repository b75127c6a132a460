import { classesId } from '../../../check/checkIds.ts';
import { formatCount } from '../../../format/count.ts';
import { formatNumber } from '../../../format/number.ts';
import type { Evaluation } from '../../../report/evaluationOf.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { checkOf } from '../../../report/sectionOf.ts';
import { dataText } from '../../../words/dataText.ts';
import { capital } from '../../../words/measures/measureName.ts';
import { nameText } from '../../../words/nameText.ts';
import { percentText } from '../../../words/percentText.ts';
import { rich } from '../../../words/rich.ts';
import { sentences } from '../../../words/sentences.ts';
import { significance } from '../../../words/significance.ts';
import type { Translate } from '../../../words/translate.ts';
import { taskText } from './taskText.ts';

/** What was evaluated: the task, its columns and rows, and whether what is predicted changed. */
export function predictionsText(evaluation: Evaluation, report: Pick<Report, 'sections'>, t: Translate, locale: string): RichText {
  return sentences(locale, [whatText(evaluation, t, locale), rowsText(evaluation, t, locale), classChangeText(report, t, locale)]);
}

/** "Binary classification: y_pred predicts repaid, y_pred_proba is its score; “1” is positive, from a score of 0.65 on." */
export function whatText({ columns, classCount, threshold }: Evaluation, t: Translate, locale: string): RichText {
  const task = capital(taskText(columns.task, t));
  const target = columns.target.column;
  const prediction = columns.prediction.column ?? columns.score.column ?? null;
  const head =
    prediction === null
      ? target === null || columns.scores.length === 0
        ? rich(t, '{0}.', task)
        : rich(t, '{0}: the class with the highest score predicts {1}.', task, nameText(target))
      : columns.task === 'ranking'
        ? rich(t, '{0}: lists in the order of {1}.', task, nameText(columns.score.column ?? prediction))
        : target === null
          ? rich(t, '{0}: {1} is the prediction.', task, nameText(prediction))
          : rich(t, '{0}: {1} predicts {2}.', task, nameText(prediction), nameText(target));
  const extra: RichText[] = [];
  if (columns.task !== 'ranking' && columns.score.column !== null && columns.score.column !== prediction)
    extra.push(rich(t, 'The score is {0}.', nameText(columns.score.column)));
  if (columns.scores.length > 0)
    extra.push(rich(t, '{0} columns hold the scores of the classes.', formatCount(columns.scores.length, locale)));
  if (columns.positive !== null) {
    const positive = { strong: `“${dataText(columns.positive)}”` };
    extra.push(
      threshold === null
        ? rich(t, '{0} counts as positive.', positive)
        : rich(t, '{0} counts as positive, predicted from a score of {1} on.', positive, formatNumber(threshold, locale)),
    );
  }
  if (columns.task === 'multiclass') extra.push(rich(t, '{0} classes.', formatCount(classCount, locale)));
  return sentences(locale, [head, ...extra]);
}

function rowsText({ rows, columns }: Evaluation, t: Translate, locale: string): RichText {
  const { current } = rows;
  const all = { strong: formatCount(current.rows, locale) };
  if (columns.target.column === null || current.labelled === 0) return rich(t, '{0} rows of current, none labelled.', all);
  return current.labelled === current.rows
    ? rich(t, '{0} rows of current, all labelled.', all)
    : rich(
        t,
        '{0} rows of current, {1} labelled ({2}).',
        all,
        { strong: formatCount(current.labelled, locale) },
        percentText(current.labelled / current.rows, locale, { whole: true }),
      );
}

function classChangeText(report: Pick<Report, 'sections'>, t: Translate, locale: string): RichText {
  const asked = checkOf(report, 'predictions', classesId);
  if (asked === null) return [];
  const { verdict, measurement } = asked;
  const share = { strong: percentText(measurement.value, locale) };
  if (verdict.outcome === 'not_applicable') return rich(t, 'Of the predictions {0} fall on other classes than in reference.', share);
  const found = significance('p', verdict.p ?? 1, locale);
  switch (verdict.shade) {
    case 'under_limit':
      return rich(t, 'The predicted classes changed by little: {0} of rows fall on others than in reference ({1}).', share, found);
    case 'watch':
      return rich(t, 'The predicted classes changed: {0} of rows fall on others than in reference ({1}).', share, found);
    default:
      return rich(t, 'The predicted classes did not change beyond chance ({0}).', found);
  }
}
