import { studentTIsf } from '../stats/distributions/studentT.ts';
import { logitInterval } from '../stats/intervals/logitInterval.ts';
import type { Measure } from './measure.ts';
import { catalogue } from './registry.ts';

const alpha = 0.05;

/** A measure whose squared standard error rests on blocks of rows that belong together: interval by Student's t, shares and AUCs on the logit scale. */
export function withBlocks(measure: Measure, variance: number, degrees: number): Measure {
  const { value, basis } = measure;
  if (value === null || basis === null || !(variance > 0) || !(degrees > 0)) return measure;
  const half = studentTIsf(alpha / 2, degrees) * Math.sqrt(variance);
  return {
    ...measure,
    interval: { ...boundsOf(measure, value, half), level: 1 - alpha, method: 'by_block' },
    basis: { kind: 'blocks', rows: basis.rows, variance, degrees },
  };
}

function boundsOf({ name, interval }: Measure, x: number, half: number): { readonly low: number; readonly high: number } {
  const { unit, direction, range } = catalogue[name];
  // Shares of the truth, not of rows, can pass 1.
  if (unit === 'share' && range[1] === 1) {
    // At the edge of what it can be the logit has no slope: the rows' own interval, or the plain one where that is wider.
    return (
      logitInterval(x, half) ?? {
        low: Math.max(0, Math.min(interval?.low ?? 0, x - half)),
        high: Math.min(1, Math.max(interval?.high ?? 1, x + half)),
      }
    );
  }
  const least = unit === 'index' ? range[0] : direction === 'lower' ? 0 : Number.NEGATIVE_INFINITY;
  return { low: Math.max(least, x - half), high: unit === 'index' ? Math.min(1, x + half) : x + half };
}
