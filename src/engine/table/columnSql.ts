import type { ColumnKind } from '../../core/data/columnKind.ts';

/** A column with its type settled: how to ask for its values. */
export interface ColumnSql {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly physicalType: string;
  /** SQL of the typed value within the relation. */
  readonly value: string;
  /** Values may be NaN or infinite. */
  readonly floating: boolean;
  /** SQL condition: there was a value that could not be read as this type; null when that cannot be. */
  readonly bad: string | null;
}

/** SQL of a value as a DOUBLE: booleans 0 and 1, times epoch milliseconds. `sql` stands for the column's typed value. */
export function asNumber(kind: ColumnKind, sql: string): string {
  switch (kind) {
    case 'number':
      return `CAST(${sql} AS DOUBLE)`;
    case 'boolean':
      return `CAST(CAST(${sql} AS INTEGER) AS DOUBLE)`;
    case 'timestamp':
      return `CAST(epoch_ms(${sql}) AS DOUBLE)`;
    default:
      return 'CAST(NULL AS DOUBLE)';
  }
}

/** SQL of a value as text, the same for a number whatever type holds it: `3`, never `3.0` or `-0`; NaN is null. */
export function asText(column: Pick<ColumnSql, 'kind' | 'floating'>, sql: string): string {
  if (column.kind === 'text') return sql;
  if (column.kind === 'nested' || column.kind === 'other') return 'CAST(NULL AS VARCHAR)';
  if (!column.floating) return `CAST(${sql} AS VARCHAR)`;
  // Beyond 2^53 a double no longer tells whole numbers apart: its own spelling is as good.
  return `CASE WHEN isnan(${sql}) THEN NULL WHEN abs(${sql}) < 9007199254740992 AND ${sql} = trunc(${sql}) THEN CAST(CAST(${sql} AS BIGINT) AS VARCHAR) ELSE CAST(${sql} AS VARCHAR) END`;
}

/** SQL of a value with NaN as null, for counting distinct values. */
export function withoutNan(column: Pick<ColumnSql, 'floating'>, sql: string): string {
  return column.floating ? `CASE WHEN isnan(${sql}) THEN NULL ELSE ${sql} END` : sql;
}

/** True when the column has scalar values (it is not merely listed). */
export function isScalar(column: Pick<ColumnSql, 'kind'>): boolean {
  return column.kind !== 'nested' && column.kind !== 'other';
}
