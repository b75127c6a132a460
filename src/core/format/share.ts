import { withMinus } from './minus.ts';
import { numberFormat } from './numberFormat.ts';
import { withPercentSign } from './percent.ts';
import { withoutNoise } from './withoutNoise.ts';

/** A share of rows in per cent: "14 %", "3.2 %", "< 1 %", and "0 %" or "100 %" only when it is exactly that. */
export function formatShare(x: number, locale: string): string {
  if (!Number.isFinite(x)) return '–';
  if (x < 0) return withMinus(`-${formatShare(-x, locale)}`);
  if (x === 0) return withPercentSign('0', locale);
  if (x < 0.01) return `<\u00a0${withPercentSign('1', locale)}`;
  if (x > 0.99 && x < 1) return `>\u00a0${withPercentSign('99', locale)}`;
  const percent = withoutNoise(x * 100);
  const digits = numberFormat(locale, { maximumFractionDigits: percent < 9.95 ? 1 : 0 }).format(percent);
  return withPercentSign(digits, locale);
}
