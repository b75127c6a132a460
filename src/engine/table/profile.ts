import { bothOf } from '../../core/data/bothOf.ts';
import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import type { ColumnProfile } from '../../core/data/columnProfile.ts';
import type { HoldNumbers } from '../../core/data/table.ts';
import type { Cell } from '../database/database.ts';
import { fewerColumns } from '../fewerColumns.ts';
import { type ColumnSql, isScalar, withoutNan } from './columnSql.ts';
import { countDistinctTexts } from './countDistinctTexts.ts';
import { type NumberProfile, profileNumbers } from './numberProfile.ts';
import type { Relation } from './relation.ts';
import { sampleTexts, type TextSample } from './sampleTexts.ts';

/** Planning a statement takes time per column of the relation, not only of those asked for: few statements are better, as far as memory goes. */
const columnsPerQuery = 100;
/** Texts of up to so many values in the sample are counted together, by grouping; others each by itself. */
const fewInSample = 1000;
/** Above so many rows texts of many values are estimated first. */
const exactRows = 5_000_000;
/** An estimate of distinct texts below this is replaced by the exact count: it may be off by a quarter, and up to 10,000 must be exact. */
const countExactlyBelow = 14_000;
/** Whole numbers that may all be distinct are counted exactly too (an identifier is told by that). */
const identifierShare = 0.6;
/** Of so few rows a statement costs more to plan than its texts to count. */
const fewRows = 20_000;
/** Whole numbers beyond this are not told apart by doubles. */
const safeWhole = 2 ** 53;

type Row = Readonly<Record<string, Cell>>;

interface Part {
  readonly columns: readonly ColumnSql[];
  readonly numbers: ReadonlyMap<ColumnSql, NumberProfile>;
  readonly counts: Row;
  readonly distinct: Row;
  readonly samples: ReadonlyMap<ColumnSql, TextSample>;
}

/** Profiles of all columns: one streamed pass for what is a number; beside it a sample, counts and exact distinct counts of the texts. */
export async function profileColumns(relation: Relation, signal: CancelSignal, hold: HoldNumbers): Promise<readonly ColumnProfile[]> {
  const profiles = await fewerColumns(relation.columns, columnsPerQuery, (columns) => profilePart(relation, columns, signal, hold));
  return profiles.flat();
}

async function profilePart(
  relation: Relation,
  columns: readonly ColumnSql[],
  signal: CancelSignal,
  hold: HoldNumbers,
): Promise<readonly ColumnProfile[]> {
  const streamed = columns.filter(({ kind }) => kind === 'number' || kind === 'timestamp' || kind === 'boolean');
  const [found, texts] = await bothOf([profileNumbers(relation, streamed, signal, hold), profileTexts(relation, columns, signal)]);
  const numbers = new Map(streamed.map((column, i) => [column, found[i] as NumberProfile]));
  const counts = await askCounts(relation, columns, numbers, signal);
  const distinct = { ...texts.distinct, ...(await askDistinct(relation, columns, numbers, counts, signal)) };
  return columns.map((column, i) => profileOf(column, i, relation.rows, { columns, numbers, counts, distinct, samples: texts.samples }));
}

/** A sample of the columns, and how many distinct values the texts among them have. */
async function profileTexts(
  relation: Relation,
  columns: readonly ColumnSql[],
  signal: CancelSignal,
): Promise<{ readonly samples: ReadonlyMap<ColumnSql, TextSample>; readonly distinct: Row }> {
  const sampled = columns.filter(({ kind }) => kind === 'text' || kind === 'timestamp');
  const found = await sampleTexts(relation, sampled, signal);
  const samples = new Map(sampled.map((column, i) => [column, found[i] as TextSample]));
  const distinct: Record<string, Cell> = {};
  const places = columns.flatMap(({ kind }, i) => (kind === 'text' ? [i] : []));
  const few = places.filter((i) => relation.rows <= fewRows || (samples.get(columns[i] as ColumnSql)?.distinct ?? 0) <= fewInSample);
  const many = places.filter((i) => !few.includes(i));
  if (relation.rows > exactRows) {
    const asked = many.map((i) => `approx_count_distinct(v${i})::DOUBLE AS a${i}`);
    const estimated = await askOne(relation, asked, columns, signal);
    for (const i of many) {
      if (Number(estimated[`a${i}`]) < countExactlyBelow) few.push(i);
      else distinct[`a${i}`] = estimated[`a${i}`] ?? null;
    }
  } else {
    // One after another: each holds a hash (64 bits: two of 5 million texts share one with a probability of 1e-6) of all its distinct values.
    for (const i of many)
      Object.assign(
        distinct,
        await askOne(relation, [`count(DISTINCT CASE WHEN v${i} IS NOT NULL THEN hash(v${i}) END)::DOUBLE AS d${i}`], columns, signal),
      );
  }
  const counted = await countDistinctTexts(
    relation,
    few.map((i) => columns[i] as ColumnSql),
    signal,
  );
  few.forEach((i, at) => {
    distinct[`d${i}`] = counted[at] as number;
  });
  return { samples, distinct };
}

async function askOne(relation: Relation, asked: readonly string[], columns: readonly ColumnSql[], signal: CancelSignal): Promise<Row> {
  if (asked.length === 0) return {};
  // The values as `v0`, `v1`, …, so that each is computed once per statement.
  const values = columns.flatMap((column, i) => [
    `${isScalar(column) ? column.value : 'NULL'} AS v${i}`,
    ...(column.bad === null ? [] : [`${column.bad} AS b${i}`]),
  ]);
  const [row] = await relation.ask(`SELECT ${asked.join(', ')} FROM (SELECT ${values.join(', ')} FROM ${relation.name})`, signal);
  return row ?? {};
}

async function askCounts(
  relation: Relation,
  columns: readonly ColumnSql[],
  numbers: ReadonlyMap<ColumnSql, NumberProfile>,
  signal: CancelSignal,
): Promise<Row> {
  const known: Record<string, Cell> = {};
  const numeric: string[] = [];
  const texts: string[] = [];
  columns.forEach((column, i) => {
    if (!isScalar(column)) return;
    const number = numbers.get(column);
    const parts = number === undefined ? texts : numeric;
    // The stream does not tell null from NaN, but where there can be no NaN, or nothing was missing, it has told the nulls.
    if (number !== undefined && (number.missing === 0 || !column.floating)) known[`n${i}`] = relation.rows - number.missing;
    else parts.push(`count(v${i})::DOUBLE AS n${i}`);
    if (column.bad !== null) parts.push(`count_if(b${i})::DOUBLE AS u${i}`);
  });
  // By themselves the counts of texts stand in the statistics of a Parquet file.
  return { ...known, ...(await askOne(relation, numeric, columns, signal)), ...(await askOne(relation, texts, columns, signal)) };
}

/** Exact distinct counts of numbers that the stream only estimated, where it matters. */
async function askDistinct(
  relation: Relation,
  columns: readonly ColumnSql[],
  numbers: ReadonlyMap<ColumnSql, NumberProfile>,
  counts: Row,
  signal: CancelSignal,
): Promise<Row> {
  const asked = columns.flatMap((column, i) => {
    const number = numbers.get(column);
    if (number === undefined || column.kind !== 'number') return [];
    const { distinct, exact } = number;
    const hugeWhole = !column.floating && Math.max(-number.min, number.max) >= safeWhole;
    const maybeIdentifier = number.whole && relation.rows <= exactRows && distinct >= identifierShare * Number(counts[`n${i}`]);
    return (maybeIdentifier && !exact) || hugeWhole ? [`count(DISTINCT ${withoutNan(column, `v${i}`)})::DOUBLE AS d${i}`] : [];
  });
  return askOne(relation, asked, columns, signal);
}

function profileOf(column: ColumnSql, i: number, rows: number, { numbers, counts, distinct, samples }: Part): ColumnProfile {
  const number = numbers.get(column);
  const sample = samples.get(column);
  const count = (row: Row, key: string): number => Number(row[`${key}${i}`] ?? 0);
  const values = count(counts, 'n');
  const nulls = isScalar(column) ? rows - values : 0;
  const counted = number ?? { distinct: count(distinct, 'a'), exact: false };
  const asked = distinct[`d${i}`] !== undefined;
  const ranged = number !== undefined && column.kind !== 'boolean' && number.min <= number.max;
  return {
    name: column.name,
    kind: column.kind,
    physicalType: column.physicalType,
    rows,
    nulls,
    nans: column.floating && number !== undefined ? number.missing - nulls : 0,
    infinities: number?.infinities ?? 0,
    unreadable: count(counts, 'u'),
    distinct: asked ? count(distinct, 'd') : Math.min(counted.distinct, values),
    distinctExact: asked || counted.exact,
    min: ranged ? number.min : null,
    max: ranged ? number.max : null,
    integer: column.kind === 'number' && number?.whole === true,
    increasing: number === undefined || column.kind === 'boolean' ? 'none' : number.increasing,
    meanLength: column.kind === 'text' ? (sample?.meanLength ?? 0) : 0,
    meanWords: column.kind === 'text' ? (sample?.meanWords ?? 0) : 0,
    examples: examplesOf(column, number, sample),
  };
}

function examplesOf(column: ColumnSql, number: NumberProfile | undefined, sample: TextSample | undefined): readonly string[] {
  if (sample !== undefined) return column.kind === 'text' ? sample.examples : sample.earliest;
  if (column.kind === 'boolean') return (number?.firsts ?? []).map((value) => (value === 1 ? 'true' : 'false'));
  return column.kind === 'number' ? (number?.firsts ?? []).map(String) : [];
}
