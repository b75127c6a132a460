import { attributionId } from '../../../check/checkIds.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { checkOf } from '../../../report/sectionOf.ts';
import { lossWords } from '../../../words/lossWords.ts';
import { nameText } from '../../../words/nameText.ts';
import { type RichPart, rich } from '../../../words/rich.ts';
import { sentences } from '../../../words/sentences.ts';
import type { Translate } from '../../../words/translate.ts';
import type { Attribution } from '../result.ts';

/** What goes with the change of the metric: the split along the column that tells most, and how the evidence reads. No cause is claimed. */
export function attributionText(attribution: Attribution, report: Pick<Report, 'sections'>, t: Translate, locale: string): RichText {
  const certain = (checkOf(report, 'attribution', attributionId('change'))?.verdict.shade ?? null) !== null;
  return sentences(locale, [
    changeText(attribution, certain, t, locale),
    certain ? splitText(attribution, t, locale) : [],
    readingText(attribution, t),
  ]);
}

function changeText({ measure, reference, current, difference }: Attribution, certain: boolean, t: Translate, locale: string): RichText {
  const words = lossWords(measure, [reference, current], t, locale);
  const change = { strong: words.change(difference.value ?? 0) };
  const parts: RichPart[] = [words.value(reference), words.value(current), change];
  switch (measure) {
    case 'error_rate':
      return certain
        ? rich(t, 'Errors went from {0} to {1} of rows ({2}).', ...parts)
        : rich(t, 'Errors went from {0} to {1} of rows ({2}), which may be chance.', ...parts);
    case 'absolute_error':
      return certain
        ? rich(t, 'The mean absolute error went from {0} to {1} ({2}).', ...parts)
        : rich(t, 'The mean absolute error went from {0} to {1} ({2}), which may be chance.', ...parts);
    case 'log_loss':
      return certain
        ? rich(t, 'Log loss went from {0} to {1} ({2}).', ...parts)
        : rich(t, 'Log loss went from {0} to {1} ({2}), which may be chance.', ...parts);
  }
}

function splitText(attribution: Attribution, t: Translate, locale: string): RichText {
  const { rows, measure, reference, current } = attribution;
  const words = lossWords(measure, [reference, current], t, locale);
  const most = rows.find((row) => row.matters) ?? null;
  if (most === null) return rows.length === 0 ? [] : rich(t, 'No column’s changed mix of rows explains it.');
  const mix = { strong: words.change(most.mix.value ?? 0) };
  const rate = { strong: words.change(most.rate.value ?? 0) };
  const parts: RichPart[] = [mix, nameText(most.column), rate];
  const worse = (most.rate.value ?? 0) > 0;
  if ((most.mix.value ?? 0) > 0) {
    return worse
      ? rich(
          t,
          'Of this {0} come from more rows in groups of {1} where the model was weaker already, {2} from the model being worse within groups.',
          ...parts,
        )
      : rich(
          t,
          'Of this {0} come from more rows in groups of {1} where the model was weaker already, {2} from the model being better within groups.',
          ...parts,
        );
  }
  return worse
    ? rich(
        t,
        'Of this {0} come from more rows in groups of {1} where the model was better already, {2} from the model being worse within groups.',
        ...parts,
      )
    : rich(
        t,
        'Of this {0} come from more rows in groups of {1} where the model was better already, {2} from the model being better within groups.',
        ...parts,
      );
}

/** The reading in one sentence. */
export function readingText({ reading, reason, covariate, label, concept }: Attribution, t: Translate): RichText {
  switch (reading) {
    case 'mix_shift':
      return rich(t, 'The evidence reads as a covariate shift: the inputs changed, and the target depends on them as before.');
    case 'label':
      return rich(t, 'The evidence reads as a label shift: the target’s share or level changed.');
    case 'concept':
      return rich(t, 'The evidence reads as a concept shift: rows with the same prediction have another outcome than in reference.');
    case 'several':
      return rich(t, 'Inputs and the relation of prediction and target both changed: the evidence does not part them further.');
    case 'none':
      if (covariate?.small || label?.small || concept?.small)
        return rich(t, 'What changed of inputs, labels and the relation of prediction and target is too small to matter.');
      return rich(t, 'Neither inputs, nor labels, nor the relation of prediction and target changed beyond chance.');
    case 'cannot_tell':
      return rich(t, 'How the drift reads cannot be told: {0}.', reasonClause(reason, t));
  }
}

function reasonClause(reason: Attribution['reason'], t: Translate): string {
  switch (reason) {
    case 'few_labels':
      return t('there are too few labels');
    case 'few_of_a_class':
      return t('one class has too few rows');
    case 'scores_do_not_overlap':
      return t('the scores of reference and current hardly overlap');
    case null:
      return t('the evidence is too weak');
  }
}
