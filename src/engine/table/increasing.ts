import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import type { ColumnProfile } from '../../core/data/columnProfile.ts';
import { doubles } from '../database/vectors.ts';
import { asNumber, type ColumnSql } from './columnSql.ts';
import type { Relation } from './relation.ts';

type Increasing = ColumnProfile['increasing'];

/** Rows on which a first look drops nearly all columns, and rows on which the rest is judged. */
const looks = [2048, 100_000];

/** Whether values rise along the file, by column name; missing values are passed over, fewer than two values never rise. */
export async function judgeIncreasing(
  relation: Relation,
  columns: readonly ColumnSql[],
  signal: CancelSignal,
): Promise<ReadonlyMap<string, Increasing>> {
  let open = columns.filter(({ kind }) => kind === 'number' || kind === 'timestamp');
  const verdicts = new Map<string, Increasing>();
  for (const look of looks) {
    if (open.length === 0) break;
    const rows = Math.min(look, relation.rows);
    const found = await judge(relation, open, rows, signal);
    open.forEach((column, i) => {
      verdicts.set(column.name, found[i] ?? 'none');
    });
    if (rows === relation.rows) break;
    open = open.filter(({ name }) => verdicts.get(name) !== 'none');
  }
  return verdicts;
}

async function judge(
  relation: Relation,
  columns: readonly ColumnSql[],
  rows: number,
  signal: CancelSignal,
): Promise<readonly Increasing[]> {
  const last = new Float64Array(columns.length).fill(Number.NaN);
  const verdicts: Increasing[] = columns.map(() => 'strict');
  const counts = new Float64Array(columns.length);
  const selected = columns.map(({ kind, value }) => `coalesce(${asNumber(kind, value)}, 'nan'::DOUBLE)`);
  const sql = `SELECT ${selected.join(', ')} FROM ${relation.name} LIMIT ${rows}`;
  const read = await relation.stream(
    sql,
    (chunk) => {
      columns.forEach((_, i) => {
        if (verdicts[i] === 'none') return;
        for (const value of doubles(chunk, i)) {
          if (Number.isNaN(value)) continue;
          counts[i] = (counts[i] as number) + 1;
          const before = last[i] as number;
          last[i] = value;
          if (value < before) {
            verdicts[i] = 'none';
            return;
          }
          if (value === before) verdicts[i] = 'weak';
        }
      });
    },
    signal,
  );
  if (read !== rows) await relation.failShort(sql, read, signal);
  return verdicts.map((verdict, i) => ((counts[i] as number) < 2 ? 'none' : verdict));
}
