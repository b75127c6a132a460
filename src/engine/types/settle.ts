import { DataError } from '../../core/data/dataError.ts';
import type { OpenContext } from '../openContext.ts';
import type { RawColumn, RawTable } from '../rawTable.ts';
import type { ColumnSql } from '../table/columnSql.ts';
import { allNull, asIs, asKind, asRead } from './convert.ts';
import { inferReadings, readableShare } from './inferReading.ts';
import { noteDates } from './noteDates.ts';
import { asNumberTime, type NumberTime, saysTime, timesAmongNumbers } from './numberTime.ts';
import { pairColumns } from './pairColumns.ts';
import { type Reading, readText } from './reading.ts';

/** A column of the reference: what it is and how its texts are read. */
export interface Settled {
  readonly raw: RawColumn;
  readonly column: ColumnSql;
  readonly reading: Reading | null;
  /** How its numbers are times, or null. */
  readonly numberTime: NumberTime | null;
}

const sampleRows = 20_000;
const columnsPerQuery = 200;

/**
 * Settles the reference's types: forced ones first, then numbers and times among its texts, and times among its numbers where values and name say so,
 * else as they stand. One query over a sample, one to verify.
 */
export async function settleReference(table: RawTable, context: OpenContext): Promise<Settled[]> {
  const free = table.columns.filter((raw) => !context.forced.has(raw.name));
  const readings = await readingsAmongTexts(
    table,
    free.filter((raw) => raw.readable),
    context,
  );
  const times = await timesAmongNumbers(
    table,
    free.filter((raw) => raw.kind === 'number' && saysTime(raw.name)),
    context,
  );
  return table.columns.map((raw) => {
    const reading = readings.get(raw.name) ?? raw.reading;
    const numberTime = times.get(raw.name) ?? null;
    const forced = forcedColumn(raw, context);
    if (forced !== null) return { raw, column: forced, reading, numberTime: null };
    if (numberTime !== null) {
      context.note({ code: 'numbers_as_times', level: 'info', side: context.side, column: raw.name, values: { form: numberTime } });
      return { raw, column: asNumberTime(raw, numberTime), reading, numberTime };
    }
    return { raw, column: readings.has(raw.name) && reading !== null ? asRead(raw, reading) : asIs(raw), reading, numberTime };
  });
}

/**
 * Settles current's types by those of the reference: a column that can be read as the reference's kind is; one of which more than 5 % (and at
 * least one value) cannot keeps its own kind, so that the two differ. Where one side has no value at all it takes the other's kind: returned
 * as `reference` for the columns of the reference that do.
 */
export async function settleCurrent(
  table: RawTable,
  reference: readonly Settled[],
  referenceTable: RawTable,
  context: OpenContext,
): Promise<{ readonly columns: readonly ColumnSql[]; readonly reference: readonly ColumnSql[] }> {
  const pins = new Map(reference.map((settled) => [settled.column.name, settled]));
  const own = await readingsAmongTexts(
    table,
    table.columns.filter((raw) => raw.readable && !context.forced.has(raw.name) && !pins.has(raw.name)),
    context,
  );
  const timed = await timesAmongNumbers(
    table,
    table.columns.filter((raw) => raw.kind === 'number' && pins.get(raw.name)?.column.kind === 'timestamp'),
    context,
  );
  const columns = new Map<string, ColumnSql>();
  const open: { raw: RawColumn; pin: Settled; as: ColumnSql | null }[] = [];
  for (const raw of table.columns) {
    const pin = pins.get(raw.name);
    const reading = own.get(raw.name);
    const forced = forcedColumn(raw, context);
    if (forced !== null) columns.set(raw.name, forced);
    else if (pin === undefined) columns.set(raw.name, reading === undefined ? asIs(raw) : asRead(raw, reading));
    else if (pin.column.kind === raw.kind) columns.set(raw.name, asIs(raw));
    else if (timed.has(raw.name)) columns.set(raw.name, asNumberTime(raw, timed.get(raw.name) as NumberTime));
    else open.push({ raw, pin, as: asKind(raw, pin.column.kind, pin.reading?.kind === pin.column.kind ? pin.reading : null, false) });
  }
  const conflicts = await resolve(open, table, context, columns);
  const changed = await emptyColumns(
    referenceTable,
    conflicts.map(({ pin }) => pin.raw),
    context,
  );
  const late = await readingsAmongTexts(
    table,
    conflicts.map(({ raw }) => raw).filter((raw) => raw.readable),
    context,
  );
  for (const { raw } of conflicts) {
    const reading = late.get(raw.name);
    columns.set(raw.name, reading === undefined ? asIs(raw) : asRead(raw, reading));
  }
  const like = (name: string): ColumnSql => columns.get(name) as ColumnSql;
  const before = reference.map(({ raw, column }) => (changed.has(raw.name) ? allNull(raw, like(raw.name)) : column));
  const places = new Map(reference.map(({ raw }, i) => [raw.name, i]));
  const pairs = table.columns.flatMap((raw) => {
    const place = places.get(raw.name);
    if (place === undefined || context.forced.has(raw.name) || changed.has(raw.name)) return [];
    const past = { raw: reference[place]!.raw, column: before[place]! };
    return [{ reference: past, current: { raw, column: like(raw.name) } }];
  });
  const paired = await pairColumns(pairs, { reference: referenceTable, current: table }, context);
  return {
    columns: table.columns.map((raw) => paired.current.get(raw.name) ?? like(raw.name)),
    reference: before.map((column) => paired.reference.get(column.name) ?? column),
  };
}

function forcedColumn(raw: RawColumn, { forced, side }: OpenContext): ColumnSql | null {
  const kind = forced.get(raw.name);
  if (kind === undefined || kind === raw.kind) return null;
  const column = asKind(raw, kind, null, true);
  if (column === null && kind === 'timestamp') throw new DataError('not_a_timestamp', { column: raw.name, side, found: raw.kind });
  return column;
}

/** Decides the columns that stand in another kind than the reference's; returns those that cannot be read so. */
async function resolve<T extends { readonly raw: RawColumn; readonly pin: Settled; readonly as: ColumnSql | null }>(
  open: readonly T[],
  table: RawTable,
  { database, signal }: OpenContext,
  columns: Map<string, ColumnSql>,
): Promise<T[]> {
  const conflicts: T[] = [];
  for (let start = 0; start < open.length; start += columnsPerQuery) {
    const part = open.slice(start, start + columnsPerQuery);
    const counts = part.flatMap(({ raw, as }, i) => [
      `count(*) FILTER (WHERE ${raw.sql} IS NOT NULL${raw.bad === null ? '' : ` OR ${raw.bad}`})::DOUBLE AS n${i}`,
      `count(*) FILTER (WHERE ${as?.bad ?? 'false'})::DOUBLE AS b${i}`,
    ]);
    const [row] = await database.rows(`SELECT ${counts.join(', ')} FROM ${table.relation}`, signal);
    part.forEach((entry, i) => {
      const values = Number(row?.[`n${i}`]);
      const bad = entry.as === null ? values : Number(row?.[`b${i}`]);
      if (values === 0) columns.set(entry.raw.name, allNull(entry.raw, entry.pin.column));
      else if (entry.as !== null && bad <= (1 - readableShare) * values) columns.set(entry.raw.name, entry.as);
      else conflicts.push(entry);
    });
  }
  return conflicts;
}

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

/** Which of the columns hold times, or numbers as people write them, as text: found on the first rows, verified on all. */
async function readingsAmongTexts(table: RawTable, columns: readonly RawColumn[], context: OpenContext): Promise<Map<string, Reading>> {
  const { database, signal, dateOrder } = context;
  const found = new Map<string, Reading>();
  if (columns.length === 0) return found;
  const sample = `(SELECT ${columns.map(({ sql }, i) => `${sql} AS s${i}`).join(', ')} FROM ${table.relation} LIMIT ${sampleRows})`;
  const names = columns.map((_, i) => `s${i}`);
  const inferred = await inferReadings(database, sample, names, { untyped: false, comma: false, dateOrder }, signal);
  columns.forEach(({ name }, i) => {
    noteDates(name, inferred[i]?.dates ?? null, context);
  });
  const candidates = columns.flatMap((raw, i) => {
    const reading = inferred[i]?.reading;
    return reading === undefined || reading.kind === 'text' ? [] : [{ raw, reading }];
  });
  for (let start = 0; start < candidates.length; start += columnsPerQuery) {
    const part = candidates.slice(start, start + columnsPerQuery);
    const counts = part.flatMap(({ raw, reading }, i) => [
      `count(${raw.sql})::DOUBLE AS n${i}`,
      `count(${readText(raw.sql, reading)})::DOUBLE AS r${i}`,
    ]);
    const [row] = await database.rows(`SELECT ${counts.join(', ')} FROM ${table.relation}`, signal);
    part.forEach(({ raw, reading }, i) => {
      if (Number(row?.[`r${i}`]) >= readableShare * Number(row?.[`n${i}`])) found.set(raw.name, reading);
    });
  }
  return found;
}
