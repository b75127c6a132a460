import { type BlockEffect, type BlockedSide, blockEffect, blockedHalfWidth, blockedP } from '../../../stats/blocks/blockEffect.ts';
import { newcombe } from '../../../stats/intervals/newcombe.ts';
import { categoricalDefault } from '../../../stats/tests/categoricalDefault.ts';
import { chiSquareHomogeneity } from '../../../stats/tests/chiSquareHomogeneity.ts';
import { type Rate, rateSide } from './groupRates.ts';

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
  /** Chi-square (Fisher's exact test where counts are small) of equal rates in all groups compared; null for one group, or where all rows are alike. */
  readonly p: number | null;
}

/**
 * Compares a rate across groups. Where rows have blocks (days), the rows of a block are taken together as far as they go together.
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
  const days = blockEffect(1, apart(top, bottom), null);
  const varies = successes.some((x) => x > 0) && failures.some((x) => x > 0);
  const byRows = varies ? categoricalDefault(successes, failures).p : null;
  const { statistic, df } = chiSquareHomogeneity(successes, failures);
  const compared = rates.filter((rate) => rate !== null);
  const interval = days === null ? newcombe(top.x, top.n, bottom.x, bottom.n, alpha / pairs) : around(top, bottom, days, alpha / pairs);
  const p = byRows === null ? null : blockedP(statistic, df, blockEffect(comparable, fromAll(compared), null), byRows);
  return { ...common, low: interval.low, high: interval.high, p };
}

/** The difference of two rates, by block: what is the same for both on a day cancels out. */
function apart(top: Rate, bottom: Rate): BlockedSide {
  const [a, b] = [rateSide(top), rateSide(bottom)];
  const byRows = (top.value * (1 - top.value)) / top.n + (bottom.value * (1 - bottom.value)) / bottom.n;
  if (a === null || b === null) return { byRows, sums: null, rows: new Float64Array(0) };
  return { byRows, sums: a.sums!.map((sum, block) => sum - b.sums![block]!), rows: a.rows.map((n, block) => n + b.rows[block]!) };
}

/** Rates less that of all together, as chi-square weighs them, by block. */
function fromAll(rates: readonly Rate[]): BlockedSide {
  const sides = rates.map(rateSide);
  const known = sides.filter((side) => side !== null);
  const byRows = rates.length - 1;
  const count = known[0]?.rows.length ?? 0;
  const all = rates.reduce((sum, { n }) => sum + n, 0);
  const share = rates.reduce((sum, { x }) => sum + x, 0) / all;
  if (known.length < rates.length || !(share > 0 && share < 1)) return { byRows, sums: null, rows: new Float64Array(0) };
  const sums = new Float64Array(count * rates.length);
  const rows = new Float64Array(count);
  for (let block = 0; block < count; block++) {
    const together = known.reduce((sum, side, g) => sum + (side.sums![block]! * rates[g]!.n) / all, 0);
    known.forEach((side, g) => {
      sums[block * rates.length + g] = (Math.sqrt(rates[g]!.n) * (side.sums![block]! - together)) / Math.sqrt(share * (1 - share));
      rows[block]! += side.rows[block]!;
    });
  }
  return { byRows, sums, rows };
}

function around(top: Rate, bottom: Rate, days: BlockEffect, alpha: number): { readonly low: number; readonly high: number } {
  const half = blockedHalfWidth(apart(top, bottom).byRows, days, alpha);
  return { low: top.value - bottom.value - half, high: top.value - bottom.value + half };
}
