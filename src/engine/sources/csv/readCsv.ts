import { quotePaths, quoteText, quoteTexts } from '../../sql/quote.ts';
import type { CsvShape } from './dialect.ts';

/** Texts read as null unless the spec names its own; the empty field always is. What pandas takes as missing by default, without the rare ones. */
export const defaultNulls = ['', 'NA', 'N/A', 'n/a', '#N/A', '<NA>', 'NaN', 'nan', 'NaT', 'NULL', 'null', 'None'];

/** Longest line that is read; longer ones are a DataError. */
export const longestLine = 2 * 1024 * 1024;

const manyFields = 400;

export interface CsvRead {
  /** Files of one shape, read in this order. */
  readonly paths: readonly string[];
  readonly shape: CsvShape;
  readonly fields: number;
  /** Fields the reader itself turns into DOUBLE, by index; a value that is none rejects its row. The rest is text. */
  readonly doubles: ReadonlySet<number>;
  readonly nulls: readonly string[];
  /** Table rejected rows are written to, and how many at most (0: all); null: rejected rows are passed over. */
  readonly rejects: { readonly table: string; readonly limit: number } | null;
  /** False reads rows that break the rules (mixed line ends) as well as it can. */
  readonly strict: boolean;
}

/** Name of the i-th field in `readCsv`. */
export function fieldName(i: number): string {
  return `f${i}`;
}

/** A `read_csv(…)` with nothing left to guess. */
export function readCsv(read: CsvRead): string {
  const { delimiter, quote, escape: escaping } = read.shape.dialect;
  const columns = Array.from(
    { length: read.fields },
    (_, i) => `${quoteText(fieldName(i))}: '${read.doubles.has(i) ? 'DOUBLE' : 'VARCHAR'}'`,
  );
  const options = [
    quotePaths(read.paths),
    'auto_detect = false',
    `delim = ${quoteText(delimiter)}`,
    `quote = ${quoteText(quote)}`,
    `escape = ${quoteText(escaping)}`,
    `header = ${read.shape.header}`,
    `skip = ${read.shape.skip}`,
    `columns = {${columns.join(', ')}}`,
    `nullstr = ${quoteTexts(read.nulls)}`,
    `max_line_size = ${longestLine}`,
    // Every thread holds vectors for all columns beside its buffer.
    ...(read.fields > manyFields ? [`buffer_size = ${2 * longestLine}`] : []),
    `strict_mode = ${read.strict}`,
    read.rejects === null
      ? 'ignore_errors = true'
      : `store_rejects = true, rejects_table = ${quoteText(read.rejects.table)}, rejects_scan = ${quoteText(`${read.rejects.table}_scan`)}, rejects_limit = ${read.rejects.limit}`,
  ];
  return `read_csv(${options.join(', ')})`;
}
