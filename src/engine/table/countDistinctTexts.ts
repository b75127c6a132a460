import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import type { ColumnSql } from './columnSql.ts';
import { columnsPerQuery } from './countFewValues.ts';
import { groupedByEach } from './groupedByEach.ts';
import type { Relation } from './relation.ts';

/**
 * Distinct non-null values of columns of texts: a grouping set per column costs a fraction of a `count(DISTINCT)` each. The 64-bit hashes are grouped
 * and not the texts, which may be of any length and are held for all columns of a statement at once; two of 20,000 texts share a hash with a
 * probability of 1e-11.
 */
export async function countDistinctTexts(
  relation: Relation,
  columns: readonly ColumnSql[],
  signal: CancelSignal,
): Promise<readonly number[]> {
  const found: number[] = [];
  for (let start = 0; start < columns.length; start += columnsPerQuery) {
    const part = columns.slice(start, start + columnsPerQuery);
    const grouped = groupedByEach(
      part.map(({ value }) => `CASE WHEN ${value} IS NOT NULL THEN hash(${value}) END`),
      [],
      relation.name,
    );
    const counts = await relation.ask(`SELECT i, count(v)::DOUBLE AS d FROM (${grouped}) GROUP BY i`, signal);
    const byPlace = new Map(counts.map(({ i, d }) => [Number(i), Number(d)]));
    found.push(...part.map((_, i) => byPlace.get(i) ?? 0));
  }
  return found;
}
