import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import type { Cell, Database } from '../database/database.ts';
import { quoteText } from '../sql/quote.ts';
import { type DateOrder, dateFormats, namedMonthFormats, type Reading, readText, withoutComma } from './reading.ts';
import { hasWriting } from './writtenNumber.ts';

/** Share of non-null values that must be readable for a column of texts to be taken as something else. */
export const readableShare = 0.95;

const columnsPerQuery = 100;

interface Test {
  readonly key: string;
  readonly reading: Reading;
  /** What a text that counts looks like, and some more: rules tests out without a query. */
  readonly shape: RegExp;
  /** SQL condition under which a text counts for this reading. */
  readonly when: (sql: string) => string;
  /** Share of the first rows it must fit to be looked at. */
  readonly plausible?: number;
}

const whole = { kind: 'number', comma: false, whole: true } as const;
const number = { kind: 'number', comma: false, whole: false } as const;
const comma = { kind: 'number', comma: true, whole: false } as const;
const writtenPoint = { ...number, written: true } as const;
const writtenComma = { ...comma, written: true } as const;
const clock = { ...number, clock: true } as const;
const iso = { kind: 'timestamp', formats: null } as const;
const namedMonth: Reading = { kind: 'timestamp', formats: namedMonthFormats };

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

const dates: readonly Test[] = dateShapes.flatMap(([separator, shape], i) =>
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

const values: readonly Test[] = [
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

const writtenTests: readonly Test[] = [
  { key: 's', reading: writtenPoint, shape: writtenStart, when: readable(writtenPoint) },
  { key: 't', reading: writtenComma, shape: writtenStart, when: readable(writtenComma) },
];

/** A time of day alone. */
const clockTest: Test = {
  key: 'k',
  reading: clock,
  shape: /^\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?$/,
  when: (sql) => `regexp_full_match(${sql}, '\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?') AND TRY_CAST(${sql} AS TIME) IS NOT NULL`,
};

const namedMonthTest: Test = {
  key: 'm',
  reading: namedMonth,
  shape: /^(?:\d{1,2}[- ][A-Za-z]{3,9}[- ]\d{4}|[A-Za-z]{3,9} \d{1,2}, \d{4})/,
  plausible: plausibleDates,
  when: readable(namedMonth),
};

const isoTest: Test = { key: 'i', reading: iso, shape: /^\d+[-/ \\]\d+[-/ \\]\d/, plausible: plausibleDates, when: readable(iso) };

/** Whole numbers that a double may round. */
const longWhole = /^[-+]?\d{15,38}$/;

export interface InferOptions {
  /** Numbers and booleans are looked for too (CSV); else only times. */
  readonly untyped: boolean;
  /** Decimal commas are possible (the delimiter is not a comma). */
  readonly comma: boolean;
  /** Which number of a date is the day where neither is above 12; null: then the column stays text. */
  readonly dateOrder: DateOrder | null;
}

/** How a column of texts is best read, and what was seen of how its dates are written. */
export interface Inferred {
  readonly reading: Reading;
  /** `order`: dates of which day and month cannot be told apart. `spellings`: dates written in several ways, with their shares. */
  readonly dates: { readonly kind: 'order' } | { readonly kind: 'spellings'; readonly shares: Readonly<Record<string, number>> } | null;
}

/** Rows on which most readings of most columns are ruled out, and the share above which one is not. */
const probeRows = 200;
/** No number and no time is written longer than this; the rest of a text does not matter. */
export const longestValue = 400;
const plausibleShare = 0.5;

/** Texts of plain digits that are codes all the same, from this share on where their lengths differ. */
const codeShare = 0.01;
/** Of texts like `1E09` in a column of differing lengths. */
const exponentShare = 0.5;
/** Signs of writing (currencies, separators) that a column of a typed format must show to be taken for numbers. */
const writingShare = 0.05;

/** Counts of readable values of one column: values in all, by test, and of what tells numbers from codes. */
interface Tally {
  readonly values: number;
  readonly fits: ReadonlyMap<string, number>;
  /** With a comma; whole numbers of 16 digits and more; with a leading zero; `1E09`; with separators, currencies or percent. */
  readonly commas: number;
  readonly long: number;
  readonly zeros: number;
  readonly exponents: number;
  readonly writing: number;
  /** All values have as many characters. */
  readonly oneLength: boolean;
}

/**
 * Finds how columns of texts are best read, on the rows of `relation` (a sample). Cheap tests first on all columns, dates only where nothing
 * else fitted; each on a few rows before it is tried on all. O(rows × columns); a hundred columns per statement.
 */
export async function inferReadings(
  database: Database,
  relation: string,
  columns: readonly string[],
  options: InferOptions,
  signal: CancelSignal,
): Promise<readonly Inferred[]> {
  const found: Inferred[] = [];
  const numeric = values.filter((test) => options.untyped && (options.comma || test.key !== 'c'));
  const written = writtenTests.filter((test) => options.comma || test.key !== 't');
  const plain = [...numeric, isoTest];
  const rest = [clockTest, ...written, ...dates, namedMonthTest];
  for (let start = 0; start < columns.length; start += columnsPerQuery) {
    const part = columns.slice(start, start + columnsPerQuery);
    const early = await tallies(database, relation, part, plain, signal);
    const readings = early.map((tally) => plainFit(tally, options));
    const open = part.flatMap((_, i) => (readings[i] === null ? [i] : []));
    const late = await tallies(
      database,
      relation,
      open.map((i) => part[i] ?? ''),
      rest,
      signal,
    );
    const inferred: Inferred[] = readings.map((reading) => ({ reading: reading ?? { kind: 'text' }, dates: null }));
    open.forEach((i, j) => {
      const written = writtenFit(late[j] as Tally, options);
      inferred[i] = written === null ? dateFit(early[i] as Tally, late[j] as Tally, options.dateOrder) : { reading: written, dates: null };
    });
    found.push(...inferred);
  }
  return found;
}

/** One column and what is still to be found out about it. */
interface Plausible {
  readonly sql: string;
  readonly tests: readonly Test[];
  /** Whole numbers beyond 2^53 are to be counted. */
  readonly long: boolean;
}

/** Looks at a probe for tests that stay plausible by the shape of the texts, then counts those on the whole sample. */
async function tallies(
  database: Database,
  relation: string,
  columns: readonly string[],
  tests: readonly Test[],
  signal: CancelSignal,
): Promise<readonly Tally[]> {
  if (columns.length === 0) return [];
  const probe = await database.rows(
    `SELECT ${columns.map((sql, i) => `left(${sql}, ${longestValue + 1}) AS p${i}`).join(', ')} FROM ${relation} LIMIT ${probeRows}`,
    signal,
  );
  const plausible = columns.map((sql, i): Plausible => {
    const texts = probe.map((row) => row[`p${i}`]).filter((text) => typeof text === 'string');
    const fits = (text: string, shape: RegExp): boolean => text.length <= longestValue && shape.test(text);
    const often = (shape: RegExp, share = plausibleShare): boolean =>
      texts.reduce((n, text) => n + (fits(text, shape) ? 1 : 0), 0) >= share * texts.length;
    return { sql, tests: tests.filter(({ shape, plausible }) => often(shape, plausible)), long: often(longWhole) };
  });
  const blank = plausible.filter((_, i) => probe.every((row) => typeof row[`p${i}`] !== 'string'));
  const empty = new Set(probe.length < probeRows ? blank : await withoutTexts(database, relation, blank, signal));
  const open = plausible.filter((column) => column.tests.length > 0 && !empty.has(column));
  const counted = open.length === 0 ? [] : await countTests(database, relation, open, signal);
  const found = new Map([
    ...open.map((column, i) => [column, counted[i]] as const),
    ...[...empty].map((column) => [column, noTexts] as const),
  ]);
  // Where nothing is plausible there are values, and none of them fits.
  return plausible.map((column) => found.get(column) ?? nothingFits);
}

/** Those of some columns that hold nothing on the whole sample: every test of theirs would be planned, a hundred columns in half a second, for nothing. */
async function withoutTexts(
  database: Database,
  relation: string,
  columns: readonly Plausible[],
  signal: CancelSignal,
): Promise<readonly Plausible[]> {
  if (columns.length === 0) return [];
  const counts = columns.map(({ sql }, i) => `count(${sql})::DOUBLE AS n${i}`);
  const [row] = await database.rows(`SELECT ${counts.join(', ')} FROM ${relation}`, signal);
  return columns.filter((_, i) => Number(row?.[`n${i}`]) === 0);
}

const nothingFits: Tally = {
  values: 1,
  fits: new Map(),
  commas: 0,
  long: 0,
  zeros: 0,
  exponents: 0,
  writing: 0,
  oneLength: false,
};

const noTexts: Tally = { ...nothingFits, values: 0 };

async function countTests(
  database: Database,
  relation: string,
  columns: readonly Plausible[],
  signal: CancelSignal,
): Promise<readonly Tally[]> {
  const counted = (condition: string, name: string): string => `count(*) FILTER (WHERE ${condition})::DOUBLE AS ${name}`;
  const parts = columns.flatMap(({ sql, tests, long }, i) => {
    const has = (key: string): boolean => tests.some((test) => test.key === key);
    return [
      `count(${sql})::DOUBLE AS n${i}`,
      ...tests.map((test) => counted(test.when(sql), `${test.key}_${i}`)),
      ...(has('c') || has('t') ? [counted(`contains(${sql}, ',')`, `commas${i}`)] : []),
      ...(has('s') ? [counted(hasWriting(sql, false), `writing${i}`)] : []),
      ...(has('d')
        ? [
            counted(`starts_with(${sql}, '0') AND regexp_full_match(${sql}, '0\\d+')`, `zeros${i}`),
            counted(`(contains(${sql}, 'E') OR contains(${sql}, 'e')) AND regexp_full_match(${sql}, '\\d+[eE]\\d+')`, `exponents${i}`),
            `(min(length(${sql})) = max(length(${sql}))) AS even${i}`,
          ]
        : []),
      ...(long && has('d')
        ? [counted(`length(${sql}) BETWEEN 16 AND 39 AND regexp_full_match(${sql}, ${quoteText('[-+]?\\d+')})`, `long${i}`)]
        : []),
    ];
  });
  const row: Readonly<Record<string, Cell>> = (await database.rows(`SELECT ${parts.join(', ')} FROM ${relation}`, signal))[0] ?? {};
  return columns.map(({ tests }, i) => {
    const count = (name: string): number => Number(row[`${name}${i}`] ?? 0);
    return {
      values: count('n'),
      fits: new Map(tests.map((test) => [test.key, count(`${test.key}_`)])),
      commas: count('commas'),
      long: count('long'),
      zeros: count('zeros'),
      exponents: count('exponents'),
      writing: count('writing'),
      oneLength: row[`even${i}`] === true,
    };
  });
}

function plainFit(tally: Tally, options: InferOptions): Reading | null {
  const { values: n } = tally;
  if (n === 0) return { kind: 'text' };
  const fits = (key: string): boolean => (tally.fits.get(key) ?? 0) >= readableShare * n;
  if (options.untyped) {
    if (fits('b')) return { kind: 'boolean' };
    if (options.comma && fits('c') && tally.commas > 0) return comma;
    if (fits('d')) return isCode(tally) ? { kind: 'text' } : tally.long >= readableShare * n ? whole : number;
  }
  return fits('i') ? iso : null;
}

/** Times of day, and numbers with more than digits. */
function writtenFit({ values: n, fits: counts, writing }: Tally, options: InferOptions): Reading | null {
  const fits = (key: string): boolean => (counts.get(key) ?? 0) >= readableShare * n;
  if (fits('k')) return clock;
  if (fits('s') && (options.untyped || writing >= writingShare * n)) return writtenPoint;
  return fits('t') ? writtenComma : null;
}

/** Digits that are a code: as numbers `007` and `7`, `1E09` and `10E8` would become one. */
function isCode({ values: n, zeros, exponents, oneLength }: Tally): boolean {
  return zeros >= codeShare * n || (exponents > 0 && (oneLength || exponents >= exponentShare * n));
}

/** Names of the ways dates are written, as they are told. */
const spellings: readonly (readonly [string, readonly string[]])[] = [
  ['2024-01-31', ['i']],
  ['31/01/2024', ['dmy0', 'mdy0']],
  ['31.01.2024', ['dmy1', 'mdy1']],
  ['31-01-2024', ['dmy2', 'mdy2']],
  ['31 Jan 2024', ['m']],
];

function dateFit(early: Tally, late: Tally, order: DateOrder | null): Inferred {
  const text = { kind: 'text' } as const;
  const n = Math.max(early.values, late.values);
  const count = (key: string): number => late.fits.get(key) ?? early.fits.get(key) ?? 0;
  if (count('m') >= readableShare * n) return { reading: namedMonth, dates: null };
  for (let separator = 0; separator < 3; separator++) {
    const day = count(`dmy${separator}`);
    const month = count(`mdy${separator}`);
    if (Math.max(day, month) < readableShare * n) continue;
    // Days up to 12 only fit both ways: then it is a guess, and the column stays text.
    if (day === month && order === null) return { reading: text, dates: { kind: 'order' } };
    const asDay = day === month ? order === 'dmy' : day > month;
    return { reading: dates[2 * separator + (asDay ? 0 : 1)]?.reading ?? text, dates: null };
  }
  const shares = Object.fromEntries(
    spellings.flatMap(([name, keys]) => {
      const most = Math.max(...keys.map(count));
      return most > 0 ? [[name, most / n]] : [];
    }),
  );
  const together = Object.values(shares).reduce((sum, share) => sum + share, 0);
  const mixed = Object.keys(shares).length > 1 && together >= readableShare;
  return { reading: text, dates: mixed ? { kind: 'spellings', shares } : null };
}
