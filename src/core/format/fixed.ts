import { withMinus } from './minus.ts';
import { numberFormat } from './numberFormat.ts';

/** A number with always the same digits after the point, so that columns of distances line up: "0.190"; too small to show: "< 0.001". */
export function formatFixed(x: number, digits: number, locale: string): string {
  if (!Number.isFinite(x)) return '–';
  const smallest = 10 ** -digits;
  const format = numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  if (x > 0 && x < smallest) return `<\u00a0${format.format(smallest)}`;
  return withMinus(format.format(x));
}
