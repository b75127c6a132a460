import type { SliceCondition } from '../../check/subject.ts';

export interface SliceRow {
  readonly conditions: readonly SliceCondition[];
  readonly n: number;
  readonly share: number;
  /** The measure in the slice and in the rest. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly rest: number;
  /** In the same slice of reference; null without one. */
  readonly reference: number | null;
  readonly p: number;
  readonly adjustedP: number;
  /** Share of the whole error that would vanish if the slice were as good as the rest. */
  readonly impact: number;
}

export interface Slices {
  /** What was searched: share of wrong rows, mean absolute error, mean loss. */
  readonly measure: 'error_rate' | 'absolute_error' | 'log_loss';
  readonly overall: number;
  readonly columns: readonly string[];
  readonly tested: number;
  /** Those that hold most of the loss beyond their share of the rows first: where most harm is done. */
  readonly worst: readonly SliceRow[];
  /** Position in `worst` of the slice whose loss is largest for certain (by its interval's lower end); null when there is none. */
  readonly highest: number | null;
  /** Got worse, and by more than the rest; empty without a reference. */
  readonly fallen: readonly SliceRow[];
  /** The measure by every group of each column, for the picture. */
  readonly bySegment: readonly {
    readonly column: string;
    readonly rows: readonly {
      readonly condition: SliceCondition;
      readonly n: number;
      readonly value: number | null;
      readonly low: number | null;
      readonly high: number | null;
      readonly reference: number | null;
    }[];
  }[];
}
