import { type DuckDBDataChunk, DuckDBListVector } from '@duckdb/node-api';
import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import type { RowKey } from '../../core/data/rowKey.ts';
import type { ValueCounts } from '../../core/data/valueCounts.ts';
import { doubles, doublesOf, integers, integersOf } from '../database/vectors.ts';
import { asText, type ColumnSql } from './columnSql.ts';
import { GatheredCounts } from './gatheredCounts.ts';
import { groupedByEach } from './groupedByEach.ts';
import type { Relation } from './relation.ts';
import { bucketSql, groupSql } from './rowKeySql.ts';

/** Columns of one statement: planning costs time per column of the relation, but each column counted takes some megabytes for its table. */
export const columnsPerQuery = 12;

/**
 * Counts the values of columns that have few of them, all in one pass over the rows: a grouping set per column costs about 8 ns a value, a
 * statement per column twice that and its planning. The counts of all of them are held at once.
 */
export async function countFewValues(
  relation: Relation,
  columns: readonly ColumnSql[],
  key: RowKey,
  limit: number,
  signal: CancelSignal,
): Promise<readonly ValueCounts[]> {
  const counts: ValueCounts[] = [];
  for (let start = 0; start < columns.length; start += columnsPerQuery)
    counts.push(...(await countTogether(relation, columns.slice(start, start + columnsPerQuery), key, limit, signal)));
  return counts;
}

async function countTogether(
  relation: Relation,
  columns: readonly ColumnSql[],
  key: RowKey,
  limit: number,
  signal: CancelSignal,
): Promise<readonly ValueCounts[]> {
  const sql = statement(relation, columns, key);
  const found = columns.map(() => new GatheredCounts(limit));
  const receive = (chunk: DuckDBDataChunk): void => {
    const place = integers(chunk, 0);
    const text = chunk.getColumnVector(1);
    const total = doubles(chunk, 2);
    const cells = chunk.columnCount > 3 ? listsOf(chunk) : null;
    for (let i = 0; i < chunk.rowCount; i++) {
      const of = found[place[i] as number] as GatheredCounts;
      const value = text.getItem(i);
      const code = of.addValue(value === null ? null : String(value));
      if (cells === null) of.addCell(code, 0, 0, total[i] as number);
      else cells(i, (bucket, group, count) => of.addCell(code, bucket, group, count));
    }
  };
  await relation.stream(sql, receive, signal);
  // Same guard as for rows: a stream that failed ends without a word.
  for (const { rows } of found) if (rows !== relation.rows) await relation.failShort(sql, rows, signal);
  return found.map(({ result }) => result);
}

/** Rows `i` (the column's place), `v` (text), `n` (rows with it), most frequent first; with a key lists of its buckets, groups and counts. */
function statement(relation: Relation, columns: readonly ColumnSql[], key: RowKey): string {
  const { from, rowIndex } = key.rows === undefined ? { from: relation.name, rowIndex: '0' } : relation.indexed;
  const bucket = bucketSql(key, relation.find, rowIndex);
  const group = groupSql(key, relation.find);
  const keyed = bucket !== null || group !== null;
  const keys = [
    { name: 'b', sql: `CAST(${bucket ?? '0'} AS INTEGER)` },
    { name: 'g', sql: `CAST(${group ?? '0'} AS INTEGER)` },
  ];
  const grouped = groupedByEach(
    columns.map((column) => asText(column, column.value)),
    keyed ? keys : [],
    from,
  );
  if (!keyed) return `SELECT i, v, n FROM (${grouped}) ORDER BY i, n DESC, v`;
  return `SELECT i, v, sum(n) AS total, list(b) AS bs, list(g) AS gs, list(n) AS ns FROM (${grouped}) GROUP BY i, v ORDER BY i, total DESC, v`;
}

/** Goes over the lists of buckets, groups and counts of row `i`. */
function listsOf(chunk: DuckDBDataChunk): (i: number, each: (bucket: number, group: number, count: number) => void) => void {
  const list = (column: number): DuckDBListVector => {
    const vector = chunk.getColumnVector(column);
    if (!(vector instanceof DuckDBListVector)) throw new Error(`Column ${column} is not a list.`);
    return vector;
  };
  const [buckets, groups, counts] = [list(3), list(4), list(5)];
  const [bucket, group, count] = [integersOf(buckets.childVector), integersOf(groups.childVector), doublesOf(counts.childVector)];
  return (i, each) => {
    const [b, g, n] = [buckets.getEntryOffset(i), groups.getEntryOffset(i), counts.getEntryOffset(i)];
    for (let k = 0; k < counts.getEntryLength(i); k++) each(bucket[b + k] as number, group[g + k] as number, count[n + k] as number);
  };
}
