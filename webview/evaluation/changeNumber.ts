import { formatNumber } from '../../src/core/format/number.ts';
import { formatPoints } from '../../src/core/format/points.ts';
import type { Slices } from '../../src/core/report/evaluation.ts';

/** Writes differences of an error with their sign: points of a per cent for a share, else the unit of the error. */
export function changeNumber(measure: Slices['measure'], locale: string): (value: number) => string {
  if (measure === 'error_rate') return (value) => formatPoints(value, locale);
  return (value) => (value > 0 ? `+${formatNumber(value, locale)}` : formatNumber(value, locale));
}
