import { formatPoints } from '../format/points.ts';
import type { Slices } from '../sections/slices/result.ts';
import { measureFormat } from './measureFormat.ts';
import { percentInterval, percentText } from './percentText.ts';
import { sayPlain } from './sayPlain.ts';
import type { Translate } from './translate.ts';

/** Writes values of the measure that slices and attribution look at. */
export interface LossWords {
  /** "31 % wrong", "mean absolute error 41.2", "log loss 0.31". */
  said(x: number): string;
  value(x: number): string;
  /** "[28, 34]". */
  interval(value: number, low: number | null, high: number | null): string;
  /** "+4.1 points", "+0.032". */
  change(x: number): string;
}

/** @param sizes values whose size decides the digits. */
export function lossWords(measure: Slices['measure'], sizes: readonly (number | null)[], t: Translate, locale: string): LossWords {
  if (measure === 'error_rate') {
    const value = (x: number): string => percentText(x, locale, { whole: true });
    return {
      said: (x) => sayPlain(t, '{0} wrong', value(x)),
      value,
      interval: (x, low, high) => percentInterval(x, low, high, locale, true),
      change: (x) => sayPlain(t, '{0} points', formatPoints(x, locale)),
    };
  }
  const format = measureFormat(measure === 'absolute_error' ? 'target' : 'nats', sizes, null, locale);
  return {
    said: (x) =>
      measure === 'absolute_error' ? sayPlain(t, 'mean absolute error {0}', format.value(x)) : sayPlain(t, 'log loss {0}', format.value(x)),
    value: (x) => format.value(x),
    interval: (_, low, high) => (low === null || high === null ? '' : format.interval({ low, high })),
    change: (x) => format.change(x),
  };
}
