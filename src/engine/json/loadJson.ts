import { DataError } from '../../core/data/dataError.ts';
import { boundColumns } from '../boundColumns.ts';
import { readerError } from '../database/readerError.ts';
import type { PlainText } from '../files/plainText.ts';
import { readHead } from '../files/signature.ts';
import type { OpenContext } from '../openContext.ts';
import { describeReader } from '../parquet/openParquet.ts';
import type { RawColumn, RawTable } from '../rawTable.ts';
import { quotePath, quotePaths, quoteText } from '../sql/quote.ts';
import { kindOfType } from '../types/kindOfType.ts';
import { deepestJson, JsonDepth } from './jsonDepth.ts';
import { malformedLine } from './malformedLine.ts';
import { malformedPlace } from './malformedPlace.ts';
import { withoutMark } from './withoutMark.ts';

/** JSON's own types only: times and identifiers are texts there and are read by our rules, not the reader's guess. */
const guessed = /^(?:DATE|TIME|TIMESTAMP|UUID|JSON|INTERVAL)/;

/**
 * All rows are looked at. Nested columns are only listed: their insides need not be told apart, which takes the reader time that grows with the square
 * of the depth. Three levels tell objects, lists and lists of numbers from each other.
 */
const detection = 'sample_size = -1, maximum_depth = 3';

/** Rows of more than 200 keys of one type are a map to the reader unless told otherwise. */
const withoutMaps = `${detection}, map_inference_threshold = -1`;

/**
 * Rows of fewer bytes hold at most 2,000 keys. Of those the reader finds ten times as many different ones at most before it takes the rows for a map:
 * as many columns as are read.
 */
const manyKeysBytes = 10_000;

/** Largest object in bytes, by attempt: every thread of the reader holds buffers of twice the size, so the second is for those who need it. */
const objectBytes = [16 * 1024 * 1024, 64 * 1024 * 1024] as const;

/**
 * Loads JSON (an array of objects, objects one after another, or one per line) into a table, once. All rows are looked at for keys first:
 * a key that first appears late would else be dropped silently. Nested columns are listed and not loaded.
 */
export async function loadJson(given: readonly PlainText[], source: RawTable['source'], context: OpenContext): Promise<RawTable> {
  const texts = await Promise.all(given.map((text) => withoutMark(text, context.folder)));
  try {
    return await load(texts, source, context, objectBytes[0]);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    if (tooLarge(error)) {
      return load(texts, source, context, objectBytes[1]).catch((second: unknown) => {
        if (!(second instanceof DataError) || !tooLarge(second)) throw second;
        throw new DataError('line_too_long', { file: second.details.file, expected: `${objectBytes[1] / 2 ** 20} MB` });
      });
    }
    throw error.code === 'corrupt_file' ? await placed(error, texts, context) : error;
  }
}

/** Counts the nesting of what only the reader unpacks, value by value as it stands there. */
async function boundPacked({ path, original }: PlainText, largestObject: number, { database, signal }: OpenContext): Promise<void> {
  const values = `SELECT json::VARCHAR FROM read_json_objects(${quotePath(path)}, format = 'auto', maximum_object_size = ${largestObject})`;
  try {
    await database.stream(
      values,
      (chunk) => {
        for (const value of chunk.getColumnVector(0).toArray()) {
          if (new JsonDepth().add(Buffer.from(String(value))) >= 0)
            throw new DataError('too_deep', { file: original, expected: String(deepestJson) });
        }
      },
      signal,
    );
  } catch (error) {
    throw readerError(error, { file: original });
  }
}

function tooLarge({ details }: DataError): boolean {
  return /maximum.object.size/i.test(details.found ?? '');
}

/** The error with the file and line it is about, as far as they can be found. */
async function placed(error: DataError, texts: readonly PlainText[], { signal }: OpenContext): Promise<DataError> {
  const { file, found } = error.details;
  for (const text of texts) {
    const line = text.path.endsWith('.zst') ? null : ((await malformedLine(text.path, signal)) ?? (await malformedPlace(text.path)));
    if (line !== null) return new DataError(error.code, { file: text.original, line, found });
  }
  const heads = await Promise.all(texts.map(async (text) => Buffer.from(await readHead(text.path, 64)).toString('utf8')));
  if (heads.every((head) => /^\s*[^\s{["\d-]/.test(head)))
    return new DataError('not_this_format', { file, expected: 'json', found: 'text' });
  return new DataError(error.code, { file, found });
}

/** What is loaded: where the reader finds it, and what faults are told of. */
interface JsonInput {
  /** Paths in SQL, and the reader's options but those that look for types. */
  readonly paths: string;
  readonly options: string;
  /** SQL of the rows as they stand, in a column `json`. */
  readonly objects: string;
  /** The one file there is, else the dataset as it was given. */
  readonly file: string;
}

async function load(
  texts: readonly PlainText[],
  source: RawTable['source'],
  context: OpenContext,
  largestObject: number,
): Promise<RawTable> {
  context.progress(source.path);
  for (const text of texts) if (text.path.endsWith('.zst')) await boundPacked(text, largestObject, context);
  const paths = quotePaths(texts.map((text) => text.path));
  const limits = `maximum_object_size = ${largestObject}`;
  const input: JsonInput = {
    paths,
    options: `format = 'auto', union_by_name = true, ${limits}`,
    objects: `read_json_objects(${paths}, format = 'auto', ${limits})`,
    file: texts.length === 1 ? (texts[0]?.original ?? source.path) : source.path,
  };
  const { found, detected } = await keysOf(input, context);
  boundColumns(found.length, input.file);
  // What the reader names values that stand in no object.
  if (found.length === 1 && found[0]?.name === 'json') await checkObjects(input, source, context);
  const typed = found.map(({ name, type }) => ({ name, type: guessed.test(type) && !type.endsWith(']') ? 'VARCHAR' : type }));
  try {
    const { relation, rows, columns } = await loadTyped(input, typed, detected, context);
    if (rows === 0) throw new DataError('no_rows', { file: source.path });
    // One object around a table: `{"data": […]}`.
    if (rows === 1 && columns.every(({ kind }) => kind === 'nested')) throw new DataError('not_objects', { file: input.file });
    return { relation, columns, rows, rowIndex: 'rowid', source, inPlace: false };
  } catch (error) {
    throw readerError(error, { file: input.file });
  }
}

/** Keys of the rows and their types, and how the reader was told to look for them. */
async function keysOf(
  { paths, options, objects, file }: JsonInput,
  context: OpenContext,
): Promise<{ readonly found: Awaited<ReturnType<typeof describeReader>>; readonly detected: string }> {
  const describe = (detected: string): ReturnType<typeof describeReader> =>
    describeReader(`read_json(${paths}, ${detected}, convert_strings_to_integers = false, ${options})`, file, context);
  // Telling types takes time that grows with the square of the keys, in which no cancel is heard.
  await boundKeys(`${objects} WHERE strlen(json) >= ${manyKeysBytes}`, file, context);
  const found = await describe(detection);
  if (found.length !== 1 || found[0]?.name !== 'json' || !found[0].type.startsWith('MAP(')) return { found, detected: detection };
  await boundKeys(objects, file, context);
  return { found: await describe(withoutMaps), detected: withoutMaps };
}

/** Rejects where there are no rows, or none that is an object. */
async function checkObjects({ objects, file }: JsonInput, source: RawTable['source'], { database, signal }: OpenContext): Promise<void> {
  const [row] = await database.rows(
    `SELECT count(*)::DOUBLE AS n, count(*) FILTER (WHERE json_type(json) = 'OBJECT')::DOUBLE AS objects FROM ${objects}`,
    signal,
  );
  if (Number(row?.n) === 0) throw new DataError('no_rows', { file: source.path });
  if (Number(row?.objects) === 0) throw new DataError('not_objects', { file });
}

/** Loads what is not nested into a table. */
async function loadTyped(
  { paths, options }: JsonInput,
  typed: readonly { readonly name: string; readonly type: string }[],
  detected: string,
  { database, signal, side }: OpenContext,
): Promise<Pick<RawTable, 'relation' | 'rows' | 'columns'>> {
  const loaded = typed.filter(({ type }) => !['nested', 'other'].includes(kindOfType(type)));
  const relation = `${side}_rows`;
  const definitions = loaded.map(({ name, type }) => `${quoteText(name)}: ${quoteText(type)}`);
  const byName = loaded.length > 0 && !renamesKeys(typed.map(({ name }) => name));
  const reader = byName
    ? `read_json(${paths}, columns = {${definitions.join(', ')}}, ${options})`
    : `read_json(${paths}, ${detected}, ${options})`;
  // Told by their place: the reader gives what was asked for, or everything it found.
  const read = byName ? loaded : typed;
  const places = new Map(read.map((column, i) => [column, `f${i}`]));
  const picked = loaded.map((column, i) => `CAST(${places.get(column)} AS ${column.type}) AS c${i}`);
  await database.run(
    `CREATE OR REPLACE TABLE ${relation} AS SELECT ${picked.join(', ') || '1 AS nothing'} FROM ${reader} AS t(${[...places.values()].join(', ')})`,
    signal,
  );
  const [count] = await database.rows(`SELECT count(*)::DOUBLE AS n FROM ${relation}`, signal);
  const columns = typed.map(({ name, type }): RawColumn => {
    const at = loaded.findIndex((column) => column.name === name);
    return {
      name,
      sql: at < 0 ? 'NULL' : `c${at}`,
      type,
      kind: kindOfType(type),
      physicalType: type,
      readable: type === 'VARCHAR',
      reading: null,
      bad: null,
    };
  });
  return { relation, columns, rows: Number(count?.n) };
}

/** Rejects with too_many_columns when rows have more different keys than columns are read. */
async function boundKeys(rows: string, file: string, { database, signal }: OpenContext): Promise<void> {
  try {
    const keys = `SELECT unnest(json_keys(json)) AS key FROM (SELECT json FROM ${rows}) WHERE json_type(json) = 'OBJECT'`;
    const [row] = await database.rows(`SELECT count(DISTINCT key)::DOUBLE AS n FROM (${keys})`, signal);
    boundColumns(Number(row?.n), file);
  } catch (error) {
    throw readerError(error, { file });
  }
}

/**
 * The reader tells keys that differ in case only apart by a number (`a`, `A_1`) and names an empty key by its place (`C1`): no key of the file to ask for. Nor
 * can a statement hold a NUL.
 */
function renamesKeys(names: readonly string[]): boolean {
  if (names.some((name, i) => name === `C${i}` || name.includes('\0'))) return true;
  const known = new Set(names.map((name) => name.toLowerCase()));
  return names.some((name) => /_\d+$/.test(name) && known.has(name.replace(/_\d+$/, '').toLowerCase()));
}
