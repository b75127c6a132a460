import { meansContrast } from '../slices/contrast.ts';
import { gapInterval, type Interval } from '../slices/intervals.ts';
import { lossKind } from '../slices/lossKind.ts';
import { meanOf, noRows, type Sums } from '../slices/sums.ts';
import { categoricalDefault } from '../stats/categoricalDefault.ts';
import { countInBins, quantileEdges } from '../stats/quantileBins.ts';
import { totalVariation } from '../stats/totalVariation.ts';

/** Whether the outcomes' own distribution changed. */
export interface LabelShift {
  readonly p: number;
  readonly rows: { readonly reference: number; readonly current: number };
  readonly mean: { readonly reference: number; readonly current: number };
  /** Mean outcome of current less that of the reference; of 0/1 outcomes, the difference of their rates with Newcombe's interval. */
  readonly change: Interval;
  /** Share of rows that moved: the difference of the rates of 0/1 outcomes, the total variation distance over the reference's deciles less noise. */
  readonly size: number;
}

function known(outcome: Float64Array): Float64Array {
  return outcome.filter(Number.isFinite);
}

function sumsOf(values: Float64Array, shift: number): Sums {
  const sums: { -readonly [K in keyof Sums]: number } = { ...noRows };
  for (const y of values) {
    sums.n++;
    sums.sum += y - shift;
    sums.squares += (y - shift) ** 2;
  }
  return sums;
}

/**
 * Tests whether outcomes are distributed differently in current: two proportions for 0/1 outcomes (exact where counts are small); for numbers
 * twice the smaller p of Welch's test of the means and of chi-square over the deciles of the reference.
 *
 * @param reference, current outcomes; NaN: unknown, left out.
 * @returns null with fewer than two known outcomes on a side.
 */
export function labelShift(reference: Float64Array, current: Float64Array, alpha = 0.05): LabelShift | null {
  const [was, now] = [known(reference), known(current)];
  if (was.length < 2 || now.length < 2) return null;
  const kind = lossKind(was);
  const binary = kind.binary && lossKind(now).binary;
  const shift = binary ? 0 : kind.mean;
  const [then, today] = [sumsOf(was, shift), sumsOf(now, shift)];
  const contrast = meansContrast([
    { sums: today, floor: 0 },
    { sums: then, floor: 0 },
  ]);
  const change = gapInterval(contrast, today, then, binary, alpha);
  const test = (): Pick<LabelShift, 'p' | 'size'> => {
    if (binary)
      return { p: categoricalDefault([then.sum, then.n - then.sum], [today.sum, today.n - today.sum]).p, size: Math.abs(change.value) };
    const edges = quantileEdges(was.sort(), 10);
    const [past, present] = [countInBins(was, edges), countInBins(now.sort(), edges)];
    const p = Math.min(1, 2 * Math.min(contrast.p, categoricalDefault(past, present).p));
    return { p, size: totalVariation(past, present).corrected };
  };
  return {
    ...test(),
    rows: { reference: then.n, current: today.n },
    mean: { reference: meanOf(then) + shift, current: meanOf(today) + shift },
    change,
  };
}
