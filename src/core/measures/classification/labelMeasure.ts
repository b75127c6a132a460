import type { MeasureDefinition } from '../definition.ts';
import type { Measure, UndefinedReason } from '../measure.ts';
import type { UncertaintyOptions } from '../uncertainty.ts';
import type { ConfusionCounts } from './confusionCounts.ts';

/** What measures of predicted labels take beside the counts. */
export interface LabelContext {
  /** Position of the positive class; of several classes none is asked for it. */
  readonly positive: number;
  /** How many times as much recall counts in F_β. */
  readonly beta: number;
  /** Classes that averages over classes take in, as `averageOverClasses`. */
  readonly over: 'seen' | 'true';
}

/** A measure of predicted labels: a function of their counts, so that one pass over the rows serves all, resampled and with a block left out. */
export interface LabelMeasure {
  readonly definition: MeasureDefinition;
  /** Its cut-off, of one that has one. */
  at?(context: LabelContext): number;
  of(counts: ConfusionCounts, context: LabelContext): number | null;
  /** It is a share, with Wilson's interval: hits of how many rows, and why there is none without such rows. */
  readonly share?: {
    of(counts: ConfusionCounts, context: LabelContext): readonly [hits: number, rows: number];
    readonly none: UndefinedReason;
  };
  /** It has an interval of its own. Absent, as `share`: the bootstrap of the counts. */
  measured?(counts: ConfusionCounts, options: UncertaintyOptions): Measure;
  /** Why it can have no value though there are rows; absent: there are no positives. */
  readonly none?: UndefinedReason;
}
