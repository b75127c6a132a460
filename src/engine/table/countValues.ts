import type { DuckDBDataChunk } from '@duckdb/node-api';
import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import type { RowKey, ValueCounts } from '../../core/data/table.ts';
import { doubles, integers } from '../database/vectors.ts';
import { asText, type ColumnSql } from './columnSql.ts';
import { countFewValues } from './countFewValues.ts';
import type { Relation } from './relation.ts';
import { bucketSql, groupSql } from './rowKeySql.ts';

/** With more values than this it is cheaper to look their ranks up than to group rows by texts. */
export const manyValues = 1000;

/** Counts values per bucket and group: once over the column to find the most frequent values, once to count by them. */
export async function countValues(
  relation: Relation,
  column: ColumnSql,
  key: RowKey,
  limit: number,
  signal: CancelSignal,
): Promise<ValueCounts> {
  const text = asText(column, column.value);
  const top = await relation.ask(
    `SELECT v, count(*) OVER ()::DOUBLE AS distinct_values FROM (SELECT ${text} AS v, count(*) AS n FROM ${relation.name} GROUP BY 1) WHERE v IS NOT NULL ORDER BY n DESC, v LIMIT ${Math.max(1, Math.floor(limit))}`,
    signal,
  );
  const distinct = Number(top[0]?.distinct_values ?? 0);
  if (distinct <= manyValues) return (await countFewValues(relation, [column], key, limit, signal))[0] as ValueCounts;
  const values = top.slice(0, limit).map((row) => String(row.v));
  const { from, rowIndex } = relation.indexed;
  const bucket = bucketSql(key, relation.find, rowIndex) ?? '0';
  const group = groupSql(key, relation.find) ?? '0';
  const rows = `(SELECT ${text} AS v, CAST(${bucket} AS INTEGER) AS b, CAST(${group} AS INTEGER) AS g FROM ${from})`;
  const sql = rankedFirst(relation, text, rows, values.length);
  const parts: { value: Int32Array; bucket: Int32Array; group: Int32Array; count: Float64Array }[] = [];
  const receive = (chunk: DuckDBDataChunk): void => {
    parts.push({ value: integers(chunk, 0), bucket: integers(chunk, 1), group: integers(chunk, 2), count: doubles(chunk, 3) });
  };
  await relation.stream(sql, receive, signal);
  const count = joined(
    parts.map((part) => part.count),
    Float64Array,
  );
  const total = count.reduce((sum, n) => sum + n, 0);
  // Same guard as for rows: a stream that failed ends without a word.
  if (total !== relation.rows) await relation.failShort(sql, total, signal);
  return {
    values,
    value: joined(
      parts.map((part) => part.value),
      Int32Array,
    ),
    bucket: joined(
      parts.map((part) => part.bucket),
      Int32Array,
    ),
    group: joined(
      parts.map((part) => part.group),
      Int32Array,
    ),
    count,
    distinct,
  };
}

/**
 * Ranks the values, then groups rows by rank, bucket and group: two passes, but no texts are grouped by bucket. The list is asked for again
 * within the statement instead of sent back as text: values may be long and hostile.
 */
function rankedFirst(relation: Relation, text: string, rows: string, limit: number): string {
  return `WITH ranked AS MATERIALIZED (SELECT v, CAST(row_number() OVER (ORDER BY n DESC, v) - 1 AS INTEGER) AS i FROM (SELECT ${text} AS v, count(*) AS n FROM ${relation.name} GROUP BY 1) WHERE v IS NOT NULL ORDER BY n DESC, v LIMIT ${limit})
    SELECT CASE WHEN rows.v IS NULL THEN -2 ELSE coalesce(ranked.i, -1) END AS i, b, g, CAST(count(*) AS DOUBLE) AS n
    FROM ${rows} AS rows LEFT JOIN ranked ON rows.v = ranked.v GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
}

function joined<T extends Int32Array | Float64Array>(parts: readonly T[], Type: new (length: number) => T): T {
  const all = new Type(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
