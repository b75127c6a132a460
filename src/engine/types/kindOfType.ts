import type { ColumnKind } from '../../core/data/columnKind.ts';

/** Kind of a DuckDB type by its name, as DESCRIBE prints it. */
export function kindOfType(type: string): ColumnKind {
  if (/\[\d*\]$|^(?:STRUCT|MAP|UNION|LIST|ARRAY|VARIANT)\b/.test(type)) return 'nested';
  if (/^(?:U?(?:TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|FLOAT|DOUBLE|DECIMAL|BIGNUM)/.test(type)) return 'number';
  if (type === 'BOOLEAN') return 'boolean';
  if (/^(?:VARCHAR|JSON|UUID|ENUM|TIME$|TIME WITH|TIME_NS)/.test(type)) return 'text';
  if (/^(?:DATE|TIMESTAMP)/.test(type)) return 'timestamp';
  return 'other';
}
