import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import type { ColumnProfile } from '../../core/data/columnProfile.ts';
import type { Cell } from '../database/database.ts';
import { type ColumnSql, isScalar, withoutNan } from './columnSql.ts';
import { countDistinctTexts } from './countDistinctTexts.ts';
import { type NumberProfile, profileNumbers } from './numberProfile.ts';
import type { Relation } from './relation.ts';

/** Planning a statement takes time per column of the relation, not only of those asked for: few statements are better. */
const columnsPerQuery = 200;
/** An estimate of distinct texts below this is replaced by the exact count: it may be off by a quarter, and up to 10,000 must be exact. */
const countExactlyBelow = 14_000;
/** Texts and whole numbers that may all be distinct are counted exactly too (an identifier is told by that), up to this many rows. */
const identifierRows = 5_000_000;
const identifierShare = 0.6;
const sampleRows = 5000;
/** Whole numbers beyond this are not told apart by doubles. */
const safeWhole = 2 ** 53;

type Row = Readonly<Record<string, Cell>>;

interface Part {
  readonly columns: readonly ColumnSql[];
  readonly numbers: ReadonlyMap<ColumnSql, NumberProfile>;
  readonly counts: Row;
  readonly distinct: Row;
  readonly sample: Row;
}

/** Profiles of all columns: one streamed pass for what is a number, one query for counts and one for exact distinct counts of the rest. */
export async function profileColumns(relation: Relation, signal: CancelSignal): Promise<readonly ColumnProfile[]> {
  const profiles: ColumnProfile[] = [];
  for (let start = 0; start < relation.columns.length; start += columnsPerQuery) {
    const columns = relation.columns.slice(start, start + columnsPerQuery);
    const streamed = columns.filter(({ kind }) => kind === 'number' || kind === 'timestamp' || kind === 'boolean');
    const found = await profileNumbers(relation, streamed, signal);
    const numbers = new Map(streamed.map((column, i) => [column, found[i] as NumberProfile]));
    const counts = await askCounts(relation, columns, numbers, signal);
    const distinct = await askDistinct(relation, columns, numbers, counts, signal);
    const sample = await askSample(relation, columns, signal);
    columns.forEach((column, i) => {
      profiles.push(profileOf(column, i, relation.rows, { columns, numbers, counts, distinct, sample }));
    });
  }
  return profiles;
}

async function askOne(
  relation: Relation,
  asked: readonly string[],
  columns: readonly ColumnSql[],
  limit: string,
  signal: CancelSignal,
): Promise<Row> {
  if (asked.length === 0) return {};
  // The values as `v0`, `v1`, …, so that each is computed once per statement.
  const values = columns.flatMap((column, i) => [
    `${isScalar(column) ? column.value : 'NULL'} AS v${i}`,
    ...(column.bad === null ? [] : [`${column.bad} AS b${i}`]),
  ]);
  const [row] = await relation.ask(`SELECT ${asked.join(', ')} FROM (SELECT ${values.join(', ')} FROM ${relation.name}${limit})`, signal);
  return row ?? {};
}

async function askCounts(
  relation: Relation,
  columns: readonly ColumnSql[],
  numbers: ReadonlyMap<ColumnSql, NumberProfile>,
  signal: CancelSignal,
): Promise<Row> {
  const known: Record<string, Cell> = {};
  const asked = columns.flatMap((column, i) => {
    if (!isScalar(column)) return [];
    const parts: string[] = [];
    const number = numbers.get(column);
    // The stream does not tell null from NaN, but where there can be no NaN, or nothing was missing, it has told the nulls.
    if (number !== undefined && (number.missing === 0 || !column.floating)) known[`n${i}`] = relation.rows - number.missing;
    else parts.push(`count(v${i})::DOUBLE AS n${i}`);
    if (column.bad !== null) parts.push(`count_if(b${i})::DOUBLE AS u${i}`);
    if (column.kind === 'text') parts.push(`approx_count_distinct(v${i})::DOUBLE AS d${i}`);
    return parts;
  });
  return { ...known, ...(await askOne(relation, asked, columns, '', signal)) };
}

async function askDistinct(
  relation: Relation,
  columns: readonly ColumnSql[],
  numbers: ReadonlyMap<ColumnSql, NumberProfile>,
  counts: Row,
  signal: CancelSignal,
): Promise<Row> {
  const few: number[] = [];
  const asked = columns.flatMap((column, i) => {
    const number = numbers.get(column);
    const { distinct, exact } = number?.counter.result ?? { distinct: Number(counts[`d${i}`] ?? 0), exact: false };
    const hugeWhole =
      column.kind === 'number' && !column.floating && number !== undefined && Math.max(-number.min, number.max) >= safeWhole;
    if (!isScalar(column) || (exact && !hugeWhole)) return [];
    const discrete = column.kind === 'text' || (column.kind === 'number' && number?.whole === true);
    const maybeIdentifier = discrete && relation.rows <= identifierRows && distinct >= identifierShare * Number(counts[`n${i}`]);
    if (column.kind === 'text' && distinct < countExactlyBelow) {
      few.push(i);
      return [];
    }
    return maybeIdentifier || hugeWhole ? [`count(DISTINCT ${withoutNan(column, `v${i}`)})::DOUBLE AS d${i}`] : [];
  });
  const found: Record<string, Cell> = { ...(await askOne(relation, asked, columns, '', signal)) };
  const texts = few.map((i) => columns[i] as ColumnSql);
  const counted = await countDistinctTexts(relation, texts, signal);
  few.forEach((i, at) => {
    found[`d${i}`] = counted[at] as number;
  });
  return found;
}

function askSample(relation: Relation, columns: readonly ColumnSql[], signal: CancelSignal): Promise<Row> {
  const asked = columns.flatMap((column, i) => {
    if (column.kind === 'text') {
      return [
        `approx_top_k(left(v${i}, 80), 5) AS e${i}`,
        `avg(length(v${i})) AS l${i}`,
        `avg(len(string_split_regex(trim(v${i}), '\\s+'))) AS w${i}`,
      ];
    }
    return column.kind === 'timestamp' ? [`list_slice(list(DISTINCT CAST(v${i} AS VARCHAR)), 1, 5) AS e${i}`] : [];
  });
  return askOne(relation, asked, columns, ` LIMIT ${sampleRows}`, signal);
}

function profileOf(column: ColumnSql, i: number, rows: number, { numbers, counts, distinct, sample }: Part): ColumnProfile {
  const number = numbers.get(column);
  const count = (row: Row, key: string): number => Number(row[`${key}${i}`] ?? 0);
  const values = count(counts, 'n');
  const nulls = isScalar(column) ? rows - values : 0;
  const counted = number?.counter.result ?? { distinct: Math.min(count(counts, 'd'), values), exact: false };
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
    meanLength: count(sample, 'l'),
    meanWords: count(sample, 'w'),
    examples: examplesOf(column, number, sample[`e${i}`]),
  };
}

function examplesOf(column: ColumnSql, number: NumberProfile | undefined, sampled: Cell | undefined): readonly string[] {
  if (Array.isArray(sampled)) return sampled.filter((one) => one !== null).map(String);
  if (column.kind === 'boolean') return (number?.firsts ?? []).map((value) => (value === 1 ? 'true' : 'false'));
  return column.kind === 'number' ? (number?.firsts ?? []).map(String) : [];
}
