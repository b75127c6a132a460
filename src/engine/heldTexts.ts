import type { OpenContext } from './openContext.ts';
import type { RawColumn, RawTable } from './rawTable.ts';
import { quoteTexts } from './sql/quote.ts';
import type { ColumnSql } from './table/columnSql.ts';

const columnsPerQuery = 100;

/**
 * Texts that one side holds as values of a column of texts though delimited text is read as missing where it has them (`NA` for Namibia, `None` for no
 * garage), with blanks around them or not; by column. One pass over the columns of texts that both sides have.
 */
export async function heldTexts(
  sides: readonly [RawTable, RawTable],
  { database, signal, nullValues }: OpenContext,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const spelled = nullValues.filter((text) => text !== '');
  const longest = 2 + Math.max(0, ...spelled.map((text) => text.length));
  const held = new Map<string, Set<string>>();
  if (spelled.length === 0) return new Map();
  const textNames = sides.map(({ columns }) => new Set(columns.filter(({ kind }) => kind === 'text').map(({ name }) => name)));
  for (const table of sides) {
    const columns = table.columns.filter(({ name }) => textNames.every((names) => names.has(name)));
    for (let start = 0; start < columns.length; start += columnsPerQuery) {
      const part = columns.slice(start, start + columnsPerQuery);
      const lists = part.map(
        ({ sql }, i) =>
          `list(DISTINCT trim(${sql})) FILTER (WHERE length(${sql}) <= ${longest} AND trim(${sql}) IN (SELECT unnest(${quoteTexts(spelled)}))) AS h${i}`,
      );
      const [row] = await database.rows(`SELECT ${lists.join(', ')} FROM ${table.relation}`, signal);
      part.forEach(({ name }, i) => {
        const texts = row?.[`h${i}`];
        if (Array.isArray(texts)) held.set(name, new Set([...(held.get(name) ?? []), ...texts.map(String)]));
      });
    }
  }
  return new Map([...held].map(([name, texts]) => [name, [...texts].sort()]));
}

/** Rows without a value, by column, of those that are asked for. */
export async function missingIn(
  { columns, relation }: RawTable,
  names: ReadonlySet<string>,
  { database, signal }: OpenContext,
): Promise<ReadonlyMap<string, number>> {
  const asked: readonly RawColumn[] = columns.filter(({ name }) => names.has(name));
  if (asked.length === 0) return new Map();
  const counts = asked.map(({ sql }, i) => `(count(*) - count(${sql}))::DOUBLE AS m${i}`);
  const [row] = await database.rows(`SELECT ${counts.join(', ')} FROM ${relation}`, signal);
  return new Map(asked.map(({ name }, i) => [name, Number(row?.[`m${i}`])]));
}

/** A column with the blanks around such texts left out, so that the same ones are the same on both sides. */
export function withHeld(column: ColumnSql, held: ReadonlyMap<string, readonly string[]>): ColumnSql {
  const texts = held.get(column.name);
  if (texts === undefined || column.kind !== 'text') return column;
  const { value } = column;
  return { ...column, value: `CASE WHEN list_contains(${quoteTexts(texts)}, trim(${value})) THEN trim(${value}) ELSE ${value} END` };
}
