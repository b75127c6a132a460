import type { ColumnKind } from '../../core/data/columnKind.ts';
import type { RawColumn } from '../rawTable.ts';
import { asText, type ColumnSql } from '../table/columnSql.ts';
import { type Reading, readingOfKind, readText } from './reading.ts';

const floatingType = /^(?:FLOAT|DOUBLE|DECIMAL)/;

/** The column as it stands. Decimals become doubles, so that one spelling of a number is enough. */
export function asIs(raw: RawColumn): ColumnSql {
  const floating = raw.kind === 'number' && floatingType.test(raw.type);
  const value = raw.type.startsWith('DECIMAL') ? `CAST(${raw.sql} AS DOUBLE)` : raw.sql;
  return { name: raw.name, kind: raw.kind, physicalType: raw.physicalType, value, floating, bad: raw.bad };
}

/** The column's texts read so. */
export function asRead(raw: RawColumn, reading: Reading): ColumnSql {
  const value = readText(raw.sql, reading);
  const floating = reading.kind === 'number' && !reading.whole;
  return {
    name: raw.name,
    kind: reading.kind,
    physicalType: reading.kind === 'number' && reading.clock === true ? 'time' : raw.physicalType,
    value,
    floating,
    bad: `${raw.sql} IS NOT NULL AND ${value} IS NULL`,
  };
}

/**
 * The column as another kind, or null when its values have no such reading. `forced` also allows what only a person can know: numbers as
 * times (seconds, milli-, micro- or nanoseconds by their size) and anything as text.
 */
export function asKind(raw: RawColumn, kind: ColumnKind, reading: Reading | null, forced: boolean): ColumnSql | null {
  if (raw.kind === kind) return asIs(raw);
  if (raw.kind === 'text') {
    const chosen = reading ?? readingOfKind(kind);
    return chosen === null ? null : asRead(raw, chosen);
  }
  const own = asIs(raw);
  const with_ = (value: string, floating = false): ColumnSql => ({
    name: raw.name,
    kind,
    physicalType: raw.physicalType,
    value,
    floating,
    bad: raw.bad === null ? `${raw.sql} IS NOT NULL AND ${value} IS NULL` : `(${raw.bad} OR (${raw.sql} IS NOT NULL AND ${value} IS NULL))`,
  });
  if (raw.kind === 'number' && kind === 'boolean') return with_(`CASE WHEN ${raw.sql} IN (0, 1) THEN ${raw.sql} = 1 END`);
  if (raw.kind === 'boolean' && kind === 'number') return with_(`CAST(CAST(${raw.sql} AS INTEGER) AS DOUBLE)`, true);
  if (forced && kind === 'text' && raw.kind !== 'nested' && raw.kind !== 'other') return with_(asText(own, own.value));
  if (forced && raw.kind === 'number' && kind === 'timestamp') return with_(epochTime(own.value));
  return null;
}

/** A column without any value, as a column of the other side's kind. */
export function allNull(raw: RawColumn, like: ColumnSql): ColumnSql {
  const types: Partial<Record<ColumnKind, string>> = { number: 'DOUBLE', boolean: 'BOOLEAN', text: 'VARCHAR', timestamp: 'TIMESTAMP' };
  const value = `CAST(NULL AS ${types[like.kind] ?? 'VARCHAR'})`;
  return { name: raw.name, kind: like.kind, physicalType: raw.physicalType, value, floating: like.kind === 'number', bad: raw.bad };
}

/** 1e11 seconds are the year 5138, 1e11 milliseconds March 1973: sizes do not overlap for times since then. */
function epochTime(sql: string): string {
  const x = `CAST(${sql} AS DOUBLE)`;
  const scale = `CASE WHEN abs(${x}) < 1e11 THEN 1e6 WHEN abs(${x}) < 1e14 THEN 1e3 WHEN abs(${x}) < 1e17 THEN 1 ELSE 1e-3 END`;
  return `make_timestamp(TRY_CAST(${x} * ${scale} AS BIGINT))`;
}
