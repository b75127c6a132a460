import { formatNumber } from './number.ts';
import { numberFormat } from './numberFormat.ts';

/** A written number that may get more digits: no power of ten, no "M". */
const plain = /^\u2212?[\d,]+(?:\.(\d+))?$/;

/**
 * Two numbers that are read against each other, as `formatNumber` writes them but with equal digits after the point: "0.660 → 0.661". Numbers of
 * different size (ten times or more) keep their own digits.
 */
export function formatPair(from: number, to: number, locale: string): readonly [string, string] {
  const written = [formatNumber(from, locale), formatNumber(to, locale)] as const;
  const [first, second] = written.map((text) => plain.exec(text));
  const [small, large] = [Math.min(Math.abs(from), Math.abs(to)), Math.max(Math.abs(from), Math.abs(to))];
  if (!first || !second || large >= 10 * small) return written;
  const [a, b] = [first[1]?.length ?? 0, second[1]?.length ?? 0];
  if (a === b) return written;
  const digits = Math.max(a, b);
  const longer = (text: string, x: number): string => {
    const value = numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(Math.abs(x));
    return text.startsWith('\u2212') ? `\u2212${value}` : value;
  };
  return [a < digits ? longer(written[0], from) : written[0], b < digits ? longer(written[1], to) : written[1]];
}
