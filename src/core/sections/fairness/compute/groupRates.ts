import type { BlockedSide } from '../../../stats/blocks/blockEffect.ts';
import { blockedInterval } from '../../../stats/blocks/blockedInterval.ts';
import { wilson } from '../../../stats/intervals/wilson.ts';
import type { GroupCounts } from './groupCounts.ts';

export type FairnessRate = 'selectionRate' | 'tpr' | 'fpr' | 'fnr' | 'precision' | 'accuracy';

/** x of n with Wilson's interval; where rows go together by block, with that of blocks. */
export interface Rate {
  readonly x: number;
  readonly n: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Whether the interval takes rows of a block together; and x and n by block, where rows have blocks. */
  readonly byBlock?: boolean;
  readonly blocks?: readonly (readonly [x: number, n: number])[] | undefined;
}

/** Rates of one group; null where the denominator is empty (a group without positives has no true positive rate). */
export type GroupRates = Readonly<Record<FairnessRate, Rate | null>>;

/** Numerator and denominator of every rate. */
export function fractions({ tp, fp, fn, tn, n, selected }: GroupCounts): Record<FairnessRate, readonly [x: number, n: number]> {
  return {
    selectionRate: [selected, n],
    tpr: [tp, tp + fn],
    fpr: [fp, fp + tn],
    fnr: [fn, tp + fn],
    precision: [tp, tp + fp],
    accuracy: [tp + tn, tp + fp + fn + tn],
  };
}

/** A rate as a mean over its rows, by block; null where rows have no blocks. */
export function rateSide({ n, value, blocks }: Rate): BlockedSide | null {
  if (blocks === undefined) return null;
  const sums = Float64Array.from(blocks, ([x, rows]) => (x - value * rows) / n);
  return { byRows: (value * (1 - value)) / n, sums, rows: Float64Array.from(blocks, ([, rows]) => rows) };
}

/** Selection rate, true and false positive rate, false negative rate, precision and accuracy of one group at confidence 1 − alpha. */
export function groupRates(counts: GroupCounts, alpha = 0.05): GroupRates {
  const of = fractions(counts);
  const byBlock = counts.blocks?.map(fractions);
  const rate = (name: FairnessRate): Rate | null => {
    const [x, n] = of[name];
    if (!(n > 0)) return null;
    const found = { x, n, value: x / n, ...wilson(x, n, alpha), blocks: byBlock?.map((block) => block[name]) };
    const side = rateSide(found);
    const days = side === null ? null : blockedInterval(found.value, side, null, true, alpha);
    return days === null ? found : { ...found, ...days, byBlock: true };
  };
  return {
    selectionRate: rate('selectionRate'),
    tpr: rate('tpr'),
    fpr: rate('fpr'),
    fnr: rate('fnr'),
    precision: rate('precision'),
    accuracy: rate('accuracy'),
  };
}
