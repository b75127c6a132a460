import { withMinus } from '../format/minus.ts';
import { formatNumber } from '../format/number.ts';
import { withoutNoise } from '../format/withoutNoise.ts';
import type { MeasureUnit } from '../measures/definition.ts';

/** Writes numbers of one measure: all with the same digits, so that a difference can be checked by eye. */
export interface MeasureFormat {
  value(x: number | null): string;
  /** With its sign. */
  change(x: number): string;
  /** "[0.835, 0.849]"; empty without one. */
  interval(of: { readonly low: number; readonly high: number } | null): string;
  /** "−0.025 [−0.041, −0.009]". */
  changeWithInterval(difference: number, interval: { readonly low: number; readonly high: number } | null): string;
}

/**
 * @param sizes values whose size decides the digits. @param difference where there is one it keeps two significant digits.
 */
export function measureFormat(
  unit: MeasureUnit,
  sizes: readonly (number | null | undefined)[],
  difference: number | null,
  locale: string,
): MeasureFormat {
  const size = Math.max(0, ...sizes.flatMap((x) => (typeof x === 'number' && Number.isFinite(x) ? [Math.abs(x)] : [])));
  const digits = digitsOf(unit, size, difference);
  // No minus before a zero.
  const plain = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'negative' });
  const write = (x: number): string => {
    if (!Number.isFinite(x) || size >= 1e7) return formatNumber(x, locale);
    return withMinus(plain.format(withoutNoise(x)));
  };
  const sign = (x: number): string => {
    const text = write(x);
    return x > 0 && /[1-9]/.test(text) ? `+${text}` : text;
  };
  const times = unit === 'multiple' ? '×' : '';
  const interval = (of: { readonly low: number; readonly high: number } | null, one: (x: number) => string): string =>
    of === null ? '' : `[${one(of.low)}, ${one(of.high)}]`;
  return {
    value: (x) => (x === null ? '–' : write(x) + times),
    change: (x) => sign(x) + times,
    interval: (of) => interval(of, write),
    changeWithInterval: (d, of) => (of === null ? sign(d) + times : `${sign(d)}${times} ${interval(of, sign)}`),
  };
}

function digitsOf(unit: MeasureUnit, size: number, difference: number | null): number {
  const base =
    unit === 'multiple'
      ? 2
      : unit === 'target' || unit === 'target_squared'
        ? significant(size, 3)
        : size < 0.1 && unit !== 'share'
          ? 4
          : 3;
  if (difference === null || difference === 0 || !Number.isFinite(difference)) return base;
  const more = significant(Math.abs(difference), 2);
  return Math.min(Math.max(base, more), base + 1);
}

/** Digits after the point that show so many significant ones. */
function significant(size: number, digits: number): number {
  return size === 0 ? 1 : Math.min(8, Math.max(0, digits - 1 - Math.floor(Math.log10(size))));
}
