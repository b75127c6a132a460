import { quoteText } from '../sql/quote.ts';
import { dateFormats, namedMonthFormats, type Reading, readText, withoutComma } from './reading.ts';

/** How it is found out whether texts can be read in a certain way. */
export interface Test {
  readonly key: string;
  readonly reading: Reading;
  /** What a text that counts looks like, and some more: rules tests out without a query. */
  readonly shape: RegExp;
  /** SQL condition under which a text counts for this reading. */
  readonly when: (sql: string) => string;
  /** Share of the first rows it must fit to be looked at. */
  readonly plausible?: number;
}

export const whole = { kind: 'number', comma: false, whole: true } as const;
export const number = { kind: 'number', comma: false, whole: false } as const;
export const comma = { kind: 'number', comma: true, whole: false } as const;
export const writtenPoint = { ...number, written: true } as const;
export const writtenComma = { ...comma, written: true } as const;
export const clock = { ...number, clock: true } as const;
export const iso = { kind: 'timestamp', formats: null } as const;
export const namedMonth: Reading = { kind: 'timestamp', formats: namedMonthFormats };

const readable =
  (reading: Reading) =>
  (sql: string): string =>
    `${readText(sql, reading)} IS NOT NULL`;

/** Columns whose dates are written in several ways are told: each may be rare. */
const plausibleDates = 0.1;

const dateShapes: readonly (readonly [string, RegExp])[] = [
  ['/', /^\d{1,2}\/\d{1,2}\/\d{4}(?: |$)/],
  ['.', /^\d{1,2}\.\d{1,2}\.\d{4}(?: |$)/],
  ['-', /^\d{1,2}-\d{1,2}-\d{4}(?: |$)/],
];

/** Tests of dates in figures: for each separator the day first, then the month first. */
export const dates: readonly Test[] = dateShapes.flatMap(([separator, shape], i) =>
  (['dmy', 'mdy'] as const).map((order) => {
    const reading: Reading = { kind: 'timestamp', formats: dateFormats(order, separator) };
    // Two-digit years are left alone: %Y would read them as years of the first century.
    const sqlShape = quoteText(`\\d{1,2}[${separator}]\\d{1,2}[${separator}]\\d{4}( .*)?`);
    return {
      key: `${order}${i}`,
      reading,
      shape,
      plausible: plausibleDates,
      when: (sql: string) => `CASE WHEN regexp_full_match(${sql}, ${sqlShape}) THEN ${readText(sql, reading)} END IS NOT NULL`,
    };
  }),
);

/** Tests of plain values. */
export const values: readonly Test[] = [
  { key: 'b', reading: { kind: 'boolean' }, shape: /^(?:true|false)$/i, when: (sql) => `lower(${sql}) IN ('true', 'false')` },
  {
    key: 'd',
    reading: number,
    shape: /^\s*[-+]?(?:(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:e[-+]?[\d_]+)?|inf(?:inity)?|nan)\s*$/i,
    when: readable(number),
  },
  // Decimal commas: at least one must be seen, or `1.234` would change its meaning.
  {
    key: 'c',
    reading: comma,
    shape: /^[-+]?[\d.]*\d(?:,\d+)?(?:[eE][-+]?\d+)?$/,
    when: (sql) =>
      `regexp_full_match(${sql}, ${quoteText('[-+]?[\\d.]*\\d(,\\d+)?([eE][-+]?\\d+)?')}) AND TRY_CAST(${withoutComma(sql)} AS DOUBLE) IS NOT NULL`,
  },
];

/** Signs, currencies and brackets, then digits: more than fits, and no word with a number behind it. */
const writtenStart = /^[-+−(\s$€£¥₹₩₽₺฿₫₪₴₦元.A-Zkrzł]{0,8}\d[\d.,'’\s]*(?:[eE][-+]?\d+)?\D{0,8}$/u;

/** Tests of numbers as people write them. */
export const writtenTests: readonly Test[] = [
  { key: 's', reading: writtenPoint, shape: writtenStart, when: readable(writtenPoint) },
  { key: 't', reading: writtenComma, shape: writtenStart, when: readable(writtenComma) },
];

/** A time of day alone. */
export const clockTest: Test = {
  key: 'k',
  reading: clock,
  shape: /^\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?$/,
  when: (sql) => `regexp_full_match(${sql}, '\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?') AND TRY_CAST(${sql} AS TIME) IS NOT NULL`,
};

export const namedMonthTest: Test = {
  key: 'm',
  reading: namedMonth,
  shape: /^(?:\d{1,2}[- ][A-Za-z]{3,9}[- ]\d{4}|[A-Za-z]{3,9} \d{1,2}, \d{4})/,
  plausible: plausibleDates,
  when: readable(namedMonth),
};

export const isoTest: Test = { key: 'i', reading: iso, shape: /^\d+[-/ \\]\d+[-/ \\]\d/, plausible: plausibleDates, when: readable(iso) };
