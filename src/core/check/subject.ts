/** What a condition of a slice says: a column and one value or range of it. */
export interface SliceCondition {
  readonly column: string;
  readonly group:
    | { readonly kind: 'value'; readonly value: string }
    | { readonly kind: 'range'; readonly above: number | null; readonly upTo: number | null }
    | { readonly kind: 'other'; readonly values: number }
    | { readonly kind: 'missing' };
}

/** What a number is about: everything that is null or empty is the whole. */
export interface Subject {
  readonly kind: 'dataset' | 'column' | 'slice' | 'model';
  readonly column: string | null;
  readonly slice: readonly SliceCondition[];
  /** Index into `Report.time.chunks`. */
  readonly chunk: number | null;
}
