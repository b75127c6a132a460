import type { ConfusionMatrix, ScoreCurves } from '../../../src/core/sections/performance/result.ts';
import type { PredictionsResult } from '../../../src/core/sections/predictions/result.ts';

/** Rows by truth and decision. */
export interface Counts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

/** The counts at one of the thresholds of the curves, by its place. */
export function countsAt({ thresholds }: ScoreCurves, at: number): Counts {
  return { tp: thresholds.tp[at]!, fp: thresholds.fp[at]!, fn: thresholds.fn[at]!, tn: thresholds.tn[at]! };
}

/** The confusion matrix of some counts, classes in the order of the report's own confusion matrix. */
export function matrixAt({ columns, classes }: PredictionsResult, { tp, fp, fn, tn }: Counts): ConfusionMatrix {
  const positive = columns.positive ?? classes[1] ?? '1';
  const negative = classes.find((name) => name !== positive) ?? '0';
  const positiveFirst = classes[0] === positive;
  const [found, alarms] = positiveFirst
    ? [
        [tp, fn],
        [fp, tn],
      ]
    : [
        [fn, tp],
        [tn, fp],
      ];
  return {
    labels: positiveFirst ? [positive, negative] : [negative, positive],
    others: 0,
    counts: positiveFirst ? [found!, alarms!] : [alarms!, found!],
  };
}
