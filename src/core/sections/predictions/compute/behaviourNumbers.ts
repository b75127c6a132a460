import { type BlockedSide, blockEffect, blockedHalfWidth } from '../../../stats/blocks/blockEffect.ts';
import { blockedInterval } from '../../../stats/blocks/blockedInterval.ts';
import { newcombe } from '../../../stats/intervals/newcombe.ts';
import { type SampleSummary, welch } from '../../../stats/intervals/welch.ts';
import { wilson } from '../../../stats/intervals/wilson.ts';
import { moments } from '../../../stats/samples/moments.ts';
import type { BehaviourNumber } from '../result.ts';

/** What the days of each side say of a share or mean; null where rows have no days. */
export interface SidesByDays {
  readonly reference: BlockedSide | null;
  readonly current: BlockedSide | null;
}

/** A number with the interval that days give it, where rows of a day go together. */
export function onDays(of: BehaviourNumber, side: BlockedSide | null, reference: BlockedSide | null, share: boolean): BehaviourNumber {
  if (of.value === null || side === null) return of;
  return { ...of, ...blockedInterval(of.value, side, reference, share) };
}

/** A difference with the interval that days give it, where rows of a day go together on both sides. */
export function apart(of: BehaviourNumber, { reference, current }: SidesByDays): BehaviourNumber {
  if (of.value === null || reference === null || current === null) return of;
  const days = blockEffect(1, current, reference);
  if (days === null) return of;
  const half = blockedHalfWidth(reference.byRows + current.byRows, days);
  return { ...of, low: of.value - half, high: of.value + half };
}

/** A share of rows with Wilson's interval; without a value when it is a share of none. */
export function shareOfSide([x, n]: readonly [number, number]): BehaviourNumber {
  return n === 0 ? { value: null, low: null, high: null } : { value: x / n, ...wilson(x, n) };
}

/** A mean of rows with its normal interval of 95 %. */
export function meanOfSide({ n, mean, variance }: SampleSummary): BehaviourNumber {
  const half = n > 1 ? 1.959964 * Math.sqrt(variance / n) : null;
  return { value: mean, low: half === null ? null : mean - half, high: half === null ? null : mean + half };
}

/** After less before with Newcombe's interval. */
export function differenceOfShares(before: readonly [number, number], after: readonly [number, number]): BehaviourNumber {
  return { value: after[0] / after[1] - before[0] / before[1], ...newcombe(after[0], after[1], before[0], before[1]) };
}

/** After less before with Welch's interval. */
export function differenceOfMeans(before: SampleSummary, after: SampleSummary): BehaviourNumber {
  const test = welch(after, before);
  return { value: after.mean - before.mean, low: test?.low ?? null, high: test?.high ?? null };
}

/** Rows, mean and variance of values; null without any. */
export function summaryOf(values: Float64Array): SampleSummary | null {
  if (values.length === 0) return null;
  const { n, mean, sd } = moments(values);
  return { n, mean, variance: Number.isFinite(sd) ? sd * sd : 0 };
}
