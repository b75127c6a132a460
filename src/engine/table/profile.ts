import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import type { ColumnProfile } from '../../core/data/columnProfile.ts';
import type { Cell } from '../database/database.ts';
import { asNumber, asText, type ColumnSql, isScalar, withoutNan } from './columnSql.ts';
import { judgeIncreasing } from './increasing.ts';
import type { Relation } from './relation.ts';

const columnsPerQuery = 100;
/** Distinct values are counted exactly up to 10,000; the estimate may be off by some percent. */
const exactUpTo = 10_000;
const countExactlyBelow = 12_500;
const sampleRows = 5000;

type Row = Readonly<Record<string, Cell>>;

/** Profiles of all columns: one pass for counts, one for exact distinct counts where they are small, and a look at the first rows. */
export async function profileColumns(relation: Relation, signal: CancelSignal): Promise<readonly ColumnProfile[]> {
  const profiles: ColumnProfile[] = [];
  for (let start = 0; start < relation.columns.length; start += columnsPerQuery) {
    const part = relation.columns.slice(start, start + columnsPerQuery);
    const counts = await askCounts(relation, part, signal);
    const exact = await askDistinct(relation, part, counts, signal);
    const sample = await askSample(relation, part, signal);
    const increasing = await judgeIncreasing(relation, part, signal);
    part.forEach((column, i) => {
      profiles.push(profileOf(column, i, relation.rows, counts, exact, sample, increasing.get(column.name) ?? 'none'));
    });
  }
  return profiles;
}

/** The columns' values as `v0`, `v1`, …, so that each is computed once per statement. */
function valuesOf(relation: Relation, columns: readonly ColumnSql[], limit = ''): string {
  const selected = columns.flatMap((column, i) => [
    `${isScalar(column) ? column.value : 'NULL'} AS v${i}`,
    ...(column.bad === null ? [] : [`${column.bad} AS b${i}`]),
  ]);
  return `(SELECT ${selected.join(', ')} FROM ${relation.name}${limit})`;
}

async function askCounts(relation: Relation, columns: readonly ColumnSql[], signal: CancelSignal): Promise<Row> {
  const parts = columns.flatMap((column, i) => {
    if (!isScalar(column)) return [];
    const v = `v${i}`;
    const asked = [`count(${v})::DOUBLE AS n${i}`, `approx_count_distinct(${withoutNan(column, v)})::DOUBLE AS d${i}`];
    if (column.bad !== null) asked.push(`count(*) FILTER (WHERE b${i})::DOUBLE AS u${i}`);
    if (column.floating)
      asked.push(`count(*) FILTER (WHERE isnan(${v}))::DOUBLE AS nan${i}`, `count(*) FILTER (WHERE isinf(${v}))::DOUBLE AS inf${i}`);
    if (column.kind === 'number' || column.kind === 'timestamp') {
      const number = asNumber(column.kind, v);
      const finite = column.floating ? ` FILTER (WHERE isfinite(${v}))` : '';
      asked.push(`min(${number})${finite} AS lo${i}`, `max(${number})${finite} AS hi${i}`);
      if (column.floating) asked.push(`bool_and(${v} = trunc(${v}))${finite} AS whole${i}`);
    }
    return asked;
  });
  if (parts.length === 0) return {};
  return (await relation.ask(`SELECT ${parts.join(', ')} FROM ${valuesOf(relation, columns)}`, signal))[0] ?? {};
}

async function askDistinct(relation: Relation, columns: readonly ColumnSql[], counts: Row, signal: CancelSignal): Promise<Row> {
  const parts = columns.flatMap((column, i) =>
    isScalar(column) && Number(counts[`d${i}`]) < countExactlyBelow
      ? [`count(DISTINCT ${withoutNan(column, `v${i}`)})::DOUBLE AS d${i}`]
      : [],
  );
  if (parts.length === 0) return {};
  return (await relation.ask(`SELECT ${parts.join(', ')} FROM ${valuesOf(relation, columns)}`, signal))[0] ?? {};
}

async function askSample(relation: Relation, columns: readonly ColumnSql[], signal: CancelSignal): Promise<Row> {
  const parts = columns.flatMap((column, i) => {
    if (!isScalar(column)) return [];
    const text = asText(column, `v${i}`);
    const asked = [`approx_top_k(left(${text}, 80), 5) AS e${i}`];
    if (column.kind === 'text') asked.push(`avg(length(v${i})) AS l${i}`, `avg(len(string_split_regex(trim(v${i}), '\\s+'))) AS w${i}`);
    return asked;
  });
  if (parts.length === 0) return {};
  return (await relation.ask(`SELECT ${parts.join(', ')} FROM ${valuesOf(relation, columns, ` LIMIT ${sampleRows}`)}`, signal))[0] ?? {};
}

function profileOf(
  column: ColumnSql,
  i: number,
  rows: number,
  counts: Row,
  exact: Row,
  sample: Row,
  increasing: ColumnProfile['increasing'],
): ColumnProfile {
  const number = (row: Row, key: string): number => Number(row[`${key}${i}`] ?? 0);
  const bound = (key: string): number | null => (counts[`${key}${i}`] == null ? null : number(counts, key));
  const distinctExact = isScalar(column) && exact[`d${i}`] !== undefined && number(exact, 'd') <= exactUpTo;
  const examples = sample[`e${i}`];
  return {
    name: column.name,
    kind: column.kind,
    physicalType: column.physicalType,
    rows,
    nulls: isScalar(column) ? rows - number(counts, 'n') : 0,
    nans: number(counts, 'nan'),
    infinities: number(counts, 'inf'),
    unreadable: number(counts, 'u'),
    distinct: exact[`d${i}`] === undefined ? number(counts, 'd') : number(exact, 'd'),
    distinctExact,
    min: bound('lo'),
    max: bound('hi'),
    integer: column.kind === 'number' && (column.floating ? counts[`whole${i}`] === true : true),
    increasing,
    meanLength: number(sample, 'l'),
    meanWords: number(sample, 'w'),
    examples: Array.isArray(examples) ? examples.filter((one) => one !== null).map(String) : [],
  };
}
