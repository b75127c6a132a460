import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { BOOLEAN, type DuckDBAppender, DuckDBDataChunk, type DuckDBType } from '@duckdb/node-api';
import { type Field, type RecordBatch, RecordBatchReader, type Schema } from 'apache-arrow';
import { DataError } from '../../../core/data/dataError.ts';
import { throwIfAborted } from '../../abortError.ts';
import { boundColumns } from '../../boundColumns.ts';
import { readerError } from '../../database/readerError.ts';
import type { SourceFiles } from '../../files/resolveFiles.ts';
import { readHead, signatureOf } from '../../files/signature.ts';
import type { OpenContext } from '../../openContext.ts';
import type { RawColumn, RawTable } from '../../rawTable.ts';
import { boundBatches } from './boundBatches.ts';
import { boundMetadata } from './boundMetadata.ts';
import { readsZstd, registerCodecs } from './codecs.ts';
import { type ColumnWriter, columnWriter } from './columnWriter.ts';
import { deepestArrow, schemaDepth } from './schemaDepth.ts';
import { soundBatch } from './soundBatch.ts';
import { soundHandle } from './soundHandle.ts';

/** Rows of a chunk: DuckDB's vector size. */
const chunkRows = 2048;
/** Chunks between two looks at the signal; the worker hears a cancel only then. */
const chunksPerTurn = 8;

/** Part of the memory limit a batch may unpack to: the database takes the other half. */
const batchShare = 0.5;

interface Loading {
  readonly names: readonly string[];
  readonly physical: readonly string[];
  readonly writers: readonly ColumnWriter[];
  /** Indexes of the columns that are stored. */
  readonly stored: readonly number[];
}

/** Loads Arrow IPC files or streams (Feather V2 too) batch by batch into a table: the binding of DuckDB cannot read them. Nested columns are listed only. */
export async function loadArrow(files: SourceFiles, source: RawTable['source'], context: OpenContext): Promise<RawTable> {
  registerCodecs();
  boundMetadata();
  const { database, signal, side } = context;
  const relation = `${side}_rows`;
  let loading: Loading | null = null;
  let rows = 0;
  for (const { path } of files.files) {
    context.progress(path);
    const reader = await openReader(path, mostBatchBytes(context.memoryLimitMb));
    try {
      if (loading === null) {
        loading = loadingOf(reader.schema);
        const definitions = loading.stored.map((column, i) => `c${i} ${loading?.writers[column]?.type}`);
        await database.run(`CREATE TABLE ${relation} (${definitions.join(', ') || 'nothing BOOLEAN'})`, signal);
      } else checkSchema(loading, reader.schema, path);
      const known = loading;
      rows += await database.with(signal, async (connection) => append(reader, await connection.createAppender(relation), known, context));
    } catch (error) {
      throw arrowError(error, path);
    } finally {
      await reader.cancel();
    }
  }
  if (loading === null || rows === 0) throw new DataError('no_rows', { file: source.path });
  return { relation, columns: rawColumns(loading), rows, rowIndex: 'rowid', source, inPlace: false };
}

/** Names of the columns of a file or stream, without a batch of it being read. Rejects as `loadArrow` does. */
export async function arrowNames(path: string, memoryLimitMb: number): Promise<readonly string[]> {
  registerCodecs();
  boundMetadata();
  const reader = await openReader(path, mostBatchBytes(memoryLimitMb));
  try {
    return reader.schema.fields.map(nameOf);
  } finally {
    await reader.cancel();
  }
}

async function openReader(path: string, mostBytes: number): Promise<RecordBatchReader> {
  try {
    const isFile = signatureOf(await readHead(path)) === 'arrow';
    const reader = await (isFile
      ? RecordBatchReader.from(soundHandle(await open(path, 'r'), path))
      : RecordBatchReader.from(createReadStream(path)));
    boundBatches(reader, path, mostBytes);
    await reader.open();
    boundColumns(reader.schema.fields.length, path);
    const depth = schemaDepth(reader.schema);
    if (depth > deepestArrow) throw new DataError('too_deep', { file: path, found: String(depth), expected: String(deepestArrow) });
    return reader;
  } catch (error) {
    throw arrowError(error, path);
  }
}

/** Bytes a batch may take beside what the database takes. */
function mostBatchBytes(memoryLimitMb: number): number {
  return memoryLimitMb * 2 ** 20 * batchShare;
}

/** The name of a column; a file may give none, whatever the reader's types say. */
function nameOf({ name }: Field): string {
  return (name as string | null) ?? '';
}

function loadingOf(schema: Schema): Loading {
  const writers = schema.fields.map((field) => columnWriter(field.type));
  return {
    names: schema.fields.map(nameOf),
    physical: schema.fields.map((field) => String(field.type)),
    writers,
    stored: writers.flatMap((writer, i) => (writer.type === null ? [] : [i])),
  };
}

function checkSchema(loading: Loading, schema: Schema, file: string): void {
  loading.names.forEach((name, i) => {
    const field = schema.fields.find((one) => nameOf(one) === name);
    const expected = loading.physical[i];
    if (field === undefined) throw new DataError('schema_differs_between_parts', { file, column: name, expected });
    if (columnWriter(field.type).type !== loading.writers[i]?.type) {
      throw new DataError('schema_differs_between_parts', { file, column: name, expected, found: String(field.type) });
    }
  });
}

async function append(reader: RecordBatchReader, appender: DuckDBAppender, loading: Loading, { signal }: OpenContext): Promise<number> {
  // A table must have a column, even if all of the file's are nested.
  const types = loading.stored.length > 0 ? loading.stored.map((column) => loading.writers[column]?.type as DuckDBType) : [BOOLEAN];
  // By their place: a batch calls a column without a name "null".
  const places = loading.stored.map((column) => {
    const at = reader.schema.fields.findIndex((field) => nameOf(field) === loading.names[column]);
    // A part's own type may have another width.
    return { at, writer: columnWriter(reader.schema.fields[at]?.type) };
  });
  let rows = 0;
  let turn = 0;
  for await (const batch of reader as AsyncIterable<RecordBatch>) {
    soundBatch(batch);
    const columns = places.map(({ at, writer }) => ({ source: batch.getChildAt(at), writer }));
    for (let start = 0; start < batch.numRows; start += chunkRows) {
      if (turn++ % chunksPerTurn === 0) {
        await setImmediate();
        throwIfAborted(signal);
      }
      const length = Math.min(chunkRows, batch.numRows - start);
      appender.appendDataChunk(chunkOf(columns, types, start, length));
      rows += length;
    }
  }
  appender.closeSync();
  return rows;
}

function chunkOf(
  columns: readonly { readonly source: ReturnType<RecordBatch['getChild']>; readonly writer: ColumnWriter }[],
  types: readonly DuckDBType[],
  start: number,
  length: number,
): DuckDBDataChunk {
  const chunk = DuckDBDataChunk.create(types, length);
  types.forEach((_, i) => {
    const { source, writer } = columns[i] ?? {};
    const target = chunk.getColumnVector(i);
    if (source != null) writer?.write(source, start, length, target);
    target.flush();
  });
  return chunk;
}

function rawColumns({ names, physical, writers, stored }: Loading): readonly RawColumn[] {
  return names.map((name, i) => {
    const at = stored.indexOf(i);
    const { kind, type } = writers[i] as ColumnWriter;
    const physicalType = physical[i] ?? '';
    return {
      name,
      sql: at < 0 ? 'NULL' : `c${at}`,
      type: String(type),
      kind,
      physicalType,
      readable: kind === 'text',
      reading: null,
      bad: null,
    };
  });
}

function arrowError(error: unknown, file: string): Error {
  if (error instanceof DataError || (error instanceof Error && error.name === 'AbortError')) return error;
  const failure = readerError(error, { file });
  // What the machine lacks is not the file's fault.
  if (failure instanceof DataError && (failure.code === 'out_of_memory' || failure.code === 'file_not_readable')) return failure;
  // Its decoders call themselves once per level.
  if (error instanceof RangeError && /call stack/.test(error.message))
    return new DataError('too_deep', { file, expected: String(deepestArrow) });
  // The reader runs into broken metadata at any place: what it says then is about its own code.
  if (error instanceof TypeError && /cannot read|is not a|undefined|null/i.test(error.message))
    return new DataError('corrupt_file', { file });
  const found = (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 300);
  if (/codec not found/.test(found ?? '') && !readsZstd) return new DataError('unsupported_format', { file, found: 'Arrow, zstd' });
  return new DataError('corrupt_file', { file, found });
}
