import type { DuckDBDataChunk } from '@duckdb/node-api';
import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import type { CodedColumn } from '../../core/data/codedColumn.ts';
import { integers } from '../database/vectors.ts';
import { asText, type ColumnSql } from './columnSql.ts';
import type { Relation } from './relation.ts';

let made = 0;

/**
 * Reads columns as codes of their most frequent values, in file order: one pass a column to find the values, one over all to code the rows.
 * DuckDB codes them by an enumeration made from the column itself, so that no value travels back into a statement.
 */
export async function readCodes(
  relation: Relation,
  columns: readonly ColumnSql[],
  limit: number,
  signal: CancelSignal,
): Promise<readonly CodedColumn[]> {
  const types = columns.map(() => `codes_${made++}`);
  try {
    const values: (readonly string[])[] = [];
    for (const [i, column] of columns.entries()) values.push(await enumerate(relation, column, types[i]!, limit, signal));
    const codes = columns.map(() => new Int16Array(relation.rows));
    const selected = columns.map((column, i) => {
      const text = asText(column, column.value);
      if (values[i]!.length === 0) return `CASE WHEN ${text} IS NULL THEN -2 ELSE -1 END AS s${i}`;
      return `CASE WHEN ${text} IS NULL THEN -2 ELSE coalesce(CAST(enum_code(TRY_CAST(${text} AS ${types[i]})) AS INTEGER), -1) END AS s${i}`;
    });
    let row = 0;
    const receive = (chunk: DuckDBDataChunk): void => {
      for (let i = 0; i < codes.length; i++) codes[i]!.set(integers(chunk, i), row);
      row += chunk.rowCount;
    };
    if (columns.length > 0) await relation.streamAll(`SELECT ${selected.join(', ')} FROM ${relation.name}`, receive, signal);
    return columns.map(({ name }, i) => ({ name, values: values[i]!, codes: codes[i]! }));
  } finally {
    await relation.dropTypes(types);
  }
}

/** Makes the enumeration of the most frequent values of a column and returns them, most frequent first: their order is their code. */
async function enumerate(
  relation: Relation,
  column: ColumnSql,
  type: string,
  limit: number,
  signal: CancelSignal,
): Promise<readonly string[]> {
  const text = asText(column, column.value);
  const top = `${type}_top`;
  const most = Math.max(1, Math.floor(limit));
  try {
    // Counted once, for the type is made from a statement of its own.
    await relation.ask(
      `CREATE TABLE ${top} AS SELECT v, n FROM (SELECT ${text} AS v, count(*) AS n FROM ${relation.name} GROUP BY 1) WHERE v IS NOT NULL ORDER BY n DESC, v LIMIT ${most}`,
      signal,
    );
    const rows = await relation.ask(`SELECT v FROM ${top} ORDER BY n DESC, v`, signal);
    if (rows.length > 0) await relation.ask(`CREATE TYPE ${type} AS ENUM (SELECT v FROM ${top} ORDER BY n DESC, v)`, signal);
    return rows.map(({ v }) => String(v));
  } finally {
    await relation.dropTable(top);
  }
}
