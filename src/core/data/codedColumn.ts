/** A column read row by row as codes of its most frequent values. */
export interface CodedColumn {
  readonly name: string;
  /** The most frequent non-null values as text, most frequent first (ties in text order). */
  readonly values: readonly string[];
  /** One code a row in file order: index into `values`, -1 for a value beyond them, -2 for null. */
  readonly codes: Int16Array;
}
