import type { ColumnKind } from '../../core/data/columnKind.ts';

/** Kind of a DuckDB type by its name, as DESCRIBE prints it. */
export function kindOfType(type: string): ColumnKind {
  if (/\[\d*\]$|^(?:STRUCT|MAP|UNION|LIST|ARRAY|VARIANT)\b/.test(type)) return 'nested';
  if (/^(?:U?(?:TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|FLOAT|DOUBLE|DECIMAL|BIGNUM)/.test(type)) return 'number';
  if (type === 'BOOLEAN') return 'boolean';
  // Times of day and spans of time have an order and a distance: hours.
  if (isClock(type)) return 'number';
  if (/^(?:VARCHAR|JSON|UUID|ENUM)/.test(type)) return 'text';
  if (/^(?:DATE|TIMESTAMP)/.test(type)) return 'timestamp';
  return 'other';
}

/** Whether values of a DuckDB type are times of day or spans of time. */
export function isClock(type: string): boolean {
  return /^(?:TIME$|TIME WITH|TIME_NS|INTERVAL)/.test(type);
}
