import { withMinus } from './minus.ts';
import { numberFormat } from './numberFormat.ts';

/** A whole number of things, grouped, every digit kept: "50,000". */
export function formatCount(n: number, locale: string): string {
  if (!Number.isFinite(n)) return '–';
  return withMinus(numberFormat(locale, { maximumFractionDigits: 0 }).format(n));
}
