import { readerError } from '../database/readerError.ts';
import type { RowStore } from '../database/rowStore.ts';
import type { OpenContext } from '../openContext.ts';
import { type Reading, readText } from '../types/reading.ts';
import type { CsvPart } from './csvPart.ts';
import { nullSpellings, withoutNulls } from './nullSpellings.ts';
import { fieldName, readCsv } from './readCsv.ts';
import { type Rejected, readRejects } from './rejects.ts';

export interface Way {
  readonly direct: boolean;
  readonly strict: boolean;
}

/** Ways of reading a file, fastest first; the next is tried when one proves not to suit. */
export const ways: readonly Way[] = [
  { direct: false, strict: true },
  // Mixed line ends break the strict reader off, and it refuses text behind a closing quote.
  { direct: false, strict: false },
];

/** Where parts are loaded to, and how their columns are read. */
export interface CsvTarget {
  readonly relation: string;
  readonly names: readonly string[];
  /** How each of the names is read. */
  readonly typed: readonly Reading[];
  readonly store: RowStore;
}

/**
 * Loads parts of one shape with one statement; what was refused of them, file by file. Null when none of the ways suits. Rejects as the reader
 * does; of several parts it does not know which is at fault.
 */
export async function loadParts(
  parts: readonly CsvPart[],
  tried: readonly Way[],
  target: CsvTarget,
  context: OpenContext,
): Promise<readonly Rejected[] | null> {
  const { database, signal } = context;
  const { relation, store } = target;
  const first = parts[0] as CsvPart;
  const file = first.text.original;
  context.progress(file);
  for (const { direct, strict } of tried) {
    const rejects = { table: `${relation}_rejects`, limit: direct ? directRejects : 0 };
    await database.run(`DROP TABLE IF EXISTS ${rejects.table}; DROP TABLE IF EXISTS ${rejects.table}_scan`, signal);
    const { values, read, doubles, nulls } = picked(first, target, direct, context);
    const reader = {
      paths: parts.map(({ text }) => text.path),
      shape: first.shape,
      fields: first.fields,
      nulls: nulls.reader,
      rejects,
      strict,
      doubles,
    };
    let added = false;
    try {
      await store.add(values, `(SELECT ${['*', ...read].join(', ')} FROM ${readCsv(reader)})`, signal);
      added = true;
      if (!direct || (await suits(rejects.table, context))) {
        const texts = parts.map(({ text }) => text);
        const { quote } = first.shape.dialect;
        const rejected = await readRejects(database, { table: rejects.table, files: texts, quote, fields: first.fields }, signal);
        if (!strict || !rejected.some(({ looseQuotes }) => looseQuotes)) return rejected;
      }
      await store.undo(signal);
    } catch (error) {
      if (added) await store.undo(signal);
      const mixedLineEnds = error instanceof Error && error.message.includes('state machine reached an invalid state');
      if (!strict || !mixedLineEnds) throw readerError(error, { file });
    }
  }
  return null;
}

/** The SQL of a part's columns, with `direct` the plain numbers left to the reader. */
interface Picked {
  /** Values and marks of what could not be read, as they are stored. */
  readonly values: readonly string[];
  /** What `values` are made of beneath. */
  readonly read: readonly string[];
  /** Places of the fields that the reader parses itself. */
  readonly doubles: ReadonlySet<number>;
  readonly nulls: ReturnType<typeof nullSpellings>;
}

function picked(first: CsvPart, { names, typed }: CsvTarget, direct: boolean, context: OpenContext): Picked {
  const places = new Map(first.names.map((name, at) => [name, at + first.fields - first.names.length]));
  const doubles = new Set<number>();
  const nulls = nullSpellings(context.nullValues, first.shape.dialect, context.held);
  // Read beneath, told apart above: an expression that stands twice is planned twice, which takes seconds with thousands of columns.
  const read: string[] = [];
  const values = names.flatMap((name, i) => {
    const at = places.get(name) ?? -1;
    const reading = typed[i] ?? { kind: 'text' };
    const text = at < 0 ? 'NULL::VARCHAR' : withoutNulls(fieldName(at), nulls.beyond(name));
    if (direct && isPlainNumber(reading)) {
      if (at >= 0) doubles.add(at);
      return [text];
    }
    if (reading.kind === 'text') return [text];
    read.push(`${readText(text, reading)} AS v${i}`);
    return [`v${i}`, `${text} IS NOT NULL AND v${i} IS NULL`];
  });
  return { values, read, doubles, nulls };
}

/** Numbers the reader may parse itself: a row with any other text there is rejected, so that none is unreadable. */
export function isPlainNumber(reading: Reading): boolean {
  return reading.kind === 'number' && !reading.comma && !reading.whole && reading.written !== true && reading.clock !== true;
}

/** Rejects noted on the direct way: more mean that it does not suit. */
const directRejects = 1000;

async function suits(rejects: string, { database, signal }: OpenContext): Promise<boolean> {
  const [row] = await database.rows(
    `SELECT count(*)::DOUBLE AS n, count(*) FILTER (WHERE error_type = 'CAST')::DOUBLE AS casts FROM ${rejects}`,
    signal,
  );
  return Number(row?.n) < directRejects && Number(row?.casts) === 0;
}
