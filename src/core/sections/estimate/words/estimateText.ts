import { realisedId } from '../../../check/checkIds.ts';
import { formatCount } from '../../../format/count.ts';
import type { Evaluation } from '../../../report/evaluationOf.ts';
import type { Report, TimeAxis } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { checkOf } from '../../../report/sectionOf.ts';
import { chunkName } from '../../../words/chunkName.ts';
import { measureFormat } from '../../../words/measureFormat.ts';
import { capital, measureName } from '../../../words/measures/measureName.ts';
import { nameText } from '../../../words/nameText.ts';
import { percentText } from '../../../words/percentText.ts';
import { rich } from '../../../words/rich.ts';
import { sentences } from '../../../words/sentences.ts';
import type { Translate } from '../../../words/translate.ts';
import type { Estimate, EstimatePoint, EstimateRow } from '../result.ts';
import { estimateUnit } from './estimateUnit.ts';
import { ledgerText } from './ledgerText.ts';
import { refusalText } from './refusalText.ts';

/** Columns named at most. */
const mostNamed = 3;

/** Prose on performance estimated without labels. */
export function estimateText(
  estimate: Estimate,
  evaluation: Evaluation,
  report: Pick<Report, 'sections' | 'time'>,
  t: Translate,
  locale: string,
): RichText {
  if (estimate.refused !== null) return rich(t, 'Performance is not estimated without labels: {0}.', refusalText(estimate.refused.code, t));
  const [first] = estimate.rows;
  if (first === undefined) return rich(t, 'Performance is not estimated without labels.');
  const labelled = evaluation.rows.current.labelled > 0;
  return sentences(locale, [
    estimateSentence(first, t, locale),
    beyondText(estimate, t, locale),
    labelled && first.whole.realised !== null && first.whole.value !== null ? realisedText(first, evaluation, report, t, locale) : [],
    chunksText(first, report.time, t, locale),
    ledgerText(estimate, t, locale),
    first.whole.value === null ? [] : conditionText(estimate, t),
  ]);
}

/** Columns of which the estimate knows nothing. */
function beyondText({ beyond }: Estimate, t: Translate, locale: string): RichText {
  const named = (beyond ?? []).slice(0, mostNamed).map(({ column, share }) => {
    const rows = percentText(share, locale, { whole: true });
    return rich(
      t,
      'In {0} of rows {1} holds values that reference has never seen, of which the estimate knows nothing.',
      rows,
      nameText(column),
    );
  });
  return sentences(locale, named);
}

/** Since when chunks are worse than reference shows, or how many were. */
function chunksText({ chunks, since }: EstimateRow, time: TimeAxis | null, t: Translate, locale: string): RichText {
  const worse = chunks.filter((point) => point.alert).length;
  if (worse === 0) return [];
  if (since !== null && since !== undefined && time !== null)
    return rich(t, 'By chunks it has been worse than chunks of reference show since {0}.', { strong: chunkName(time, since, t, locale) });
  return worse === 1
    ? rich(t, 'In 1 chunk the estimate is worse than what chunks of reference show.')
    : rich(t, 'In {0} chunks the estimate is worse than what chunks of reference show.', worse);
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

/** "ROC AUC is estimated at 0.96 [0.95, 0.97], as in reference (0.96)." The whole is held against the whole of reference. */
export function estimateSentence(row: EstimateRow, t: Translate, locale: string): RichText {
  const name = capital(measureName(row.name, null, t, locale));
  const { whole, wholeLimits, reference } = row;
  if (whole.value === null) {
    return rich(t, '{0} is not estimated: {1}.', name, refusalText(whole.refused?.code ?? 'undefined', t));
  }
  const format = formatOf(row, locale);
  const value = { strong: valueText(whole, format) };
  if (reference === null || reference === undefined) return rich(t, '{0} is estimated at {1}.', name, value);
  const before = format.value(reference);
  const [low, high] = [format.value(wholeLimits?.low ?? null), format.value(wholeLimits?.high ?? null)];
  switch (whole.standing) {
    case 'worse':
      return rich(t, '{0} is estimated at {1}, worse than in reference ({2}; by chance {3} to {4}).', name, value, before, low, high);
    case 'better':
      return rich(t, '{0} is estimated at {1}, better than in reference ({2}; by chance {3} to {4}).', name, value, before, low, high);
    case 'as_reference':
      return rich(t, '{0} is estimated at {1}, as in reference ({2}).', name, value, before);
    default:
      return rich(t, '{0} is estimated at {1}; in reference it was {2}.', name, value, before);
  }
}

function realisedText(row: EstimateRow, { rows }: Evaluation, report: Pick<Report, 'sections'>, t: Translate, locale: string): RichText {
  const { value, realised } = row.whole;
  const real = formatOf(row, locale).value(realised);
  // Labels of some rows do not tell whether the estimate of all was right.
  if (rows.current.labelled < rows.current.rows)
    return rich(t, 'On the {0} labelled rows it is {1}.', formatCount(rows.current.labelled, locale), real);
  if (checkOf(report, 'estimate', realisedId(row.name))?.verdict.shade !== 'watch')
    return rich(t, 'By the labels it is {0}, within the band.', real);
  return realised! < value!
    ? rich(t, 'By the labels it is {0}, below the band: the relation of columns and target may have changed.', real)
    : rich(t, 'By the labels it is {0}, above the band: the relation of columns and target may have changed.', real);
}

function valueText({ value, low, high }: EstimatePoint, format: ReturnType<typeof measureFormat>): string {
  return [format.value(value), format.interval(low === null || high === null ? null : { low, high })]
    .filter((part) => part !== '')
    .join(' ');
}

function formatOf({ name, whole, reference }: EstimateRow, locale: string): ReturnType<typeof measureFormat> {
  return measureFormat(estimateUnit(name), [whole.value, whole.realised, reference ?? null], null, locale);
}
