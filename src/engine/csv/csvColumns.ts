import { DataError } from '../../core/data/dataError.ts';
import { readerError } from '../database/readerError.ts';
import type { OpenContext } from '../openContext.ts';
import { type Inferred, inferReadings } from '../types/inferReading.ts';
import { type Reading, readingOfKind } from '../types/reading.ts';
import { longestValue } from '../types/tallies.ts';
import type { CsvPart } from './csvPart.ts';
import { nullSpellings, withoutNulls } from './nullSpellings.ts';
import { fieldName, readCsv } from './readCsv.ts';

/** How columns are read, and what was seen of how dates are written in them. */
export interface CsvReadings {
  readonly readings: Map<string, Reading>;
  readonly dates: Map<string, Inferred['dates']>;
}

/** Rows types are guessed from: up to 20,000, fewer of very many columns. */
function sampleRows(columns: number): number {
  return Math.max(1000, Math.min(20_000, Math.floor(4_000_000 / columns)));
}

/** Names of all parts, in order of first appearance. */
export function unionOfNames(parts: readonly CsvPart[]): readonly string[] {
  return [...new Set(parts.flatMap((part) => part.names))];
}

/**
 * How each column is to be read: as the spec says, as the reference pins it, else as a sample of the first rows of the first part that has
 * the column suggests. `skipPins` names columns whose pin has proved wrong.
 */
export async function csvReadings(parts: readonly CsvPart[], context: OpenContext, skipPins: ReadonlySet<string>): Promise<CsvReadings> {
  const readings = new Map<string, Reading>();
  const dates = new Map<string, Inferred['dates']>();
  for (const name of unionOfNames(parts)) {
    const kind = context.forced.get(name);
    const forced = kind === undefined ? null : readingOfKind(kind);
    const pin = skipPins.has(name) ? undefined : context.pins?.readings.get(name);
    // A forced time may be written as a number of seconds: whether it is, the column itself shows.
    const pinned = kind === 'timestamp' && pin?.kind === 'timestamp' && pin.formats === null ? undefined : pin;
    const reading = pinned !== undefined && (forced === null || forced.kind === pinned.kind) ? pinned : forced;
    if (reading !== null && (pinned !== undefined || reading.kind === 'text' || reading.kind === 'boolean')) readings.set(name, reading);
  }
  for (const part of parts) {
    const open = part.names.flatMap((name, i) =>
      readings.has(name) ? [] : [{ name, field: fieldName(i + part.fields - part.names.length) }],
    );
    if (open.length === 0) continue;
    await inferPart(part, open, context, { readings, dates });
  }
  return { readings, dates };
}

async function inferPart(
  part: CsvPart,
  open: readonly { readonly name: string; readonly field: string }[],
  context: OpenContext,
  { readings, dates }: CsvReadings,
): Promise<void> {
  const { database, signal } = context;
  const table = `${context.side}_sample`;
  const nulls = nullSpellings(context.nullValues, part.shape.dialect, context.held);
  const read = {
    paths: [part.text.path],
    shape: part.shape,
    fields: part.fields,
    nulls: nulls.reader,
    rejects: null,
    doubles: new Set<number>(),
  };
  // What is longer is no number and no time, however long it is: the sample need not hold it.
  const create = (strict: boolean): Promise<void> =>
    database.run(
      `CREATE OR REPLACE TEMP TABLE ${table} AS SELECT ${open.map(({ name, field }) => `left(${withoutNulls(field, nulls.beyond(name))}, ${longestValue + 1}) AS ${field}`).join(', ')} FROM ${readCsv({ ...read, strict })} LIMIT ${sampleRows(open.length)}`,
      signal,
    );
  // Mixed line ends break the strict reader off even when errors are passed over.
  await create(true).catch((error: unknown) => {
    const failure = readerError(error, {});
    if (signal.aborted || (failure instanceof DataError && failure.code === 'out_of_memory')) throw error;
    return create(false);
  });
  const options = { untyped: true, comma: part.shape.dialect.delimiter !== ',', dateOrder: context.dateOrder };
  const found = await inferReadings(
    database,
    table,
    open.map(({ field }) => field),
    options,
    signal,
  );
  await database.run(`DROP TABLE ${table}`, signal);
  open.forEach(({ name }, i) => {
    const kind = context.forced.get(name);
    const forced = kind === undefined ? null : readingOfKind(kind);
    const { reading, dates: ofDates } = found[i] ?? { reading: { kind: 'text' }, dates: null };
    dates.set(name, ofDates);
    const seconds = forced?.kind === 'timestamp' && reading.kind === 'number';
    readings.set(name, forced !== null && forced.kind !== reading.kind && !seconds ? forced : reading);
  });
}
