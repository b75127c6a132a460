import { withMinus } from './minus.ts';

/** A whole number of things, grouped, every digit kept: "50,000". */
export function formatCount(n: number, locale: string): string {
  if (!Number.isFinite(n)) return '–';
  return withMinus(new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(n));
}
