import { nameHint, nameWords } from '../../core/roles/nameHints.ts';
import type { OpenContext } from '../openContext.ts';
import type { RawColumn, RawTable } from '../rawTable.ts';
import type { ColumnSql } from '../table/columnSql.ts';
import { readableShare } from './inferReading.ts';

/** How a time may be written as a number: the digits of a date, or seconds and parts of them since 1970. */
export type NumberTime = 'yyyymmdd' | 'yyyymm' | 's' | 'ms' | 'us' | 'ns';

const columnsPerQuery = 50;
/** Seconds of September 1985 and of 2100: sizes of the units do not overlap in between. */
const seconds = { from: 5e8, to: 4.1e9 };
const units = { s: 1, ms: 1e3, us: 1e6, ns: 1e9 } as const;
const timeWords =
  /(?:^| )(?:dates?|time|timestamp|datetime|day|month|period|yyyymm(?:dd)?|ymd?|yearmonth|epoch|unix|created|updated)(?: |$)|date|timestamp/;

/** Whether a column's name says that it holds times. */
export function saysTime(name: string): boolean {
  return nameHint(name, 'timestamp') !== null || timeWords.test(nameWords(name));
}

/** SQL of numbers as times; null where one is none. */
export function numberTime(sql: string, form: NumberTime): string {
  const x = `CAST(${sql} AS DOUBLE)`;
  if (form === 'yyyymmdd' || form === 'yyyymm')
    return `CASE WHEN ${shaped(x, form)} THEN try_strptime(CAST(CAST(${x} AS BIGINT) AS VARCHAR), '${form === 'yyyymm' ? '%Y%m' : '%Y%m%d'}') END`;
  return `CASE WHEN isfinite(${x}) AND abs(${x}) < ${1e11 * units[form]} THEN make_timestamp(CAST(${x} / ${units[form]} * 1e6 AS BIGINT)) END`;
}

/** The column's numbers as times. */
export function asNumberTime(raw: RawColumn, form: NumberTime): ColumnSql {
  const value = numberTime(raw.sql, form);
  const unread = `(${raw.sql} IS NOT NULL AND ${value} IS NULL)`;
  const bad = raw.bad === null ? unread : `(${raw.bad} OR ${unread})`;
  return { name: raw.name, kind: 'timestamp', physicalType: raw.physicalType, value, floating: false, bad };
}

/** SQL condition: the number has the digits of a date. */
function shaped(x: string, form: 'yyyymmdd' | 'yyyymm'): string {
  const [from, to, month] = form === 'yyyymm' ? [190001, 210012, `${x} % 100`] : [19000101, 21001231, `floor(${x} / 100) % 100`];
  return `${x} BETWEEN ${from} AND ${to} AND ${x} = floor(${x}) AND ${month} BETWEEN 1 AND 12`;
}

/** Which columns of numbers are times by their values: at least 95 % fit one form. One pass over them. */
export async function timesAmongNumbers(
  table: RawTable,
  columns: readonly RawColumn[],
  { database, signal }: OpenContext,
): Promise<ReadonlyMap<string, NumberTime>> {
  const found = new Map<string, NumberTime>();
  const forms: readonly NumberTime[] = ['yyyymmdd', 'yyyymm', 's', 'ms', 'us', 'ns'];
  for (let start = 0; start < columns.length; start += columnsPerQuery) {
    const part = columns.slice(start, start + columnsPerQuery);
    const counts = part.flatMap(({ sql }, i) => {
      const x = `CAST(${sql} AS DOUBLE)`;
      const fits = (form: NumberTime): string => {
        if (form === 'yyyymm') return shaped(x, form);
        if (form === 'yyyymmdd') return `${numberTime(sql, form)} IS NOT NULL`;
        return `${x} BETWEEN ${seconds.from * units[form]} AND ${seconds.to * units[form]}`;
      };
      return [`count(${sql})::DOUBLE AS n${i}`, ...forms.map((form) => `count(*) FILTER (WHERE ${fits(form)})::DOUBLE AS ${form}_${i}`)];
    });
    const [row] = await database.rows(`SELECT ${counts.join(', ')} FROM ${table.relation}`, signal);
    part.forEach(({ name }, i) => {
      const values = Number(row?.[`n${i}`]);
      const form = forms.find((one) => values > 0 && Number(row?.[`${one}_${i}`]) >= readableShare * values);
      if (form !== undefined) found.set(name, form);
    });
  }
  return found;
}
