import { formatFixed } from '../format/fixed.ts';
import { formatNumber } from '../format/number.ts';
import type { MeasureUnit } from '../measures/definition.ts';

/** A value of a measure as a picture writes it: always the same digits where the unit has a scale of its own. */
export function unitNumber(value: number | null, unit: MeasureUnit, locale: string): string {
  if (value === null) return '–';
  if (unit === 'target' || unit === 'target_squared') return formatNumber(value, locale);
  if (unit === 'multiple') return `${formatFixed(value, 2, locale)}×`;
  return formatFixed(value, Math.abs(value) < 0.1 && unit !== 'share' ? 4 : 3, locale);
}
