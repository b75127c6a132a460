/** What the values of a column are, after reading. `nested` (struct, list, map) and `other` (blob, …) are named in the report and skipped. */
export type ColumnKind = 'number' | 'boolean' | 'text' | 'timestamp' | 'nested' | 'other';
