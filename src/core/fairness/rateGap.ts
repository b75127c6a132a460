import { newcombe } from '../inference/newcombe.ts';
import { categoricalDefault } from '../stats/categoricalDefault.ts';
import type { Rate } from './groupRates.ts';

/** Difference of a rate between the group where it is highest and the one where it is lowest. */
export interface RateGap {
  /** Groups compared. With one the difference is 0 and says nothing. */
  readonly comparable: number;
  /** Index of the groups with the highest and the lowest rate. */
  readonly highest: number;
  readonly lowest: number;
  readonly difference: number;
  /** Lowest over highest; null when the highest is 0. */
  readonly ratio: number | null;
  /** Newcombe's interval of the difference, alpha shared among all pairs of groups because the two extremes were picked; null for one group. */
  readonly low: number | null;
  readonly high: number | null;
  /** Chi-square (Fisher's exact test where counts are small) of equal rates in all groups compared; null for one group. */
  readonly p: number | null;
}

/**
 * Compares a rate across groups.
 *
 * @param rates one per group; null is not compared.
 * @returns null when no group has the rate.
 */
export function rateGap(rates: readonly (Rate | null)[], alpha = 0.05): RateGap | null {
  let highest = -1;
  let lowest = -1;
  const successes: number[] = [];
  const failures: number[] = [];
  rates.forEach((rate, g) => {
    if (!rate) return;
    if (highest < 0 || rate.value > rates[highest]!.value) highest = g;
    if (lowest < 0 || rate.value < rates[lowest]!.value) lowest = g;
    successes.push(rate.x);
    failures.push(rate.n - rate.x);
  });
  if (highest < 0) return null;
  const top = rates[highest]!;
  const bottom = rates[lowest]!;
  const comparable = successes.length;
  const common = {
    comparable,
    highest,
    lowest,
    difference: top.value - bottom.value,
    ratio: top.value > 0 ? bottom.value / top.value : null,
  };
  if (comparable < 2) return { ...common, low: null, high: null, p: null };
  const pairs = (comparable * (comparable - 1)) / 2;
  const { low, high } = newcombe(top.x, top.n, bottom.x, bottom.n, alpha / pairs);
  return { ...common, low, high, p: categoricalDefault(successes, failures).p };
}
