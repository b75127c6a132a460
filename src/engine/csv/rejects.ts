import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import { DataError } from '../../core/data/dataError.ts';
import type { Database } from '../database/database.ts';
import type { PlainText } from '../files/plainText.ts';
import { quoteText } from '../sql/quote.ts';

/** Rows of one file that were refused: nearly always for their number of fields. */
export interface Rejected {
  readonly file: string;
  readonly rows: number;
  readonly line: number;
  /** Fields of the header, and of the first such row (0 when something else was wrong with it). */
  readonly expected: number;
  readonly found: number;
  /** Text stands behind a closing quote somewhere (`"x"y`): a laxer reader would take the row. */
  readonly looseQuotes: boolean;
}

/** What was loaded, and the table that the reader notes in what it refused. */
export interface Refusing {
  readonly table: string;
  readonly files: readonly PlainText[];
  readonly quote: string;
  /** Fields of the header. */
  readonly fields: number;
}

/** What a load refused, file by file in the order of `files`; only the first says how many fields were found. A quote that never closes, a line without end and text of another encoding are DataErrors at once. */
export async function readRejects(
  database: Database,
  { table, files, quote, fields }: Refusing,
  signal: CancelSignal,
): Promise<readonly Rejected[]> {
  const quotes = `length(left(csv_line, 1000000)) - length(replace(left(csv_line, 1000000), ${quoteText(quote)}, ''))`;
  const found = await database.rows(
    `SELECT file_path, file_id::DOUBLE AS id, count(DISTINCT line)::DOUBLE AS n, min(line)::DOUBLE AS line,
      min(line) FILTER (WHERE error_type IN ('UNQUOTED VALUE', 'LINE SIZE OVER MAXIMUM') AND (${quotes}) % 2 = 1)::DOUBLE AS quote_line,
      min(line) FILTER (WHERE error_type = 'LINE SIZE OVER MAXIMUM')::DOUBLE AS long_line,
      min(line) FILTER (WHERE error_type = 'INVALID ENCODING')::DOUBLE AS encoding_line,
      bool_or(error_type = 'UNQUOTED VALUE') AS loose,
      min(line) FILTER (WHERE error_type LIKE '%COLUMNS')::DOUBLE AS ragged_line
    FROM ${table} JOIN ${table}_scan USING (scan_id, file_id) GROUP BY file_path, file_id`,
    signal,
  );
  const places = new Map(files.map(({ path }, i) => [path, i]));
  const inOrder = found
    .map((row) => ({ row, at: places.get(String(row.file_path)) ?? 0 }))
    .sort((a, b) => a.at - b.at)
    .map(({ row, at }) => ({ row, file: files[at]?.original ?? '' }));
  for (const { row, file } of inOrder) {
    if (row.encoding_line !== null) throw new DataError('wrong_encoding', { file, line: Number(row.encoding_line) });
    if (row.quote_line !== null) throw new DataError('unclosed_quote', { file, line: Number(row.quote_line) });
    if (row.long_line !== null) throw new DataError('line_too_long', { file, line: Number(row.long_line) });
  }
  const rejected: Rejected[] = [];
  for (const { row, file } of inOrder) {
    const line = Number(row.ragged_line ?? row.line);
    const widest = rejected.length > 0 ? 0 : await widestLine(database, table, { file: Number(row.id), line }, signal);
    rejected.push({ file, rows: Number(row.n), line, expected: fields, found: widest, looseQuotes: row.loose === true });
  }
  return rejected;
}

async function widestLine(
  database: Database,
  table: string,
  { file, line }: { readonly file: number; readonly line: number },
  signal: CancelSignal,
): Promise<number> {
  const [row] = await database.rows(
    `SELECT max(CAST(regexp_extract(error_message, 'Found: (\\d+)', 1) AS INTEGER))::DOUBLE AS found FROM ${table} WHERE file_id = ${file} AND line = ${line} AND error_type LIKE '%COLUMNS'`,
    signal,
  );
  return Number(row?.found ?? 0);
}
