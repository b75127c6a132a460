import { fewerColumns } from './fewerColumns.ts';
import { onSide } from './onSide.ts';
import type { OpenContext } from './openContext.ts';
import type { RawColumn, RawTable } from './rawTable.ts';
import { quoteTexts } from './sql/quote.ts';
import type { ColumnSql } from './table/columnSql.ts';

const columnsPerQuery = 100;

/**
 * Texts that one side holds as values of a column of texts though delimited text is read as missing where it has them (`NA` for Namibia, `None` for no
 * garage), with blanks around them or not; by column. One pass over the columns of texts that both sides have. For each column a bit for each text is
 * kept and no value: the different values of a hundred columns at once would fill the memory limit.
 */
export async function heldTexts(
  [reference, current]: readonly [RawTable, RawTable],
  { database, signal, nullValues }: OpenContext,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const spelled = nullValues.filter((text) => text !== '').sort();
  const longest = 2 + Math.max(0, ...spelled.map((text) => text.length));
  const held = new Map<string, Set<string>>();
  if (spelled.length === 0) return new Map();
  const textNames = [reference, current].map(
    ({ columns }) => new Set(columns.filter(({ kind }) => kind === 'text').map(({ name }) => name)),
  );
  const heldBits = (sql: string): string =>
    `bitstring_agg(nullif(list_position(${quoteTexts(spelled)}, trim(${sql})), 0), 1, ${spelled.length}) FILTER (WHERE length(${sql}) <= ${longest})::VARCHAR`;
  for (const [side, table] of [
    ['reference', reference],
    ['current', current],
  ] as const) {
    const columns = table.columns.filter(({ name }) => textNames.every((names) => names.has(name)));
    const ask = async (part: readonly RawColumn[]): Promise<void> => {
      const bits = part.map(({ sql }, i) => `${heldBits(sql)} AS h${i}`);
      const [row] = await onSide(side, table.source.path, () => database.rows(`SELECT ${bits.join(', ')} FROM ${table.relation}`, signal));
      part.forEach(({ name }, i) => {
        const found = String(row?.[`h${i}`] ?? '');
        const texts = spelled.filter((_, at) => found[at] === '1');
        if (texts.length > 0) held.set(name, new Set([...(held.get(name) ?? []), ...texts]));
      });
    };
    await fewerColumns(columns, columnsPerQuery, ask);
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
