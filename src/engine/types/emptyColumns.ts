import type { OpenContext } from '../openContext.ts';
import type { RawColumn, RawTable } from '../rawTable.ts';

const columnsPerQuery = 200;

/** Names of those columns that have no value at all. */
export async function emptyColumns(
  table: RawTable,
  columns: readonly RawColumn[],
  { database, signal }: OpenContext,
): Promise<ReadonlySet<string>> {
  const empty = new Set<string>();
  for (let start = 0; start < columns.length; start += columnsPerQuery) {
    const part = columns.slice(start, start + columnsPerQuery);
    const [row] = await database.rows(
      `SELECT ${part.map(({ sql }, i) => `count(${sql})::DOUBLE AS n${i}`).join(', ')} FROM ${table.relation}`,
      signal,
    );
    part.forEach(({ name, kind }, i) => {
      if (kind !== 'nested' && Number(row?.[`n${i}`]) === 0) empty.add(name);
    });
  }
  return empty;
}
