import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import { DataError } from '../../core/data/dataError.ts';
import type { Database } from '../database/database.ts';
import { quoteText } from '../sql/quote.ts';

/** Rows of one file that were refused: nearly always for their number of fields. */
export interface Rejected {
  readonly rows: number;
  readonly line: number;
  /** Fields of the header, and of the first such row (0 when something else was wrong with it). */
  readonly expected: number;
  readonly found: number;
  /** Text stands behind a closing quote somewhere (`"x"y`): a laxer reader would take the row. */
  readonly looseQuotes: boolean;
}

/** What a load refused, or null when nothing. A quote that never closes and text of another encoding are DataErrors at once. */
export async function readRejects(
  database: Database,
  table: string,
  file: string,
  quote: string,
  fields: number,
  signal: CancelSignal,
): Promise<Rejected | null> {
  const quotes = `length(left(csv_line, 1000000)) - length(replace(left(csv_line, 1000000), ${quoteText(quote)}, ''))`;
  const [first] = await database.rows(
    `SELECT count(DISTINCT line)::DOUBLE AS n, min(line)::DOUBLE AS line,
      min(line) FILTER (WHERE error_type IN ('UNQUOTED VALUE', 'LINE SIZE OVER MAXIMUM') AND (${quotes}) % 2 = 1)::DOUBLE AS quote_line,
      min(line) FILTER (WHERE error_type = 'LINE SIZE OVER MAXIMUM')::DOUBLE AS long_line,
      min(line) FILTER (WHERE error_type = 'INVALID ENCODING')::DOUBLE AS encoding_line,
      bool_or(error_type = 'UNQUOTED VALUE') AS loose,
      min(line) FILTER (WHERE error_type LIKE '%COLUMNS')::DOUBLE AS ragged_line
    FROM ${table}`,
    signal,
  );
  if (first === undefined || Number(first.n) === 0) return null;
  if (first.encoding_line !== null) throw new DataError('wrong_encoding', { file, line: Number(first.encoding_line) });
  if (first.quote_line !== null) throw new DataError('unclosed_quote', { file, line: Number(first.quote_line) });
  if (first.long_line !== null) throw new DataError('line_too_long', { file, line: Number(first.long_line) });
  const line = Number(first.ragged_line ?? first.line);
  const [widest] = await database.rows(
    `SELECT max(CAST(regexp_extract(error_message, 'Found: (\\d+)', 1) AS INTEGER))::DOUBLE AS found FROM ${table} WHERE line = ${line} AND error_type LIKE '%COLUMNS'`,
    signal,
  );
  return { rows: Number(first.n), line, expected: fields, found: Number(widest?.found ?? 0), looseQuotes: first.loose === true };
}
