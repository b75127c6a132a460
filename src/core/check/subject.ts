/** What a condition of a slice says: a column and one value or range of it. */
export interface SliceCondition {
  readonly column: string;
  readonly group:
    | { readonly kind: 'value'; readonly value: string }
    | { readonly kind: 'range'; readonly above: number | null; readonly upTo: number | null }
    | { readonly kind: 'other'; readonly values: number }
    | { readonly kind: 'missing' };
}
