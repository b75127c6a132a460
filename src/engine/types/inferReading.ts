import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import type { Database } from '../database/database.ts';
import type { DateOrder, Reading } from './reading.ts';
import {
  clock,
  clockTest,
  comma,
  dates,
  iso,
  isoTest,
  namedMonth,
  namedMonthTest,
  number,
  values,
  whole,
  writtenComma,
  writtenPoint,
  writtenTests,
} from './readingTests.ts';
import { type Tally, tallies } from './tallies.ts';

/** Share of non-null values that must be readable for a column of texts to be taken as something else. */
export const readableShare = 0.95;

const columnsPerQuery = 100;

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

/** Texts of plain digits that are codes all the same, from this share on where their lengths differ. */
const codeShare = 0.01;
/** Of texts like `1E09` in a column of differing lengths. */
const exponentShare = 0.5;
/** Signs of writing (currencies, separators) that a column of a typed format must show to be taken for numbers. */
const writingShare = 0.05;

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
