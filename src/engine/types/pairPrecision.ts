import type { OpenContext } from '../openContext.ts';
import type { RawColumn } from '../rawTable.ts';
import type { ColumnSql } from '../table/columnSql.ts';
import { columnsPerQuery, type Pair, type Paired, probeRows, type Tables } from './columnPair.ts';

/** Characters of a double that a number of single precision mostly takes when it is written as one of double precision. */
const longSpelling = 12;

/** Where one side holds numbers of single precision and the other does not, both are compared in single precision. */
export async function pairPrecision(pairs: readonly Pair[], tables: Tables, context: OpenContext, paired: Paired): Promise<void> {
  const numbers = pairs.filter(
    ({ reference, current }) =>
      !paired.current.has(current.column.name) && [reference, current].every(({ column }) => column.kind === 'number' && column.floating),
  );
  const singles = await Promise.all(
    (['reference', 'current'] as const).map((side) =>
      areSingle(
        tables[side].relation,
        numbers.map((pair) => pair[side]),
        context,
      ),
    ),
  );
  const asSingle = (column: ColumnSql): ColumnSql => ({ ...column, value: single(column.value) });
  numbers.forEach(({ reference, current }, i) => {
    const [past, present] = [singles[0]?.[i] ?? null, singles[1]?.[i] ?? null];
    // Null: values such as 0.5, which are the same in both.
    if (past === null || present === null || past === present) return;
    const { name } = reference.column;
    paired.reference.set(name, asSingle(reference.column));
    paired.current.set(name, asSingle(current.column));
    context.note({ code: 'single_precision', level: 'info', side: past ? 'reference' : 'current', column: name, values: {} });
  });
}

/** Whether the numbers of columns are of single precision: true, false, or null where both would be written alike. */
async function areSingle(
  relation: string,
  columns: readonly { readonly raw: RawColumn; readonly column: ColumnSql }[],
  { database, signal }: OpenContext,
): Promise<readonly (boolean | null)[]> {
  const found: (boolean | null)[] = columns.map(({ raw }) => (raw.type === 'FLOAT' ? true : null));
  const ask = async (places: readonly number[], rows: number | null): Promise<void> => {
    for (let start = 0; start < places.length; start += columnsPerQuery) {
      const part = places.slice(start, start + columnsPerQuery);
      const from = `(SELECT ${part.map((place, i) => `CAST(${columns[place]?.column.value} AS DOUBLE) AS x${i}`).join(', ')} FROM ${relation}${rows === null ? '' : ` LIMIT ${rows}`})`;
      const counts = part.flatMap((_, i) => [
        `count_if(isfinite(x${i}) AND x${i} <> CAST(TRY_CAST(x${i} AS FLOAT) AS DOUBLE))::DOUBLE AS o${i}`,
        ...(rows === null ? [] : [`count_if(length(CAST(x${i} AS VARCHAR)) > ${longSpelling})::DOUBLE AS l${i}`]),
      ]);
      const [row] = await database.rows(`SELECT ${counts.join(', ')} FROM ${from}`, signal);
      part.forEach((place, i) => {
        if (Number(row?.[`o${i}`]) > 0) found[place] = false;
        else if (rows !== null && Number(row?.[`l${i}`]) > 0) found[place] = true;
      });
    }
  };
  const open = columns.flatMap(({ raw }, i) => (raw.type === 'FLOAT' ? [] : [i]));
  await ask(open, probeRows);
  // What looks so in the first rows must be so in all.
  await ask(
    open.filter((i) => found[i] === true),
    null,
  );
  return found;
}

/** A number rounded to single precision; beyond its range it stays infinite with its sign. */
function single(sql: string): string {
  const x = `CAST(${sql} AS DOUBLE)`;
  return `CASE WHEN isfinite(${x}) AND abs(${x}) > 3.4e38 THEN CAST(CASE WHEN ${x} > 0 THEN 'inf' ELSE '-inf' END AS FLOAT) ELSE CAST(${x} AS FLOAT) END`;
}
