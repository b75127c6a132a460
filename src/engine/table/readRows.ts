import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import type { RowQuery, RowsPage } from '../../core/data/rowsPage.ts';
import type { ColumnSql } from './columnSql.ts';
import type { Relation } from './relation.ts';
import { rowCondition } from './rowCondition.ts';
import { shownText } from './shownText.ts';

/** Bounds of a page: a page is read by people. */
const mostRows = 100;
const mostColumns = 50;

/**
 * Reads a page of rows behind a selection, in file order: first which rows (one pass over the columns of the condition), then only their
 * values.
 */
export async function readRows(relation: Relation, query: RowQuery, signal: CancelSignal): Promise<RowsPage> {
  const column = relation.find(query.column);
  const shown = [column, ...relation.columns.filter((other) => other !== column)].slice(0, mostColumns);
  const { from, rowIndex } = relation.indexed;
  const { sql, texts } = rowCondition(query, column, relation.find, rowIndex);
  const matching = `FROM ${from} WHERE ${sql}`;
  const [count] = await relation.ask(`SELECT count(*)::DOUBLE AS n ${matching}`, signal, texts);
  const offset = Math.max(0, Math.floor(query.offset));
  const limit = Math.min(mostRows, Math.max(0, Math.floor(query.limit)));
  const found = await relation.ask(
    `SELECT CAST(${rowIndex} AS DOUBLE) AS i ${matching} ORDER BY ${rowIndex} LIMIT ${limit} OFFSET ${offset}`,
    signal,
    texts,
  );
  const indices = found.map((row) => Number(row.i));
  return {
    columns: shown.map(({ name }) => name),
    rows: await valuesOf(relation, shown, indices, signal),
    rowNumbers: indices.map((i) => i + 1),
    total: Number(count?.n ?? 0),
  };
}

async function valuesOf(
  relation: Relation,
  columns: readonly ColumnSql[],
  indices: readonly number[],
  signal: CancelSignal,
): Promise<readonly (readonly (string | null)[])[]> {
  if (indices.length === 0) return [];
  const { from, rowIndex } = relation.indexed;
  const values = columns.map((column, i) => `${shownText(column)} AS v${i}`);
  const rows = await relation.ask(
    `SELECT ${values.join(', ')} FROM ${from} WHERE ${rowIndex} IN (${indices.join(', ')}) ORDER BY ${rowIndex}`,
    signal,
  );
  return rows.map((row) => columns.map((_, i) => (typeof row[`v${i}`] === 'string' ? String(row[`v${i}`]) : null)));
}
