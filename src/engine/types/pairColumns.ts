import type { OpenContext } from '../openContext.ts';
import type { RawColumn, RawTable } from '../rawTable.ts';
import type { ColumnSql } from '../table/columnSql.ts';
import { asIs, asRead } from './convert.ts';
import { readableShare } from './inferReading.ts';
import { readText } from './reading.ts';
import { zonesOf } from './zonesOf.ts';

/** A column as it is on both sides. */
export interface Pair {
  readonly reference: { readonly raw: RawColumn; readonly column: ColumnSql };
  readonly current: { readonly raw: RawColumn; readonly column: ColumnSql };
}

/** What replaces columns of a side, by name. */
export interface Paired {
  readonly reference: Map<string, ColumnSql>;
  readonly current: Map<string, ColumnSql>;
}

interface Tables {
  readonly reference: RawTable;
  readonly current: RawTable;
}

const probeRows = 500;
/** Tables with more columns are not looked at: planning the questions would take longer than reading the rows. */
const mostColumns = 1000;
const columnsPerQuery = 100;
/** Characters of a double that a number of single precision mostly takes when it is written as one of double precision. */
const longSpelling = 12;

const number = { kind: 'number', comma: false, whole: false } as const;
const boolean = { kind: 'boolean' } as const;

/**
 * Brings together what the two sides write in different ways and mean alike: digits that lost their leading zeros, yes and no against true and false,
 * numbers of single precision against the ones they were copied from. Tells it, and of times that say their zone on one side only.
 */
export async function pairColumns(pairs: readonly Pair[], tables: Tables, context: OpenContext): Promise<Paired> {
  const paired: Paired = { reference: new Map(), current: new Map() };
  if (tables.reference.columns.length > mostColumns || tables.current.columns.length > mostColumns) return paired;
  await pairDigits(pairs, tables, context, paired);
  await pairBooleans(pairs, tables, context, paired);
  await pairPrecision(pairs, tables, context, paired);
  await tellZones(pairs, tables, context);
  return paired;
}

/** Codes with leading zeros on one side, the same without them on the other: both are read as numbers. */
async function pairDigits(pairs: readonly Pair[], tables: Tables, context: OpenContext, paired: Paired): Promise<void> {
  const texts = pairs.filter(
    ({ reference, current }) => reference.column.kind === 'text' && ['text', 'number'].includes(current.column.kind),
  );
  const digits = async (side: 'reference' | 'current', some: readonly Pair[], rows: number | null): Promise<readonly Digits[]> =>
    countDigits(
      tables[side].relation,
      some.map((pair) => pair[side].raw),
      rows,
      context,
    );
  const probed = await digits('reference', texts, probeRows);
  const open = texts.filter((_, i) => probed[i]?.all === true);
  const [before, now] = [await digits('reference', open, null), await digits('current', open, null)];
  open.forEach(({ reference, current }, i) => {
    const [past, present] = [before[i] as Digits, now[i] as Digits];
    if (!past.all || !present.all || past.zeros === present.zeros) return;
    const { name } = reference.column;
    paired.reference.set(name, asRead(reference.raw, number));
    paired.current.set(name, current.raw.kind === 'text' ? asRead(current.raw, number) : asIs(current.raw));
    context.note({ code: 'leading_zeros_lost', level: 'watch', side: past.zeros ? 'current' : 'reference', column: name, values: {} });
  });
}

interface Digits {
  /** There are values, and all are digits. */
  readonly all: boolean;
  /** Some have a leading zero. */
  readonly zeros: boolean;
}

async function countDigits(
  relation: string,
  columns: readonly RawColumn[],
  rows: number | null,
  { database, signal }: OpenContext,
): Promise<readonly Digits[]> {
  const found: Digits[] = [];
  for (let start = 0; start < columns.length; start += columnsPerQuery) {
    const part = columns.slice(start, start + columnsPerQuery);
    const from = `(SELECT ${part.map(({ sql, kind }, i) => `${kind === 'text' ? sql : wholeText(sql)} AS t${i}, ${sql} IS NOT NULL AS h${i}`).join(', ')} FROM ${relation}${rows === null ? '' : ` LIMIT ${rows}`})`;
    const counts = part.flatMap((_, i) => [
      `count_if(h${i})::DOUBLE AS n${i}`,
      `count_if(regexp_full_match(t${i}, '\\d{1,15}'))::DOUBLE AS d${i}`,
      `count_if(regexp_full_match(t${i}, '0\\d+'))::DOUBLE AS z${i}`,
    ]);
    const [row] = await database.rows(`SELECT ${counts.join(', ')} FROM ${from}`, signal);
    part.forEach((_, i) => {
      const n = Number(row?.[`n${i}`]);
      found.push({ all: n > 0 && Number(row?.[`d${i}`]) === n, zeros: Number(row?.[`z${i}`]) > 0 });
    });
  }
  return found;
}

/** A whole number as its digits, any other as null. */
function wholeText(sql: string): string {
  const x = `CAST(${sql} AS DOUBLE)`;
  return `CASE WHEN ${x} BETWEEN 0 AND 9e15 AND ${x} = floor(${x}) THEN CAST(CAST(${x} AS BIGINT) AS VARCHAR) END`;
}

/** Texts such as yes and no where the other side has flags. */
async function pairBooleans(
  pairs: readonly Pair[],
  { reference: table }: Tables,
  { database, signal }: OpenContext,
  paired: Paired,
): Promise<void> {
  for (const { reference, current } of pairs) {
    if (reference.column.kind !== 'text' || current.column.kind !== 'boolean' || paired.reference.has(reference.column.name)) continue;
    const { sql } = reference.raw;
    const [row] = await database.rows(
      `SELECT count(${sql})::DOUBLE AS n, count(${readText(sql, boolean)})::DOUBLE AS b FROM ${table.relation}`,
      signal,
    );
    if (Number(row?.n) > 0 && Number(row?.b) >= readableShare * Number(row?.n))
      paired.reference.set(reference.column.name, asRead(reference.raw, boolean));
  }
}

/** Where one side holds numbers of single precision and the other does not, both are compared in single precision. */
async function pairPrecision(pairs: readonly Pair[], tables: Tables, context: OpenContext, paired: Paired): Promise<void> {
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

/** Times that say their zone on one side and not on the other, where they are taken as UTC. */
async function tellZones(pairs: readonly Pair[], tables: Tables, context: OpenContext): Promise<void> {
  const times = pairs.filter(({ reference, current }) => reference.column.kind === 'timestamp' && current.column.kind === 'timestamp');
  if (times.length === 0) return;
  const [before, now] = await Promise.all(
    (['reference', 'current'] as const).map((side) =>
      zonesOf(
        tables[side].relation,
        times.map((pair) => pair[side].raw),
        context,
      ),
    ),
  );
  times.forEach(({ reference }, i) => {
    const [past, present] = [before?.[i] ?? null, now?.[i] ?? null];
    if (past === null || present === null || past === present) return;
    const side = past ? 'current' : 'reference';
    context.note({ code: 'zones_differ', level: 'watch', side, column: reference.column.name, values: {} });
  });
}
