import { DataError } from '../../core/data/dataError.ts';
import type { OpenContext } from '../openContext.ts';
import type { RawColumn, RawTable } from '../rawTable.ts';
import type { ColumnSql } from '../table/columnSql.ts';
import { allNull, asIs, asKind, asRead } from './convert.ts';
import { emptyColumns } from './emptyColumns.ts';
import { readableShare } from './inferReading.ts';
import { asNumberTime, type NumberTime, saysTime, timesAmongNumbers } from './numberTime.ts';
import { pairColumns } from './pairColumns.ts';
import type { Reading } from './reading.ts';
import { readingsAmongTexts } from './readingsAmongTexts.ts';

/** A column of the reference: what it is and how its texts are read. */
export interface Settled {
  readonly raw: RawColumn;
  readonly column: ColumnSql;
  readonly reading: Reading | null;
  /** How its numbers are times, or null. */
  readonly numberTime: NumberTime | null;
}

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
  const open: Unlike[] = [];
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
  await readOwn(conflicts, table, context, columns);
  const before = reference.map(({ raw, column }) => (changed.has(raw.name) ? allNull(raw, columns.get(raw.name) as ColumnSql) : column));
  return paired({ table, columns }, { table: referenceTable, settled: reference, columns: before, changed }, context);
}

/** A column that stands in another kind than the reference's, and how it could be read as that. */
interface Unlike {
  readonly raw: RawColumn;
  readonly pin: Settled;
  readonly as: ColumnSql | null;
}

/** Columns that cannot be read as the reference's are: each as it looks by itself. */
async function readOwn(
  conflicts: readonly Unlike[],
  table: RawTable,
  context: OpenContext,
  columns: Map<string, ColumnSql>,
): Promise<void> {
  const texts = conflicts.map(({ raw }) => raw).filter((raw) => raw.readable);
  const late = await readingsAmongTexts(table, texts, context);
  for (const { raw } of conflicts) {
    const reading = late.get(raw.name);
    columns.set(raw.name, reading === undefined ? asIs(raw) : asRead(raw, reading));
  }
}

/** The columns of both sides, with what the two write in different ways and mean alike brought together. */
async function paired(
  current: { readonly table: RawTable; readonly columns: ReadonlyMap<string, ColumnSql> },
  reference: {
    readonly table: RawTable;
    readonly settled: readonly Settled[];
    readonly columns: readonly ColumnSql[];
    /** Names of those that took current's kind. */
    readonly changed: ReadonlySet<string>;
  },
  context: OpenContext,
): Promise<{ readonly columns: readonly ColumnSql[]; readonly reference: readonly ColumnSql[] }> {
  const like = (name: string): ColumnSql => current.columns.get(name) as ColumnSql;
  const places = new Map(reference.settled.map(({ raw }, i) => [raw.name, i]));
  const pairs = current.table.columns.flatMap((raw) => {
    const place = places.get(raw.name);
    if (place === undefined || context.forced.has(raw.name) || reference.changed.has(raw.name)) return [];
    const past = { raw: reference.settled[place]!.raw, column: reference.columns[place]! };
    return [{ reference: past, current: { raw, column: like(raw.name) } }];
  });
  const found = await pairColumns(pairs, { reference: reference.table, current: current.table }, context);
  return {
    columns: current.table.columns.map((raw) => found.current.get(raw.name) ?? like(raw.name)),
    reference: reference.columns.map((column) => found.reference.get(column.name) ?? column),
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
async function resolve(
  open: readonly Unlike[],
  table: RawTable,
  { database, signal }: OpenContext,
  columns: Map<string, ColumnSql>,
): Promise<Unlike[]> {
  const conflicts: Unlike[] = [];
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
