import { isChinese } from './isChinese.ts';
import { withMinus } from './minus.ts';
import { numberFormat } from './numberFormat.ts';

/** From here on numbers are shortened ("12.3 M"): below, all digits are still easy to read. */
const compactFrom = 1e7;
/** Below this, leading zeros hide the number: powers of ten are shorter. */
const powersBelow = 1e-4;
const noBreakSpace = '\u00a0';

/**
 * A measured number with three significant digits (four between 1,000 and 9,999), grouped: "22,300", "0.0312", "12.3 M".
 * A number that is not finite is an en dash or the sign of infinity.
 */
export function formatNumber(x: number, locale: string): string {
  if (Number.isNaN(x)) return '–';
  const size = Math.abs(x);
  if (size === Number.POSITIVE_INFINITY) return x > 0 ? '∞' : '\u2212∞';
  if (size !== 0 && size < powersBelow) return powerOfTen(x, locale);
  if (size >= 1e15) return powerOfTen(x, locale);
  if (size >= compactFrom) return compact(x, locale);
  const digits = size >= 1000 && size < 10_000 ? 4 : 3;
  return withMinus(numberFormat(locale, { maximumSignificantDigits: digits }).format(x));
}

function compact(x: number, locale: string): string {
  const format = numberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 });
  const gap = isChinese(locale) ? '' : noBreakSpace;
  const parts = format.formatToParts(x).filter((part) => part.type !== 'literal');
  return withMinus(parts.map((part) => (part.type === 'compact' ? gap + part.value : part.value)).join(''));
}

function powerOfTen(x: number, locale: string): string {
  const [mantissa, exponent] = x.toExponential(2).split('e') as [string, string];
  const digits = numberFormat(locale, { maximumSignificantDigits: 3 }).format(Number(mantissa));
  return withMinus(`${digits}e${Number(exponent)}`);
}
