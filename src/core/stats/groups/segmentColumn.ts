import type { BeyondSeen } from './beyondSeen.ts';

/** What one code of a segmenting column stands for. */
export type SegmentGroup =
  | { readonly kind: 'value'; readonly value: string }
  /** Numbers above `above` and up to `upTo`; null is no bound on that side. */
  | { readonly kind: 'range'; readonly above: number | null; readonly upTo: number | null }
  /** All categories outside the largest ones, `values` of them. */
  | { readonly kind: 'other'; readonly values: number }
  | { readonly kind: 'missing' };

/** A column as groups of rows: one code per row, an index into `groups`. */
export interface SegmentColumn {
  readonly name: string;
  readonly groups: readonly SegmentGroup[];
  readonly codes: Uint16Array;
}

/** The same column on both sides, with the same meaning of the codes. */
export interface SegmentPair {
  readonly reference: SegmentColumn;
  readonly current: SegmentColumn;
  /** Rows of current whose value reference has never seen; null when they are few, or not looked for. */
  readonly beyond?: BeyondSeen | null;
}

/** A group of rows: one condition, or two of different columns that must both hold. */
export interface SliceKey {
  /** Index of the column among the columns given, and of the group in it. */
  readonly conditions: readonly { readonly column: number; readonly group: number }[];
}
