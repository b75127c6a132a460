import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import type { ColumnProfile } from '../../core/data/columnProfile.ts';
import { type ColumnSql, isScalar } from './columnSql.ts';
import type { Relation } from './relation.ts';

/** Bytes of a distinct 64-bit hash in the reader's table, with its load factor. */
const bytesPerRow = 48;
/** Values hashed at most: some seconds of work. */
const mostValues = 2e9;

/** Columns that are tried alone first: rows that differ in them differ. */
const mostTelling = 3;

/**
 * Rows that repeat an earlier one, by a 64-bit hash of all scalar columns (at 10 million rows a false repeat has a chance of 3e-6). Null when it would
 * not fit `budgetBytes`. With the columns' profiles, those of most distinct values are looked at first: where they already tell all rows apart there
 * is nothing to repeat, and the other columns are not read.
 */
export async function countDuplicates(
  relation: Relation,
  columns: readonly ColumnSql[],
  profiles: readonly ColumnProfile[] | null,
  budgetBytes: number,
  signal: CancelSignal,
): Promise<number | null> {
  const scalar = columns.filter(isScalar);
  if (scalar.length === 0) return null;
  const byName = new Map(profiles?.map((profile) => [profile.name, profile]));
  const distinct = ({ name }: ColumnSql): number => byName.get(name)?.distinct ?? 0;
  const unique = scalar.some((column) => byName.get(column.name)?.distinctExact === true && distinct(column) === relation.rows);
  if (unique) return 0;
  if (relation.rows * bytesPerRow > budgetBytes || relation.rows * scalar.length > mostValues) return null;
  const telling = [...scalar].sort((a, b) => distinct(b) - distinct(a)).slice(0, mostTelling);
  if (profiles !== null && scalar.length > 2 * mostTelling && (await countRepeats(relation, telling, signal)) === 0) return 0;
  return countRepeats(relation, scalar, signal);
}

async function countRepeats(relation: Relation, columns: readonly ColumnSql[], signal: CancelSignal): Promise<number> {
  const hashed = columns.map((column) => column.value);
  const [row] = await relation.ask(
    `SELECT (count(*) - count(DISTINCT h))::DOUBLE AS n FROM (SELECT hash(${hashed.join(', ')}) AS h FROM ${relation.name})`,
    signal,
  );
  return Number(row?.n);
}
