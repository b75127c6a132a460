import { numberFormat } from './numberFormat.ts';

/** A p-value or q: two significant digits, never more precise than it is useful: "< 0.0001", "0.032", "0.45". */
export function formatP(p: number, locale: string): string {
  if (!Number.isFinite(p)) return '–';
  const floor = 0.0001;
  if (p < floor) return `<\u00a0${numberFormat(locale, { minimumFractionDigits: 4 }).format(floor)}`;
  if (p > 0.99) return p >= 1 ? numberFormat(locale).format(1) : `>\u00a0${numberFormat(locale).format(0.99)}`;
  const options =
    p >= 0.0995 ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : { minimumSignificantDigits: 2, maximumSignificantDigits: 2 };
  return numberFormat(locale, options).format(p);
}
