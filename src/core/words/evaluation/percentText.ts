import { withMinus } from '../../format/minus.ts';
import { withPercentSign } from '../../format/percent.ts';

/** A share of rows in per cent with one digit: "48.5 %", "31 %" from 10 % on when `whole`; with two below 1 %. */
export function percentText(x: number | null, locale: string, options: { readonly whole?: boolean } = {}): string {
  return x === null || !Number.isFinite(x) ? '–' : withPercentSign(percentDigits(x, locale, options.whole === true), locale);
}

/** The number before the sign. */
export function percentDigits(x: number, locale: string, whole = false): string {
  const percent = x * 100;
  const size = Math.abs(percent);
  const digits = size === 0 ? 0 : size < 0.995 ? 2 : whole && size >= 9.95 ? 0 : 1;
  const rounded = Number(percent.toFixed(digits));
  return withMinus(new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(rounded === 0 ? 0 : rounded));
}

/** "[28, 34]": bounds of a share in per cent. */
export function percentInterval(low: number | null, high: number | null, locale: string, whole = false): string {
  if (low === null || high === null) return '';
  return `[${percentDigits(low, locale, whole)}, ${percentDigits(high, locale, whole)}]`;
}
