import type { DuckDBDataChunk } from '@duckdb/node-api';
import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import type { RowKey } from '../../core/data/rowKey.ts';
import type { ValueCounts } from '../../core/data/valueCounts.ts';
import { doubles, integers } from '../database/vectors.ts';
import { asText, type ColumnSql } from './columnSql.ts';
import { countFewValues } from './countFewValues.ts';
import type { Relation } from './relation.ts';
import { bucketSql, groupSql } from './rowKeySql.ts';

/** With more values than this it is cheaper to look their ranks up than to group rows by texts. */
export const manyValues = 1000;

let made = 0;

/** Counts values per bucket and group: once over the column to find the most frequent values, once to count by them. */
export async function countValues(
  relation: Relation,
  column: ColumnSql,
  key: RowKey,
  limit: number,
  signal: CancelSignal,
): Promise<ValueCounts> {
  const text = asText(column, column.value);
  const most = Math.max(1, Math.floor(limit));
  // Kept as a table instead of sent back as text: values may be long and hostile.
  const top = `top_values_${made++}`;
  try {
    await relation.ask(
      `CREATE TABLE ${top} AS WITH grouped AS MATERIALIZED (SELECT ${text} AS v, count(*) AS n FROM ${relation.name} GROUP BY 1)
        SELECT v, n, (SELECT count(v) FROM grouped)::DOUBLE AS distinct_values FROM grouped WHERE v IS NOT NULL ORDER BY n DESC, v LIMIT ${most}`,
      signal,
    );
    const ranked = await relation.ask(`SELECT v, distinct_values FROM ${top} ORDER BY n DESC, v`, signal);
    const distinct = Number(ranked[0]?.distinct_values ?? 0);
    if (distinct <= manyValues) return (await countFewValues(relation, [column], key, limit, signal))[0] as ValueCounts;
    const values = ranked.map((row) => String(row.v));
    return { values, ...(await countRanked(relation, text, top, key, signal)), distinct };
  } finally {
    await relation.dropTable(top);
  }
}

/** Rows by the rank of their value in the table `top` (-1 for the rest, -2 for null), bucket and group. */
async function countRanked(
  relation: Relation,
  text: string,
  top: string,
  key: RowKey,
  signal: CancelSignal,
): Promise<Pick<ValueCounts, 'value' | 'bucket' | 'group' | 'count'>> {
  const { from, rowIndex } = relation.indexed;
  const bucket = bucketSql(key, relation.find, rowIndex) ?? '0';
  const group = groupSql(key, relation.find) ?? '0';
  const sql = `WITH ranked AS MATERIALIZED (SELECT v, CAST(row_number() OVER (ORDER BY n DESC, v) - 1 AS INTEGER) AS i FROM ${top})
    SELECT CASE WHEN rows.v IS NULL THEN -2 ELSE coalesce(ranked.i, -1) END AS i, b, g, CAST(count(*) AS DOUBLE) AS n
    FROM (SELECT ${text} AS v, CAST(${bucket} AS INTEGER) AS b, CAST(${group} AS INTEGER) AS g FROM ${from}) AS rows
    LEFT JOIN ranked ON rows.v = ranked.v GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
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
  const of = (pick: (part: (typeof parts)[number]) => Int32Array): Int32Array => joined(parts.map(pick), Int32Array);
  return { value: of((part) => part.value), bucket: of((part) => part.bucket), group: of((part) => part.group), count };
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
