import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import type { Cell, Database } from '../database/database.ts';
import { quoteText } from '../sql/quote.ts';
import { dateFormats, type Reading, readText, withoutComma } from './reading.ts';

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
}

const whole = { kind: 'number', comma: false, whole: true } as const;
const number = { kind: 'number', comma: false, whole: false } as const;
const comma = { kind: 'number', comma: true, whole: false } as const;
const iso = { kind: 'timestamp', formats: null } as const;

const readable =
  (reading: Reading) =>
  (sql: string): string =>
    `${readText(sql, reading)} IS NOT NULL`;

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

const isoTest: Test = { key: 'i', reading: iso, shape: /^\d+[-/ \\]\d+[-/ \\]\d/, when: readable(iso) };

/** Whole numbers that a double may round. */
const longWhole = /^[-+]?\d{15,38}$/;

export interface InferOptions {
  /** Numbers and booleans are looked for too (CSV); else only times. */
  readonly untyped: boolean;
  /** Decimal commas are possible (the delimiter is not a comma). */
  readonly comma: boolean;
}

/** Rows on which most readings of most columns are ruled out, and the share above which one is not. */
const probeRows = 200;
/** No number and no time is written longer than this; the rest of a text does not matter. */
const longestValue = 400;
const plausibleShare = 0.5;

/** Counts of readable values of one column: values in all, with a comma, long integers, and by test. */
interface Tally {
  readonly values: number;
  readonly commas: number;
  readonly long: number;
  readonly fits: ReadonlyMap<string, number>;
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
): Promise<readonly Reading[]> {
  const found: Reading[] = [];
  const plain = [...(options.untyped ? values.filter((test) => options.comma || test.key !== 'c') : []), isoTest];
  for (let start = 0; start < columns.length; start += columnsPerQuery) {
    const part = columns.slice(start, start + columnsPerQuery);
    const readings = (await tallies(database, relation, part, plain, signal)).map((tally) => firstFit(tally, options));
    const open = part.flatMap((_, i) => (readings[i] === null ? [i] : []));
    const late = await tallies(
      database,
      relation,
      open.map((i) => part[i] ?? ''),
      dates,
      signal,
    );
    open.forEach((i, j) => {
      readings[i] = dateFit(late[j]);
    });
    found.push(...readings.map((reading) => reading ?? { kind: 'text' as const }));
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
    const often = (shape: RegExp): boolean =>
      texts.reduce((n, text) => n + (fits(text, shape) ? 1 : 0), 0) >= plausibleShare * texts.length;
    return { sql, tests: tests.filter(({ shape }) => often(shape)), long: often(longWhole) };
  });
  const open = plausible.filter((column) => column.tests.length > 0);
  const counted = open.length === 0 ? [] : await countTests(database, relation, open, signal);
  const found = new Map(open.map((column, i) => [column, counted[i]]));
  // Where nothing is plausible there are values, and none of them fits.
  return plausible.map((column) => found.get(column) ?? { values: 1, commas: 0, long: 0, fits: new Map() });
}

async function countTests(
  database: Database,
  relation: string,
  columns: readonly Plausible[],
  signal: CancelSignal,
): Promise<readonly Tally[]> {
  const parts = columns.flatMap(({ sql, tests, long }, i) => [
    `count(${sql})::DOUBLE AS n${i}`,
    ...tests.map((test) => `count(*) FILTER (WHERE ${test.when(sql)})::DOUBLE AS ${test.key}_${i}`),
    ...(tests.some((test) => test.key === 'c') ? [`count(*) FILTER (WHERE contains(${sql}, ','))::DOUBLE AS commas${i}`] : []),
    ...(long && tests.some((test) => test.key === 'd')
      ? [
          `count(*) FILTER (WHERE length(${sql}) BETWEEN 16 AND 39 AND regexp_full_match(${sql}, ${quoteText('[-+]?\\d+')}))::DOUBLE AS long${i}`,
        ]
      : []),
  ]);
  const row: Readonly<Record<string, Cell>> = (await database.rows(`SELECT ${parts.join(', ')} FROM ${relation}`, signal))[0] ?? {};
  return columns.map(({ tests }, i) => ({
    values: Number(row[`n${i}`]),
    commas: Number(row[`commas${i}`] ?? 0),
    long: Number(row[`long${i}`] ?? 0),
    fits: new Map(tests.map((test) => [test.key, Number(row[`${test.key}_${i}`])])),
  }));
}

function firstFit(tally: Tally, options: InferOptions): Reading | null {
  if (tally.values === 0) return { kind: 'text' };
  const fits = (key: string): boolean => (tally.fits.get(key) ?? 0) >= readableShare * tally.values;
  if (options.untyped) {
    if (fits('b')) return { kind: 'boolean' };
    if (options.comma && fits('c') && tally.commas > 0) return comma;
    if (fits('d')) return tally.long >= readableShare * tally.values ? whole : number;
  }
  return fits('i') ? iso : null;
}

function dateFit(tally: Tally | undefined): Reading | null {
  if (tally === undefined) return null;
  for (let separator = 0; separator < 3; separator++) {
    const day = tally.fits.get(`dmy${separator}`) ?? 0;
    const month = tally.fits.get(`mdy${separator}`) ?? 0;
    // Days up to 12 only fit both ways: then it is a guess, and the column stays text.
    if (Math.max(day, month) >= readableShare * tally.values && day !== month)
      return dates[2 * separator + (day > month ? 0 : 1)]?.reading ?? null;
  }
  return null;
}
