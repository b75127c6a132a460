import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** A pair of files of the benchmark. */
export interface Pair {
  readonly rows: number;
  readonly columns: number;
  readonly format: 'parquet' | 'csv';
  /** Days that a side spans; 116 when not given. */
  readonly days?: number;
}

/** One generated column: SQL over `i`, the number of the row. */
interface Column {
  readonly name: string;
  readonly sql: string;
  readonly kind: 'number' | 'text' | 'flag' | 'time';
}

/**
 * Columns of a side: of every 50, 35 are numbers of ten shapes (normal, lognormal, uniform, exponential, small whole, two decimals, 5 % null, 60 % zero,
 * one decimal, single precision), 10 texts of 2 to 100 values, 3 texts of very many, a flag and a time. Drift in every fifth number. Hashes of the row
 * number: the same data everywhere.
 */
export function columnsOf({ rows, columns, days = 116 }: Omit<Pair, 'format'>, side: 'reference' | 'current'): readonly Column[] {
  const offset = side === 'reference' ? 0 : 5 * rows;
  // One number hashed: the hash of two of them hardly changes its order with the second.
  const draw = (k: number) => `hash((i + ${offset}) * 1000003 + ${k})`;
  const uniform = (k: number) => `(${draw(k)} / 18446744073709551615.0)`;
  const times = Math.max(1, Math.round(columns / 50));
  const texts = Math.max(2, Math.round(columns * 0.2));
  const many = Math.max(1, Math.round(columns * 0.06));
  const numbers = columns - 2 - texts - many;
  const made: Column[] = [];
  for (let k = 0; k < numbers; k++) {
    const u = uniform(k);
    const normal = `sqrt(-2 * ln(greatest(${u}, 1e-12))) * cos(6.283185307 * ${uniform(k + 10_000)})`;
    const shapes = [
      `${normal} + ${side === 'current' && k % 5 === 0 ? 0.3 : 0}`,
      `exp(${normal})`,
      u,
      `-ln(greatest(${u}, 1e-12))`,
      `floor(${u} * 12)`,
      `round(${u} * 1000, 2)`,
      `CASE WHEN ${uniform(k + 10_000)} < 0.05 THEN NULL ELSE ${normal} END`,
      `CASE WHEN ${uniform(k + 10_000)} < 0.6 THEN 0 ELSE exp(${normal}) END`,
      `round(${normal}, 1)`,
      `(${normal})::FLOAT`,
    ];
    made.push({ name: `n${k}`, sql: shapes[k % shapes.length]!, kind: 'number' });
  }
  const values = [2, 3, 5, 8, 12, 20, 35, 50, 80, 100];
  for (let k = 0; k < texts; k++) made.push({ name: `s${k}`, sql: `'v' || ${draw(k + 20_000)} % ${values[k % 10]}`, kind: 'text' });
  const distinct = ['i', `hash(i, 1) % ${Math.ceil(rows / 10)}`, `hash(i, 2) % ${Math.ceil(rows / 50)}`];
  for (let k = 0; k < many; k++)
    made.push({ name: `h${k}`, sql: `md5((${distinct[k % 3]!.replace('i', `(i + ${offset + k})`)})::VARCHAR)`, kind: 'text' });
  made.push({ name: 'flag', sql: `${draw(30_000)} % 10 < 3`, kind: 'flag' });
  // Current begins some days after reference ends.
  const start = new Date(Date.UTC(2025, 0, 1) + (side === 'reference' ? 0 : (days + 4) * 86_400_000)).toISOString().slice(0, 10);
  const seconds = (days * 86_400) / rows / times;
  made.push({ name: 'moment', sql: `TIMESTAMP '${start}' + INTERVAL (i * ${seconds * 1000 * times}) MILLISECOND`, kind: 'time' });
  return made;
}

/** Paths of a pair, written on first need. */
export async function files(folder: string, pair: Pair): Promise<{ reference: string; current: string }> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const path = async (side: 'reference' | 'current'): Promise<string> => {
    const name = `${side}-${pair.rows}x${pair.columns}${pair.days === undefined ? '' : `-${pair.days}d`}`;
    const target = join(folder, `${name}.${pair.format}`);
    if (existsSync(target)) return target;
    const parquet = join(folder, `${name}.parquet`);
    const columns = columnsOf(pair, side).map(({ sql, name }) => `${sql} AS ${name}`);
    const source = existsSync(parquet) ? `'${parquet}'` : `(SELECT ${columns.join(', ')} FROM range(${pair.rows}) t(i))`;
    await connection.run(`COPY (FROM ${source}) TO '${target}' (${pair.format === 'csv' ? 'FORMAT csv, HEADER' : 'FORMAT parquet'})`);
    return target;
  };
  try {
    return { reference: await path('reference'), current: await path('current') };
  } finally {
    connection.disconnectSync();
    instance.closeSync();
  }
}
