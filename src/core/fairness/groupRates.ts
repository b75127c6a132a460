import { wilson } from '../stats/wilson.ts';
import type { GroupCounts } from './groupCounts.ts';

export type FairnessRate = 'selectionRate' | 'tpr' | 'fpr' | 'fnr' | 'precision' | 'accuracy';

/** x of n with Wilson's interval. */
export interface Rate {
  readonly x: number;
  readonly n: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
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

/** Selection rate, true and false positive rate, false negative rate, precision and accuracy of one group at confidence 1 − alpha. */
export function groupRates(counts: GroupCounts, alpha = 0.05): GroupRates {
  const of = fractions(counts);
  const rate = (name: FairnessRate): Rate | null => {
    const [x, n] = of[name];
    return n > 0 ? { x, n, value: x / n, ...wilson(x, n, alpha) } : null;
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
