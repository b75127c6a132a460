import { blockedInterval } from '../blocks/blockedInterval.ts';
import { normalQuantile } from '../distributions/normal.ts';
import { studentTIsf } from '../distributions/studentT.ts';
import { newcombe } from '../intervals/newcombe.ts';
import { wilson } from '../intervals/wilson.ts';
import type { Contrast } from './contrast.ts';
import { meanOf, type Sums, varianceOf } from './sums.ts';

/** An estimate with its interval. */
export interface GroupInterval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Mean of a loss: Wilson's interval for 0/1 losses, Student's t otherwise (without bounds for a single row); where rows are counted by block, with the rows of a
 * block taken together. `shift` is added back.
 */
export function groupMeanInterval(sums: Sums, shift: number, binary: boolean, alpha: number): GroupInterval {
  const value = meanOf(sums) + shift;
  const days = byBlocks(sums, value, binary, alpha);
  if (days !== null) return { value, ...days };
  if (binary) return { value, ...wilson(sums.sum, sums.n, alpha) };
  const half = sums.n > 1 ? studentTIsf(alpha / 2, sums.n - 1) * Math.sqrt(varianceOf(sums) / sums.n) : Number.POSITIVE_INFINITY;
  return { value, low: value - half, high: value + half };
}

function byBlocks(sums: Sums, value: number, binary: boolean, alpha: number): Pick<GroupInterval, 'low' | 'high'> | null {
  const { blocks, n } = sums;
  if (blocks === undefined || n < 2) return null;
  const mean = meanOf(sums);
  const influences = blocks.sum.map((sum, block) => (sum - blocks.n[block]! * mean) / n);
  return blockedInterval(value, { byRows: varianceOf(sums) / n, sums: influences, rows: blocks.n }, null, binary, alpha);
}

/** Estimate ± t · standard error, or the normal quantile's with infinite degrees of freedom. */
export function contrastInterval({ estimate: value, se, df }: Contrast, alpha: number): GroupInterval {
  const half = (df === Number.POSITIVE_INFINITY ? -normalQuantile(alpha / 2) : studentTIsf(alpha / 2, df)) * se;
  return { value, low: value - half, high: value + half };
}

/** Difference of two means: Newcombe's interval for 0/1 losses of independent rows, else that of the contrast. */
export function gapInterval(contrast: Contrast, slice: Sums, rest: Sums, binary: boolean, alpha: number): GroupInterval {
  if (!binary || slice.blocks !== undefined) return contrastInterval(contrast, alpha);
  return { value: contrast.estimate, ...newcombe(slice.sum, slice.n, rest.sum, rest.n, alpha) };
}
