import { quotePath, quoteText, quoteTexts } from '../sql/quote.ts';
import type { CsvShape } from './dialect.ts';

/** Texts read as null unless the spec names its own; the empty field always is. What pandas takes as missing by default, without the rare ones. */
export const defaultNulls = ['', 'NA', 'N/A', 'n/a', '#N/A', '<NA>', 'NaN', 'nan', 'NaT', 'NULL', 'null', 'None'];

/** Longest line that is read; longer ones are a DataError. */
export const longestLine = 8 * 1024 * 1024;

export interface CsvRead {
  readonly path: string;
  readonly shape: CsvShape;
  readonly fields: number;
  readonly nulls: readonly string[];
  /** Table rejected rows are written to; null: rejected rows are passed over. */
  readonly rejects: string | null;
  /** False reads rows that break the rules (mixed line ends) as well as it can. */
  readonly strict: boolean;
}

/** Name of the i-th field in `readCsv`. */
export function fieldName(i: number): string {
  return `f${i}`;
}

/** A `read_csv(…)` with nothing left to guess; every field is text. */
export function readCsv(read: CsvRead): string {
  const { delimiter, quote, escape: escaping } = read.shape.dialect;
  const columns = Array.from({ length: read.fields }, (_, i) => `${quoteText(fieldName(i))}: 'VARCHAR'`);
  const options = [
    quotePath(read.path),
    'auto_detect = false',
    `delim = ${quoteText(delimiter)}`,
    `quote = ${quoteText(quote)}`,
    `escape = ${quoteText(escaping)}`,
    `header = ${read.shape.header}`,
    `skip = ${read.shape.skip}`,
    `columns = {${columns.join(', ')}}`,
    `nullstr = ${quoteTexts(read.nulls)}`,
    `max_line_size = ${longestLine}`,
    `strict_mode = ${read.strict}`,
    read.rejects === null
      ? 'ignore_errors = true'
      : `store_rejects = true, rejects_table = ${quoteText(read.rejects)}, rejects_scan = ${quoteText(`${read.rejects}_scan`)}, rejects_limit = 0`,
  ];
  return `read_csv(${options.join(', ')})`;
}
