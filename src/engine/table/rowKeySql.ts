import { DataError } from '../../core/data/dataError.ts';
import { noBucket, type RowKey } from '../../core/data/rowKey.ts';
import { asNumber, asText, type ColumnSql } from './columnSql.ts';

/** SQL of the epoch milliseconds that time buckets are made of; null when the key has no time. */
export function timeSql(key: RowKey, find: (name: string) => ColumnSql): string | null {
  if (key.time === undefined) return null;
  const column = find(key.time.column);
  if (column.kind !== 'timestamp') throw new DataError('not_a_timestamp', { column: column.name, found: column.kind });
  return asNumber('timestamp', column.value);
}

/**
 * SQL of the group of a row, an INTEGER; null when the key has no group. Hash of the value's text, so that types of the two sides do not matter; beside
 * buckets of rows the bucket of its time.
 */
export function groupSql(key: RowKey, find: (name: string) => ColumnSql): string | null {
  if (key.group === undefined) return key.rows === undefined ? null : timeBucketSql(key, find);
  const column = find(key.group.column);
  const text =
    column.kind === 'timestamp' ? asText({ kind: 'number', floating: false }, `epoch_ms(${column.value})`) : asText(column, column.value);
  return `CASE WHEN ${text} IS NULL THEN -1 ELSE CAST(hash(${text}) % ${Math.floor(key.group.buckets)} AS INTEGER) END`;
}

/** Bucket of a time, as `bucketSql` has it. */
export function timeBucket(milliseconds: number, unitMs: number): number {
  const bucket = Math.floor(milliseconds / unitMs);
  return bucket >= -2147483647 && bucket <= 2147483647 ? bucket : noBucket;
}

/** SQL of the bucket of a row, an INTEGER; null when the key has none. `rowIndex` is SQL of the row's index in file order. */
export function bucketSql(key: RowKey, find: (name: string) => ColumnSql, rowIndex: string): string | null {
  return key.rows === undefined ? timeBucketSql(key, find) : `CAST(${rowIndex} // ${Math.floor(key.rows.size)} AS INTEGER)`;
}

function timeBucketSql(key: RowKey, find: (name: string) => ColumnSql): string | null {
  const time = timeSql(key, find);
  return time === null ? null : `coalesce(TRY_CAST(floor(${time} / ${key.time?.unitMs}) AS INTEGER), ${noBucket})`;
}
