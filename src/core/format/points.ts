import { withMinus } from './minus.ts';
import { numberFormat } from './numberFormat.ts';
import { withoutNoise } from './withoutNoise.ts';

/** Difference of two shares in points of a per cent, with its sign and one digit: "+4.2", "−0.3", "0". */
export function formatPoints(change: number, locale: string): string {
  const tenths = Math.round(withoutNoise(change * 1000)) / 10;
  if (!Number.isFinite(tenths)) return '–';
  if (tenths === 0) return '0';
  const digits = numberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(tenths);
  return tenths > 0 ? `+${digits}` : withMinus(digits);
}
