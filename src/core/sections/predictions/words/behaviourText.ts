import type { EvaluationText } from '../../../report/evaluationText.ts';
import { measureFormat } from '../../../words/measureFormat.ts';
import { percentDigits, percentInterval, percentText } from '../../../words/percentText.ts';
import type { Translate } from '../../../words/translate.ts';
import type { Behaviour, BehaviourNumber } from '../result.ts';

type Row = Behaviour['rows'][number];

/** A row of what predictions look like: name and numbers. */
export function behaviourText(row: Row, t: Translate, locale: string): EvaluationText['behaviour'][number] {
  return {
    name: behaviourName(row.code, t),
    reference: row.reference === null ? '–' : valueText(row, row.reference, locale),
    current: valueText(row, row.current, locale),
    difference: row.difference === null ? '–' : differenceText(row, locale),
  };
}

/** Current minus reference with its interval: "+0.2 [−0.4, +0.8]", points of a per cent for shares. */
export function differenceText(row: Row, locale: string): string {
  const value = row.difference?.value ?? null;
  if (row.difference === null || value === null) return '–';
  const { low, high } = row.difference;
  if (row.unit === 'share') {
    const sign = (x: number): string => {
      const text = percentDigits(x, locale, false, value === 0 ? Math.max(Math.abs(low ?? 0), Math.abs(high ?? 0)) : value);
      return x > 0 && text !== '0' ? `+${text}` : text;
    };
    return low === null || high === null ? sign(value) : `${sign(value)} [${sign(low)}, ${sign(high)}]`;
  }
  return formatOf(row, value, locale).changeWithInterval(value, low === null || high === null ? null : { low, high });
}

function valueText(row: Row, of: BehaviourNumber, locale: string): string {
  const interval = of.low === null || of.high === null ? null : { low: of.low, high: of.high };
  if (row.unit === 'share')
    return [percentText(of.value, locale), interval === null ? '' : percentInterval(of.value, of.low, of.high, locale)]
      .filter(Boolean)
      .join(' ');
  const format = formatOf(row, row.difference?.value ?? null, locale);
  return [format.value(of.value), format.interval(interval)].filter((part) => part !== '').join(' ');
}

function formatOf(row: Row, difference: number | null, locale: string) {
  const unit = row.code === 'mean_prediction' ? 'target' : 'index';
  return measureFormat(unit, [row.reference?.value, row.current.value], difference, locale);
}

function behaviourName(code: Row['code'], t: Translate): string {
  switch (code) {
    case 'mean_score':
      return t('Mean score');
    case 'entropy':
      return t('Entropy of the scores');
    case 'mean_confidence':
      return t('Mean confidence');
    case 'mean_margin':
      return t('Mean margin between the two highest scores');
    case 'low_confidence':
      return t('Unsure predictions');
    case 'top_share':
      return t('Share of the most predicted class');
    case 'positive_share':
      return t('Predicted positive');
    case 'missing_predictions':
      return t('Without a prediction');
    case 'abnormal_predictions':
      return t('Abnormal predictions');
    case 'mean_prediction':
      return t('Mean prediction');
  }
}
