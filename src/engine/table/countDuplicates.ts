import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import { type ColumnSql, isScalar } from './columnSql.ts';
import type { Relation } from './relation.ts';

/** Bytes of a distinct 64-bit hash in the reader's table, with its load factor. */
const bytesPerRow = 48;
/** Values hashed at most: some seconds of work. */
const mostValues = 2e9;

/** Rows that repeat an earlier one, by a 64-bit hash of all scalar columns (at 10 million rows a false repeat has a chance of 3e-6). Null when it would not fit `budgetBytes`. */
export async function countDuplicates(
  relation: Relation,
  columns: readonly ColumnSql[],
  budgetBytes: number,
  signal: CancelSignal,
): Promise<number | null> {
  const hashed = columns.filter(isScalar).map((column) => column.value);
  if (hashed.length === 0 || relation.rows * bytesPerRow > budgetBytes || relation.rows * hashed.length > mostValues) return null;
  const [row] = await relation.ask(
    `SELECT (count(*) - count(DISTINCT h))::DOUBLE AS n FROM (SELECT hash(${hashed.join(', ')}) AS h FROM ${relation.name})`,
    signal,
  );
  return Number(row?.n);
}
