import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import type { Cell, Database } from '../database/database.ts';
import { quoteText } from '../sql/quote.ts';
import type { Test } from './readingTests.ts';
import { hasWriting } from './writtenNumber.ts';

/** Whole numbers that a double may round. */
const longWhole = /^[-+]?\d{15,38}$/;

/** Rows on which most readings of most columns are ruled out, and the share above which one is not. */
const probeRows = 200;
/** No number and no time is written longer than this; the rest of a text does not matter. */
export const longestValue = 400;
const plausibleShare = 0.5;

/** Counts of readable values of one column: values in all, by test, and of what tells numbers from codes. */
export interface Tally {
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

/** One column and what is still to be found out about it. */
interface Plausible {
  readonly sql: string;
  readonly tests: readonly Test[];
  /** Whole numbers beyond 2^53 are to be counted. */
  readonly long: boolean;
}

/** Looks at a probe for tests that stay plausible by the shape of the texts, then counts those on the whole sample. */
export async function tallies(
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
