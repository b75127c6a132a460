import { attributionId } from '../../../check/checkIds.ts';
import type { Verdict } from '../../../check/verdict.ts';
import { formatCount } from '../../../format/count.ts';
import { formatNumber } from '../../../format/number.ts';
import { formatPoints } from '../../../format/points.ts';
import type { EvaluationText } from '../../../report/evaluationText.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { checkOf } from '../../../report/sectionOf.ts';
import type { EvaluationTask } from '../../../spec/spec.ts';
import { percentText } from '../../../words/percentText.ts';
import { rich } from '../../../words/rich.ts';
import { sentences } from '../../../words/sentences.ts';
import { significance } from '../../../words/significance.ts';
import type { Translate } from '../../../words/translate.ts';
import type { Attribution } from '../result.ts';

/** Rows of the evidence table: inputs, labels, and the relation of score and target. */
export function evidenceRows(
  attribution: Attribution,
  report: Pick<Report, 'sections'>,
  task: EvaluationTask,
  t: Translate,
  locale: string,
): EvaluationText['evidenceRows'] {
  const { covariate, label, concept } = attribution;
  const verdictOn = (of: 'inputs' | 'labels' | 'concept'): Verdict | null =>
    checkOf(report, 'attribution', attributionId(of))?.verdict ?? null;
  return [
    {
      name: t('Inputs, P(x)'),
      text: covariateText(covariate, t, locale),
      ...status(verdictOn('inputs'), t),
    },
    { name: t('Target, P(y)'), text: labelText(label, task, t, locale), ...status(verdictOn('labels'), t) },
    {
      name: t('Target given the prediction, P(y|x)'),
      text: conceptText(concept, verdictOn('concept'), task, t, locale),
      ...status(verdictOn('concept'), t),
    },
  ];
}

function covariateText({ alerts, tested, p, effect }: Attribution['covariate'], t: Translate, locale: string): RichText {
  const columns =
    tested === 0
      ? rich(t, 'No column was compared.')
      : tested === 1
        ? alerts === 1
          ? rich(t, 'The one column compared has an alert.')
          : rich(t, 'The one column compared has no alert.')
        : rich(t, '{0} of {1} columns have an alert.', { strong: formatCount(alerts, locale) }, formatCount(tested, locale));
  if (p === null) return columns;
  const scores = rich(
    t,
    'By what was predicted, in bins, {0} of rows moved ({1}).',
    percentText(effect, locale),
    significance('p', p, locale),
  );
  return sentences(locale, [columns, scores]);
}

function labelText({ p, reference, current }: Attribution['label'], task: EvaluationTask, t: Translate, locale: string): RichText {
  if (reference === null || current === null)
    return p === null ? rich(t, 'Could not be tested.') : rich(t, 'Tested: {0}.', significance('p', p, locale));
  const value = (x: number): string => (task === 'regression' ? formatNumber(x, locale) : percentText(x, locale));
  if (p === null) {
    if (task === 'multiclass') return rich(t, 'Could not be tested.');
    return task === 'binary'
      ? rich(t, 'Positives: {0} → {1}.', value(reference), value(current))
      : rich(t, 'Mean: {0} → {1}.', value(reference), value(current));
  }
  const found = significance('p', p, locale);
  if (task === 'binary') return rich(t, 'Positives: {0} → {1}, {2}.', value(reference), value(current), found);
  if (task === 'regression') return rich(t, 'Mean of the target: {0} → {1}, {2}.', value(reference), value(current), found);
  return rich(t, 'Shares of the classes: {0}.', found);
}

function conceptText(
  { p, effect, size, bins }: Attribution['concept'],
  verdict: Verdict | null,
  task: EvaluationTask,
  t: Translate,
  locale: string,
): RichText {
  if (p === null) return rich(t, 'Could not be tested.');
  const found = significance('p', p, locale);
  const count = formatCount(bins.length, locale);
  if (effect === null || bins.length === 0) {
    return size === null
      ? rich(t, 'Rows with the same score: {0}.', found)
      : rich(
          t,
          'Among rows of equal prediction {0} have another label than in reference ({1}).',
          { strong: percentText(size, locale) },
          found,
        );
  }
  const more = effect > 0;
  if (task === 'regression') {
    const of = { strong: formatNumber(Math.abs(effect), locale) };
    return more
      ? rich(t, 'At equal predictions the target is {0} higher on average ({1} bins, {2}).', of, count, found)
      : rich(t, 'At equal predictions the target is {0} lower on average ({1} bins, {2}).', of, count, found);
  }
  const points = (x: number) => ({ strong: formatPoints(Math.abs(x), locale).replace(/^\+/, '') });
  if (task === 'multiclass')
    return rich(
      t,
      'At equal scores the shares of the classes differ by {0} points on average ({1} bins, {2}).',
      points(size ?? effect),
      count,
      found,
    );
  if (size !== null && verdict?.reason === 'both_ways')
    return rich(
      t,
      'At equal scores the share of positives differs by {0} points on average, up in some bins and down in others ({1} bins, {2}).',
      points(size),
      count,
      found,
    );
  return more
    ? rich(t, 'At equal scores the share of positives is {0} points higher ({1} bins, {2}).', points(effect), count, found)
    : rich(t, 'At equal scores the share of positives is {0} points lower ({1} bins, {2}).', points(effect), count, found);
}

function status(verdict: Verdict | null, t: Translate): { readonly glyph: string; readonly word: string } {
  if (verdict === null || verdict.outcome === 'not_applicable') return { glyph: '–', word: t('not tested') };
  switch (verdict.shade) {
    case 'under_limit':
      return { glyph: '✓', word: t('changed by little') };
    case 'watch':
      return { glyph: '◐', word: t('changed') };
    default:
      return { glyph: '✓', word: t('not changed beyond chance') };
  }
}
