import { formatFixed } from '../../src/core/format/fixed.ts';
import { formatNumber } from '../../src/core/format/number.ts';
import { formatPoints } from '../../src/core/format/points.ts';
import type { Attribution } from '../../src/core/sections/attribution/result.ts';

const significant = 3;
const mostDigits = 6;
/** From here on every digit before the point is enough. */
const wholeFrom = 1e6;

/** Writes differences of an error with their sign: points of a per cent for a share, else the unit of the error, all with the digits of the largest. */
export function changeNumber({ measure, rows }: Attribution, locale: string): (value: number) => string {
  if (measure === 'error_rate') return (value) => formatPoints(value, locale);
  const largest = Math.max(0, ...rows.flatMap(({ mix, rate }) => [Math.abs(mix.value ?? 0), Math.abs(rate.value ?? 0)]));
  const digits = largest === 0 ? 0 : Math.min(mostDigits, Math.max(0, significant - 1 - Math.floor(Math.log10(largest))));
  return (value) => {
    if (largest >= wholeFrom) return value > 0 ? `+${formatNumber(value, locale)}` : formatNumber(value, locale);
    const rounded = Number(value.toFixed(digits));
    if (rounded === 0) return '0';
    return rounded > 0 ? `+${formatFixed(rounded, digits, locale)}` : formatFixed(rounded, digits, locale);
  };
}
