import { DataError } from '../../core/data/dataError.ts';
import { boundColumns } from '../boundColumns.ts';
import { type RowStore, rowStore, type StoredFiles } from '../database/rowStore.ts';
import type { PlainText } from '../files/plainText.ts';
import type { OpenContext } from '../openContext.ts';
import type { RawColumn, RawTable } from '../rawTable.ts';
import { readableShare } from '../types/inferReading.ts';
import { noteDates } from '../types/noteDates.ts';
import { type Reading, typeOfReading } from '../types/reading.ts';
import { textsHaveZone } from '../types/zonesOf.ts';
import { csvReadings, unionOfNames } from './csvColumns.ts';
import { type CsvPart, csvPart } from './csvPart.ts';
import { isPlainNumber, loadParts, type Way, ways } from './loadParts.ts';
import { nullSpellings } from './nullSpellings.ts';
import type { Dialect } from './parseRecords.ts';
import type { Rejected } from './rejects.ts';

interface Loaded {
  readonly rows: number;
  readonly stored: StoredFiles | null;
  /** SQL of a row's index, or null. */
  readonly rowIndex: string | null;
  /** Whether the reader parsed the plain numbers itself. */
  readonly direct: boolean;
  readonly rejected: readonly Rejected[];
  /** Share of unreadable values among non-null ones, by column name. */
  readonly unreadable: ReadonlyMap<string, number>;
}

/** What is loaded, and how: the parts of a dataset and the readings of the columns that they have together. */
interface Loading {
  readonly parts: readonly CsvPart[];
  readonly names: readonly string[];
  /** How each of the names is read. */
  readonly typed: readonly Reading[];
  readonly inFiles: boolean;
}

/**
 * Loads delimited text once, into a table or (`inFiles`) into files of the work folder. Column `ci` holds the values, `bi` (where that may be) whether there was one that could not be read. A column of
 * which too much cannot be read is loaded again as something else: the pin of the reference first gives way to what the column itself looks
 * like, and that to text. Rejects with empty_file, header_only, ragged_rows, unclosed_quote, line_too_long, schema_differs_between_parts.
 */
export async function loadCsv(
  texts: readonly PlainText[],
  source: RawTable['source'],
  inFiles: boolean,
  context: OpenContext,
): Promise<RawTable & { readonly dialect: Dialect; readonly stored: StoredFiles | null }> {
  const parts = await shapes(texts, context);
  const names = unionOfNames(parts);
  boundColumns(names.length, source.path);
  const unpinned = new Set<string>();
  const asText = new Set<string>();
  for (let attempt = 0; ; attempt++) {
    const { readings, dates } = await csvReadings(parts, context, unpinned);
    for (const name of asText) readings.set(name, { kind: 'text' });
    const typed = names.map((name) => readings.get(name) ?? ({ kind: 'text' } as const));
    const loading: Loading = { parts, names, typed, inFiles };
    const loaded = (await loadDirectly(loading, context)) ?? (await load(loading, context));
    const failing = attempt < 2 ? failingColumns(loaded.unreadable, readings, context) : [];
    if (failing.length > 0) {
      for (const name of failing) (context.pins?.readings.has(name) && !unpinned.has(name) ? unpinned : asText).add(name);
      continue;
    }
    report(parts, loaded, context);
    for (const [name, seen] of dates) noteDates(name, seen, context);
    return {
      relation: relation(context),
      columns: names.map((name, i) => rawColumn(parts, name, i, typed[i] ?? { kind: 'text' }, loaded.direct)),
      rows: loaded.rows,
      rowIndex: loaded.rowIndex,
      source,
      inPlace: false,
      dialect: (parts[0] as CsvPart).shape.dialect,
      stored: loaded.stored,
    };
  }
}

function relation({ side }: OpenContext): string {
  return `${side}_rows`;
}

async function shapes(texts: readonly PlainText[], context: OpenContext): Promise<readonly CsvPart[]> {
  const parts: CsvPart[] = [];
  for (const text of texts) {
    const part = await csvPart(text, parts[0]?.shape.dialect ?? context.pins?.dialect ?? null, context);
    const first = parts[0];
    const known = new Set(first?.names);
    if (first !== undefined && !part.names.some((name) => known.has(name))) {
      throw new DataError('schema_differs_between_parts', {
        file: text.original,
        expected: first.names.join(', ').slice(0, 200),
        found: part.names.join(', ').slice(0, 200),
      });
    }
    // Rows of the first are looked at later; those of thousands would fill the memory.
    parts.push(parts.length === 0 ? part : { ...part, shape: { ...part.shape, below: [] } });
  }
  return parts;
}

function rawColumn([first]: readonly CsvPart[], name: string, i: number, reading: Reading, direct: boolean): RawColumn {
  const physicalType = reading.kind === 'number' ? (reading.clock === true ? 'time' : reading.whole ? 'integer' : 'number') : reading.kind;
  return {
    name,
    sql: `c${i}`,
    type: typeOfReading(reading),
    kind: reading.kind,
    physicalType,
    readable: false,
    reading,
    bad: mayBeUnreadable(reading, direct) ? `b${i}` : null,
    ...(reading.kind === 'timestamp' && first !== undefined ? { zoned: textsHaveZone(textsOf(first, name)) } : {}),
  };
}

/** Texts of a column in the first rows. */
function textsOf({ names, fields, shape }: CsvPart, name: string): readonly string[] {
  const place = names.indexOf(name);
  return place < 0 ? [] : shape.below.map((record) => record.fields[place + fields - names.length] ?? '');
}

function failingColumns(unreadable: ReadonlyMap<string, number>, readings: ReadonlyMap<string, Reading>, context: OpenContext): string[] {
  const limit = 1 - readableShare;
  return [...unreadable]
    .filter(([name, share]) => share > limit && readings.get(name)?.kind !== context.forced.get(name))
    .map(([name]) => name);
}

/**
 * Loads all parts with the reader parsing plain numbers itself, in half the time: a single value that is none rejects its row, and the way is
 * given up. Null when it does not suit one of the parts, or there is no such number.
 */
async function loadDirectly(loading: Loading, context: OpenContext): Promise<Loaded | null> {
  const { parts, typed } = loading;
  const beyond = parts.some((part) => nullSpellings(context.nullValues, part.shape.dialect, context.held).any);
  // The reader's own numbers may hold digit separators: `41_10_1` is a code.
  const separated = parts.some((part) => part.text.digitSeparators);
  if (beyond || separated || !typed.some(isPlainNumber)) return null;
  const store = await storeOf(loading, true, context);
  const rejected: Rejected[] = [];
  const alike = partsAlike(parts);
  for (const [n, some] of alike.entries()) {
    const target = { ...loading, relation: relation(context), store };
    const found = await loadParts(some, [{ direct: true, strict: true }], target, context).catch((error: unknown) => {
      // Which of them is at fault only the slower way can tell.
      if (some.length > 1 && error instanceof DataError) return null;
      throw error;
    });
    if (found === null) {
      for (let before = 0; before < n; before++) await store.undo(context.signal);
      return null;
    }
    rejected.push(...found);
  }
  return finish(loading, true, { rejected, store }, context);
}

async function load(loading: Loading, context: OpenContext): Promise<Loaded> {
  const store = await storeOf(loading, false, context);
  const target = { ...loading, relation: relation(context), store };
  const rejected: Rejected[] = [];
  const add = (some: readonly CsvPart[], tried: readonly Way[]): Promise<readonly Rejected[] | null> =>
    loadParts(some, tried, target, context);
  for (const some of partsAlike(loading.parts)) {
    const together = some.length === 1 ? null : await add(some, ways.slice(0, 1)).catch(notAborted);
    if (together !== null) rejected.push(...together);
    // One by one: a part that is not as it should be is named, and read another way where that helps.
    else for (const part of some) rejected.push(...((await add([part], ways)) ?? []));
  }
  return finish(loading, false, { rejected, store }, context);
}

function notAborted(error: unknown): null {
  if (error instanceof DataError) return null;
  throw error;
}

/** Parts that are read by one statement. */
const mostAlike = 250;

/** Neighbouring small parts of the same shape and names together: a statement for each of thousands takes longer than their rows. */
function partsAlike(parts: readonly CsvPart[]): readonly (readonly CsvPart[])[] {
  const found: CsvPart[][] = [];
  let last = '';
  for (const part of parts) {
    const { dialect, skip, header } = part.shape;
    const shape = part.joins ? JSON.stringify([dialect, skip, header, part.names]) : '';
    const open = found.at(-1);
    if (open === undefined || shape === '' || shape !== last || open.length >= mostAlike) found.push([part]);
    else open.push(part);
    last = shape;
  }
  return found;
}

function storeOf({ typed, inFiles }: Loading, direct: boolean, context: OpenContext): Promise<RowStore> {
  const columns = typed.flatMap((reading, i) => [
    { name: `c${i}`, type: typeOfReading(reading) },
    ...(mayBeUnreadable(reading, direct) ? [{ name: `b${i}`, type: 'BOOLEAN' }] : []),
  ]);
  return rowStore(context.database, relation(context), columns, { folder: context.folder, inFiles }, context.signal);
}

/** Whether a column has a `bi`. */
function mayBeUnreadable(reading: Reading, direct: boolean): boolean {
  return reading.kind !== 'text' && !(direct && isPlainNumber(reading));
}

async function finish(
  { names, typed }: Loading,
  direct: boolean,
  { rejected, store }: { readonly rejected: Loaded['rejected']; readonly store: RowStore },
  context: OpenContext,
): Promise<Loaded> {
  const doubtful = typed.flatMap((reading, i) => (mayBeUnreadable(reading, direct) ? [i] : []));
  const rowIndex = await store.finish(context.signal);
  return { direct, rejected, rowIndex, stored: store.files, ...(await counts(names, doubtful, relation(context), context)) };
}

/** Counts rows, and what could not be read in the columns where that may be. */
async function counts(
  names: readonly string[],
  doubtful: readonly number[],
  table: string,
  { database, signal }: OpenContext,
): Promise<Pick<Loaded, 'rows' | 'unreadable'>> {
  const unreadable = new Map<string, number>();
  let rows = 0;
  for (let start = 0; start < doubtful.length || start === 0; start += 200) {
    const part = doubtful.slice(start, start + 200);
    const parts = part.flatMap((i) => [`count(*) FILTER (WHERE b${i})::DOUBLE AS b${i}`, `count(c${i})::DOUBLE AS c${i}`]);
    const [row] = await database.rows(`SELECT ${['count(*)::DOUBLE AS n', ...parts].join(', ')} FROM ${table}`, signal);
    rows = Number(row?.n ?? 0);
    for (const i of part) {
      const bad = Number(row?.[`b${i}`]);
      if (bad > 0) unreadable.set(names[i] ?? '', bad / (bad + Number(row?.[`c${i}`])));
    }
  }
  return { rows, unreadable };
}

function report(parts: readonly CsvPart[], { rows, rejected }: Loaded, { side, note }: OpenContext): void {
  const [first] = rejected;
  const refused = rejected.reduce((sum, part) => sum + part.rows, 0);
  if (first !== undefined && refused > rows)
    throw new DataError('ragged_rows', {
      file: first.file,
      line: first.line,
      expected: String(first.expected),
      found: String(first.found),
    });
  if (rows === 0)
    throw new DataError(parts.some((part) => part.shape.header) ? 'header_only' : 'empty_file', { file: parts[0]?.text.original });
  if (first !== undefined) {
    const { line, expected, found, file } = first;
    note({ code: 'rows_rejected', level: 'watch', side, column: null, values: { rows: refused, line, expected, found, file } });
  }
  const repeated = new Map(parts.flatMap((part) => part.repeated.map((name) => [name, part.shape.firstLine] as const)));
  const trimmed = new Map(parts.flatMap((part) => part.trimmed.map((name) => [name, part.shape.firstLine] as const)));
  for (const [name, line] of trimmed) note({ code: 'name_trimmed', level: 'info', side, column: name, values: { name, line } });
  const rowNames = parts.find((part) => part.fields > part.names.length);
  if (rowNames !== undefined) note({ code: 'row_names', level: 'watch', side, column: null, values: { file: rowNames.text.original } });
  for (const [name, line] of repeated) note({ code: 'duplicate_column_name', level: 'watch', side, column: name, values: { name, line } });
}
