import { withMinus } from './minus.ts';
import { numberFormat } from './numberFormat.ts';
import { withPercentSign } from './percent.ts';
import { withoutNoise } from './withoutNoise.ts';

/**
 * Relative change in per cent, "+25 %"; from ten times on as a factor, "× 12". The sign is that of the change: from −118 to −121 is "−2.5 %", which is
 * lower. Null when from is 0 or the signs differ.
 */
export function formatChange(from: number, to: number, locale: string): string | null {
  if (!Number.isFinite(from) || !Number.isFinite(to) || from === 0 || from * to < 0) return null;
  const ratio = to / from;
  if (ratio >= 10) return `×\u00a0${numberFormat(locale, { maximumSignificantDigits: 2 }).format(ratio)}`;
  const percent = withoutNoise((ratio - 1) * 100 * Math.sign(from));
  const fractions = Math.abs(percent) < 9.95 ? 1 : 0;
  const format = numberFormat(locale, { maximumFractionDigits: fractions, signDisplay: 'exceptZero' });
  return withPercentSign(withMinus(format.format(percent)), locale);
}
