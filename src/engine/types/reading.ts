import type { ColumnKind } from '../../core/data/columnKind.ts';
import { quoteText, quoteTexts } from '../sql/quote.ts';
import { writtenNumber } from './writtenNumber.ts';

/** How texts are read as values. Pinned by the reference, so that a guess about current cannot look like drift. */
export type Reading =
  | { readonly kind: 'text' }
  | { readonly kind: 'boolean' }
  /**
   * `whole`: integers beyond 2^53, which a double would round. `written`: as people write numbers, with separators between thousands, signs of
   * currencies, percent and brackets around what is negative. `clock`: times of day, as hours since midnight.
   */
  | { readonly kind: 'number'; readonly comma: boolean; readonly whole: boolean; readonly written?: boolean; readonly clock?: boolean }
  /** `formats`: null for ISO 8601, else strptime formats. */
  | { readonly kind: 'timestamp'; readonly formats: readonly string[] | null };

/** Which of two numbers is the day, where a date does not tell. */
export type DateOrder = 'dmy' | 'mdy';

const times = ['', ' %H:%M', ' %H:%M:%S', ' %H:%M:%S.%f', ' %I:%M %p', ' %I:%M:%S %p'];

/** Formats of one order of day and month with one separator; a date alone or with a time. */
export function dateFormats(order: DateOrder, separator: string): readonly string[] {
  const [a, b] = order === 'dmy' ? ['%d', '%m'] : ['%m', '%d'];
  return times.map((time) => `${a}${separator}${b}${separator}%Y${time}`);
}

/** Formats of dates with the English name of the month, whole or of three letters: `5 Jan 2024`, `05-JAN-2024`, `January 5, 2024`. */
export const namedMonthFormats: readonly string[] = ['%d %b %Y', '%d-%b-%Y', '%d %B %Y', '%d-%B-%Y', '%b %d, %Y', '%B %d, %Y'].flatMap(
  (date) => times.slice(0, 4).map((time) => `${date}${time}`),
);

/** SQL that reads the text `sql` so; null where it cannot be read. */
export function readText(sql: string, reading: Reading): string {
  switch (reading.kind) {
    case 'text':
      return sql;
    case 'boolean':
      return `TRY_CAST(${sql} AS BOOLEAN)`;
    case 'number':
      return readNumber(sql, reading);
    case 'timestamp':
      return reading.formats === null ? isoTime(sql) : `try_strptime(${sql}, ${quoteTexts(reading.formats)})`;
  }
}

function readNumber(sql: string, { comma, whole, written, clock }: Extract<Reading, { kind: 'number' }>): string {
  if (clock === true) return clockHours(`TRY_CAST(${sql} AS TIME)`);
  if (written === true) return writtenNumber(sql, comma);
  // The reader takes `41_10_1` for 41101.
  const number = `TRY_CAST(${comma ? withoutComma(sql) : sql} AS ${whole ? 'HUGEINT' : 'DOUBLE'})`;
  return `CASE WHEN NOT contains(${sql}, '_') THEN ${number} END`;
}

/** The type of what `readText` gives. */
export function typeOfReading(reading: Reading): string {
  switch (reading.kind) {
    case 'text':
      return 'VARCHAR';
    case 'boolean':
      return 'BOOLEAN';
    case 'number':
      return reading.whole ? 'HUGEINT' : 'DOUBLE';
    case 'timestamp':
      return 'TIMESTAMP';
  }
}

/** SQL of a TIME as hours since midnight, so that times of day have an order and a distance. */
export function clockHours(sql: string): string {
  return `epoch(${sql}) / 3600`;
}

/** `1.234,5` → `1234.5`; a text with neither stays. A point that cannot separate thousands makes it unreadable. */
export function withoutComma(sql: string): string {
  return `CASE WHEN contains(${sql}, ',') THEN replace(replace(${sql}, '.', ''), ',', '.') WHEN regexp_full_match(${sql}, ${quoteText('[-+]?\\d{1,3}(\\.\\d{3})+')}) THEN replace(${sql}, '.', '') ELSE ${sql} END`;
}

/**
 * ISO 8601 with T or space, with or without offset (without: UTC), date only too. A plain cast to TIMESTAMP drops an offset without a word, and
 * the cast that heeds it takes twice the time: it is used where a sign stands behind the date. `infinity` and `epoch` are no times of a file.
 */
function isoTime(sql: string): string {
  const offset = `contains(substr(${sql}, 11), '+') OR contains(substr(${sql}, 11), '-')`;
  return `CASE WHEN ${sql} BETWEEN '0' AND ':' THEN CASE WHEN ${offset} THEN CAST(TRY_CAST(${sql} AS TIMESTAMPTZ) AS TIMESTAMP) ELSE TRY_CAST(${sql} AS TIMESTAMP) END END`;
}

/** The reading that forces a kind (from the spec). */
export function readingOfKind(kind: ColumnKind): Reading | null {
  switch (kind) {
    case 'number':
      return { kind, comma: false, whole: false };
    case 'timestamp':
      return { kind, formats: null };
    case 'boolean':
    case 'text':
      return { kind };
    default:
      return null;
  }
}
