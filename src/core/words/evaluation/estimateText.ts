import { formatCount } from '../../format/count.ts';
import type { Estimate, EstimatePoint, EstimateRow, Evaluation } from '../../report/evaluation.ts';
import type { RichText } from '../../report/richText.ts';
import { rich } from '../rich.ts';
import { sentences } from '../sentences.ts';
import type { Translate } from '../translate.ts';
import { estimateUnit } from './estimateUnit.ts';
import { ledgerText } from './ledgerText.ts';
import { measureFormat } from './measureFormat.ts';
import { capital, measureName } from './measureName.ts';
import { refusalText } from './refusalText.ts';

/** Prose on performance estimated without labels. */
export function estimateText(estimate: Estimate, evaluation: Evaluation, t: Translate, locale: string): RichText {
  if (estimate.refused !== null) return rich(t, 'Performance is not estimated without labels: {0}.', refusalText(estimate.refused.code, t));
  const [first] = estimate.rows;
  if (first === undefined) return rich(t, 'Performance is not estimated without labels.');
  const labelled = evaluation.rows.current.labelled > 0;
  const beyond = first.chunks.filter((point) => point.alert).length;
  return sentences(locale, [
    estimateSentence(first, t, locale),
    labelled && first.whole.realised !== null && first.whole.value !== null ? realisedText(first, evaluation, t, locale) : [],
    beyond === 0 || first.whole.alert
      ? []
      : beyond === 1
        ? rich(t, 'In 1 chunk the estimate lies beyond what chunks of reference show.')
        : rich(t, 'In {0} chunks the estimate lies beyond what chunks of reference show.', beyond),
    ledgerText(estimate, t, locale),
    first.whole.value === null ? [] : conditionText(estimate, t),
  ]);
}

/** What an estimate takes for granted. */
function conditionText(estimate: Estimate, t: Translate): RichText {
  return estimate.method === 'cbpe'
    ? rich(
        t,
        'It holds as long as a score means the same as in reference: a changed relation of columns and target cannot be seen without labels.',
      )
    : rich(
        t,
        'It holds as long as errors depend on the columns as in reference: a changed relation of columns and target cannot be seen without labels.',
      );
}

/** "ROC AUC is estimated at 0.96 [0.95, 0.97], as in reference." */
export function estimateSentence(row: EstimateRow, t: Translate, locale: string): RichText {
  const name = capital(measureName(row.name, null, t, locale));
  const { whole, limits } = row;
  if (whole.value === null) {
    return rich(t, '{0} is not estimated: {1}.', name, refusalText(whole.refused?.code ?? 'undefined', t));
  }
  const format = formatOf(row, locale);
  const value = { strong: valueText(whole, format) };
  if (whole.alert) {
    return limits === null
      ? rich(t, '{0} is estimated at {1}, beyond what reference shows.', name, value)
      : rich(
          t,
          '{0} is estimated at {1}, beyond what reference shows (chunks: {2} to {3}).',
          name,
          value,
          format.value(limits.low),
          format.value(limits.high),
        );
  }
  return limits === null
    ? rich(t, '{0} is estimated at {1}.', name, value)
    : rich(t, '{0} is estimated at {1}, as in reference.', name, value);
}

function realisedText(row: EstimateRow, { rows }: Evaluation, t: Translate, locale: string): RichText {
  const { value, low, high, realised } = row.whole;
  const real = formatOf(row, locale).value(realised);
  // Labels of some rows do not tell whether the estimate of all was right.
  if (rows.current.labelled < rows.current.rows)
    return rich(t, 'On the {0} labelled rows it is {1}.', formatCount(rows.current.labelled, locale), real);
  const inside = low !== null && high !== null && realised! >= low && realised! <= high;
  if (inside) return rich(t, 'By the labels it is {0}, within the band.', real);
  return realised! < value!
    ? rich(t, 'By the labels it is {0}, below the band: the relation of columns and target may have changed.', real)
    : rich(t, 'By the labels it is {0}, above the band: the relation of columns and target may have changed.', real);
}

function valueText({ value, low, high }: EstimatePoint, format: ReturnType<typeof measureFormat>): string {
  return [format.value(value), format.interval(low === null || high === null ? null : { low, high })]
    .filter((part) => part !== '')
    .join(' ');
}

function formatOf({ name, whole }: EstimateRow, locale: string): ReturnType<typeof measureFormat> {
  return measureFormat(estimateUnit(name), [whole.value, whole.realised], null, locale);
}
