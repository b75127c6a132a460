import { open } from 'node:fs/promises';
import { DataError } from '../../../core/data/dataError.ts';
import { boundColumns } from '../../boundColumns.ts';
import { readerError } from '../../database/readerError.ts';
import type { PlainText } from '../../files/plainText.ts';
import type { OpenContext } from '../../openContext.ts';
import { quotePath } from '../../sql/quote.ts';
import { type CsvShape, detectShape } from './dialect.ts';
import { endsQuoted } from './endsQuoted.ts';
import { headerNames } from './headerNames.ts';
import type { Dialect } from './parseRecords.ts';
import { longestLine } from './readCsv.ts';
import { unnamedField } from './rowNames.ts';

/** One file of a CSV dataset with its own shape. */
export interface CsvPart {
  readonly text: PlainText;
  readonly shape: CsvShape;
  readonly names: readonly string[];
  readonly repeated: readonly string[];
  /** Names that had blanks around them. */
  readonly trimmed: readonly string[];
  /** Fields of a row: one more than names where the first holds names of rows. */
  readonly fields: number;
  /** May be read by one statement with others: small, and no quote is open at its end, which the reader tells of a single file only. */
  readonly joins: boolean;
}

const headBytes = 256 * 1024;

/** Looks at the head of a file. Rejects with no_rows, line_too_long, too_many_columns and header_short. */
export async function csvPart(text: PlainText, preferred: Dialect | null, context: OpenContext): Promise<CsvPart> {
  const packed = text.path.endsWith('.zst');
  const { head, complete } = packed
    ? await packedHead(text.path, context).catch((error: unknown) => {
        throw readerError(error, { file: text.original });
      })
    : await plainHead(text);
  const tab = /\.(?:tsv|tab)(?:\.\w+)?$/i.test(text.original) ? { delimiter: '\t', quote: '"', escape: '"' } : null;
  const shape = detectShape(head, complete, preferred ?? tab);
  if (shape === null) throw new DataError('no_rows', { file: text.original });
  boundColumns(shape.first.length, text.original);
  const { names, repeated, trimmed } = headerNames(shape.first, shape.header);
  const unnamed = unnamedField(shape, context.pins?.readings ?? null);
  if (unnamed?.kind === 'short')
    throw new DataError('header_short', {
      file: text.original,
      line: shape.firstLine,
      expected: String(unnamed.fields),
      found: String(shape.first.length),
    });
  const fields = names.length + (unnamed === null ? 0 : 1);
  return { text, shape, names, repeated, trimmed, fields, joins: complete && !packed && !endsQuoted(head, shape.dialect) };
}

async function plainHead({ path, original }: PlainText): Promise<{ head: string; complete: boolean }> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    for (const most of [headBytes, longestLine]) {
      // One byte more than there should be shows that this is all.
      const length = Math.min(most, size + 1);
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(length), 0, length, 0);
      const complete = bytesRead < most;
      const ended = complete || buffer.subarray(0, bytesRead).includes(10) || buffer.subarray(0, bytesRead).includes(13);
      // A character cut at the end belongs to the record that is left out anyway.
      if (ended) return { head: buffer.toString('utf8', 0, bytesRead), complete };
    }
    throw new DataError('line_too_long', { file: original, line: 1, expected: `${longestLine / 2 ** 20} MB` });
  } finally {
    await file.close();
  }
}

/** Lines of a zstd file, which only DuckDB can unpack everywhere. */
async function packedHead(path: string, { database, signal }: OpenContext): Promise<{ head: string; complete: boolean }> {
  const lines = 2000;
  const rows = await database.rows(
    `SELECT line FROM read_csv(${quotePath(path)}, auto_detect = false, header = false, delim = '\u0001', quote = '', escape = '', columns = {'line': 'VARCHAR'}, ignore_errors = true) LIMIT ${lines}`,
    signal,
  );
  return { head: `${rows.map((row) => row.line ?? '').join('\n')}\n`, complete: true };
}
