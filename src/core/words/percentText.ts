import { withMinus } from '../format/minus.ts';
import { withPercentSign } from '../format/percent.ts';
import { withoutNoise } from '../format/withoutNoise.ts';

/** A share of rows in per cent with one digit: "48.5 %"; "31 %" from 10 % on when `whole`; two digits below 1 %. */
export function percentText(x: number | null, locale: string, options: { readonly whole?: boolean } = {}): string {
  return x === null || !Number.isFinite(x) ? '–' : withPercentSign(percentDigits(x, locale, options.whole === true), locale);
}

/** The number before the sign; `like` is the share whose digits it takes. */
export function percentDigits(x: number, locale: string, whole = false, like: number = x): string {
  const size = Math.abs(like) * 100;
  const digits = size === 0 ? 0 : size < 0.995 ? 2 : whole && size >= 9.95 ? 0 : 1;
  const percent = withoutNoise(x * 100);
  // Rounded as every other share is, by the decimal digits: 6.85 is 6.9.
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'negative' });
  return Math.abs(percent) < 0.5 * 10 ** -digits ? '0' : withMinus(format.format(percent));
}

/** "[28, 34]": bounds of a share in per cent, with the digits of the share itself. */
export function percentInterval(value: number | null, low: number | null, high: number | null, locale: string, whole = false): string {
  if (low === null || high === null) return '';
  // Beside nothing the bounds decide.
  const like = value === null || value === 0 ? Math.max(Math.abs(low), Math.abs(high)) : value;
  return `[${percentDigits(low, locale, whole, like)}, ${percentDigits(high, locale, whole, like)}]`;
}
