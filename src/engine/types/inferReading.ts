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

const dates: readonly Test[] = ['/', '.', '-'].flatMap((separator, i) =>
  (['dmy', 'mdy'] as const).map((order) => {
    const reading: Reading = { kind: 'timestamp', formats: dateFormats(order, separator) };
    // Two-digit years are left alone: %Y would read them as years of the first century.
    const shape = quoteText(`\\d{1,2}[${separator}]\\d{1,2}[${separator}]\\d{4}( .*)?`);
    return {
      key: `${order}${i}`,
      reading,
      when: (sql: string) => `regexp_full_match(${sql}, ${shape}) AND ${readText(sql, reading)} IS NOT NULL`,
    };
  }),
);

const values: readonly Test[] = [
  { key: 'b', reading: { kind: 'boolean' }, when: (sql) => `lower(${sql}) IN ('true', 'false')` },
  { key: 'd', reading: number, when: readable(number) },
  // Decimal commas: at least one must be seen, or `1.234` would change its meaning.
  {
    key: 'c',
    reading: comma,
    when: (sql) =>
      `regexp_full_match(${sql}, ${quoteText('[-+]?[\\d.]*\\d(,\\d+)?([eE][-+]?\\d+)?')}) AND TRY_CAST(${withoutComma(sql)} AS DOUBLE) IS NOT NULL`,
  },
];

export interface InferOptions {
  /** Numbers and booleans are looked for too (CSV); else only times. */
  readonly untyped: boolean;
  /** Decimal commas are possible (the delimiter is not a comma). */
  readonly comma: boolean;
}

/**
 * Finds how columns of texts are best read, on the rows of `relation` (a sample). Cheap tests first on all columns, dates only where nothing
 * else fitted. O(rows × columns); a hundred columns per statement.
 */
export async function inferReadings(
  database: Database,
  relation: string,
  columns: readonly string[],
  options: InferOptions,
  signal: CancelSignal,
): Promise<readonly Reading[]> {
  const found: Reading[] = [];
  for (let start = 0; start < columns.length; start += columnsPerQuery) {
    const part = columns.slice(start, start + columnsPerQuery);
    const tests = [
      ...(options.untyped ? values.filter((test) => options.comma || test.key !== 'c') : []),
      { key: 'i', reading: iso, when: readable(iso) },
    ];
    const first = await countTests(database, relation, part, tests, signal);
    const readings = part.map((_, i) => firstFit(first, i, options));
    const open = part.map((_, i) => i).filter((i) => readings[i] === null);
    if (open.length > 0) {
      const openColumns = open.map((i) => part[i] ?? '');
      const second = await countTests(database, relation, openColumns, dates, signal);
      open.forEach((i, j) => {
        readings[i] = dateFit(second, j);
      });
    }
    found.push(...readings.map((reading) => reading ?? { kind: 'text' as const }));
  }
  return found;
}

type Counts = Readonly<Record<string, Cell>>;

async function countTests(
  database: Database,
  relation: string,
  columns: readonly string[],
  tests: readonly Test[],
  signal: CancelSignal,
): Promise<Counts> {
  const parts = columns.flatMap((sql, i) => [
    `count(${sql})::DOUBLE AS n${i}`,
    ...tests.map((test) => `count(*) FILTER (WHERE ${test.when(sql)})::DOUBLE AS ${test.key}_${i}`),
    `count(*) FILTER (WHERE contains(${sql}, ','))::DOUBLE AS commas${i}`,
    `count(*) FILTER (WHERE length(${sql}) BETWEEN 16 AND 39 AND regexp_full_match(${sql}, ${quoteText('[-+]?\\d+')}))::DOUBLE AS long${i}`,
  ]);
  return (await database.rows(`SELECT ${parts.join(', ')} FROM ${relation}`, signal))[0] ?? {};
}

function firstFit(counts: Counts, i: number, options: InferOptions): Reading | null {
  const values = Number(counts[`n${i}`]);
  if (values === 0) return { kind: 'text' };
  const fits = (key: string): boolean => Number(counts[`${key}_${i}`] ?? 0) >= readableShare * values;
  if (options.untyped) {
    if (fits('b')) return { kind: 'boolean' };
    if (options.comma && fits('c') && Number(counts[`commas${i}`]) > 0) return comma;
    if (fits('d')) return Number(counts[`long${i}`]) >= readableShare * values ? whole : number;
  }
  return fits('i') ? iso : null;
}

function dateFit(counts: Counts, i: number): Reading | null {
  const values = Number(counts[`n${i}`]);
  for (let separator = 0; separator < 3; separator++) {
    const day = Number(counts[`dmy${separator}_${i}`]);
    const month = Number(counts[`mdy${separator}_${i}`]);
    const most = Math.max(day, month);
    // Days up to 12 only fit both ways: then it is a guess, and the column stays text.
    if (most >= readableShare * values && day !== month) return dates[2 * separator + (day > month ? 0 : 1)]?.reading ?? null;
  }
  return null;
}
