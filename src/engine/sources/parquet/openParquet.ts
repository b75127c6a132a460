import { DataError } from '../../../core/data/dataError.ts';
import { boundColumns } from '../../boundColumns.ts';
import { readerError } from '../../database/readerError.ts';
import { keptInFiles, mostTableColumns } from '../../database/rowStore.ts';
import type { SourceFiles } from '../../files/resolveFiles.ts';
import type { OpenContext } from '../../openContext.ts';
import type { RawColumn, RawTable } from '../../rawTable.ts';
import { quotePath, quotePaths } from '../../sql/quote.ts';
import { isClock, kindOfType } from '../../types/kindOfType.ts';
import { clockHours } from '../../types/reading.ts';

interface NamedType {
  readonly name: string;
  readonly type: string;
}

/** Opens Parquet files in place, as a view; nothing is read but the footers. Rejects with corrupt_file, no_rows, schema_differs_between_parts. */
export async function openParquet(files: SourceFiles, source: RawTable['source'], context: OpenContext): Promise<RawTable> {
  const { database, signal, side } = context;
  const paths = files.files.map((file) => file.path);
  const kinds = await kindsOfParts(paths, context);
  const own: NamedType[][] = [];
  for (const path of kinds) {
    context.progress(path);
    own.push(await describeReader(partReader(path), path, context));
  }
  const differ = compareParts(kinds, own);
  // The reader refuses to number the rows of a file that has a column of that name.
  const numbered = paths.length === 1 && !own.flat().some(({ name }) => name.toLowerCase() === 'file_row_number');
  const reader = `read_parquet(${quotePaths(paths)}, hive_partitioning = ${files.hiveKeys.length > 0}, union_by_name = ${differ}${numbered ? ', file_row_number = true' : ''})`;
  const known = new Set([...own.flat().map(({ name }) => name), ...files.hiveKeys]);
  const all = await describeReader(reader, source.path, context);
  const isIndex = (name: string): boolean => numbered && name === 'file_row_number';
  const kept = all.flatMap(({ name }, place) => (known.has(name) && !isIndex(name) ? [place] : []));
  const columns = kept.map((place) => all[place] as NamedType);
  boundColumns(columns.length, source.path);
  // Told by their place: a name may hold a NUL, which no statement can.
  const places = all.map(({ name }, i) => (isIndex(name) ? 'file_row_number' : `f${i}`));
  const picked = kept.map((place, i) => `f${place} AS c${i}`);
  const index = numbered ? ['file_row_number AS row_index'] : [];
  const relation = `${side}_rows`;
  const selected = `SELECT ${[...picked, ...index].join(', ') || '1 AS nothing'} FROM ${reader} AS t(${places.join(', ')})`;
  try {
    const [count] = await database.rows(`SELECT count(*)::DOUBLE AS n FROM ${reader}`, signal);
    const rows = Number(count?.n);
    if (rows === 0) throw new DataError('no_rows', { file: source.path });
    const inPlace = !worthLoading(files, rows * columns.length, columns.length, context);
    await database.run(`CREATE ${inPlace ? 'VIEW' : 'TABLE'} ${relation} AS ${selected}`, signal);
    const rowIndex = !inPlace ? 'rowid' : index.length > 0 ? 'row_index' : null;
    return { relation, columns: columns.map(rawColumn), rows, rowIndex, source, inPlace };
  } catch (error) {
    throw readerError(error, { file: source.path });
  }
}

/** Parts that are opened again for every question: beyond so many that takes longer than their rows. */
const manyParts = 32;
/** Values loaded at most, each of some 16 bytes: a tenth of the smallest usual memory limit. */
const fewValues = 3_000_000;

/** Whether rows are better taken into memory once: many parts with little in them. */
function worthLoading({ files }: SourceFiles, values: number, columns: number, { memoryLimitMb }: OpenContext): boolean {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return files.length > manyParts && values <= fewValues && columns <= mostTableColumns && !keptInFiles(bytes, memoryLimitMb);
}

/** The first part of each schema that occurs, in their order, asked for all at once. Where one cannot be read, all: whoever describes it names it. */
async function kindsOfParts(paths: readonly string[], { database, signal }: OpenContext): Promise<readonly string[]> {
  if (paths.length <= manyParts) return paths;
  const shape = 'name, type, duckdb_type, num_children, converted_type, logical_type, repetition_type';
  const found = await database
    .rows(
      `SELECT file_name, CAST(hash(list((${shape}) ORDER BY column_id)) AS VARCHAR) AS shape FROM parquet_schema(${quotePaths(paths)}) GROUP BY file_name`,
      signal,
    )
    .catch((error: unknown) => {
      if (signal.aborted) throw error;
      return [];
    });
  const shapes = new Map(found.map((row) => [String(row.file_name), String(row.shape)]));
  const seen = new Set<string>();
  return paths.filter((path) => {
    const shape = shapes.get(path) ?? path;
    return !seen.has(shape) && seen.add(shape);
  });
}

function rawColumn({ name, type }: NamedType, i: number): RawColumn {
  const kind = kindOfType(type);
  if (isClock(type))
    return { name, sql: clockHours(`c${i}`), type: 'DOUBLE', kind, physicalType: type, readable: false, reading: null, bad: null };
  // Categories of a data frame and the like are texts to us.
  const sql = kind === 'text' && type !== 'VARCHAR' ? `CAST(c${i} AS VARCHAR)` : `c${i}`;
  return { name, sql, type, kind, physicalType: type, readable: type === 'VARCHAR', reading: null, bad: null };
}

/** SQL of a reader of one part by itself. */
export function partReader(path: string): string {
  return `read_parquet(${quotePath(path)}, hive_partitioning = false)`;
}

/** Names and types of what a reader gives. */
export async function describeReader(reader: string, file: string, { database, signal }: OpenContext): Promise<NamedType[]> {
  try {
    const rows = await database.rows(`DESCRIBE SELECT * FROM ${reader}`, signal);
    return rows.map((row) => ({ name: String(row.column_name), type: String(row.column_type) }));
  } catch (error) {
    throw readerError(error, { file });
  }
}

/** True when the parts have other names or another order; a column of another kind, or no common column, is an error that names the part. */
function compareParts(paths: readonly string[], own: readonly NamedType[][]): boolean {
  const kinds = new Map<string, NamedType>();
  const first = own[0] ?? [];
  const inFirst = new Set(first.map(({ name }) => name));
  let differ = false;
  own.forEach((columns, n) => {
    const file = paths[n];
    if (columns.length > 0 && !columns.some(({ name }) => inFirst.has(name))) {
      throw new DataError('schema_differs_between_parts', { file, expected: names(first), found: names(columns) });
    }
    for (const column of columns) {
      const known = kinds.get(column.name);
      if (known === undefined) kinds.set(column.name, column);
      else if (kindOfType(known.type) !== kindOfType(column.type)) {
        throw new DataError('schema_differs_between_parts', { file, column: column.name, expected: known.type, found: column.type });
      }
    }
    differ ||=
      columns.length !== first.length || columns.some((column, i) => column.name !== first[i]?.name || column.type !== first[i]?.type);
  });
  return differ;
}

function names(columns: readonly NamedType[]): string {
  return columns
    .map(({ name }) => name)
    .join(', ')
    .slice(0, 200);
}
