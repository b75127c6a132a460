import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** Predictions of the benchmark. */
export interface Predicted {
  readonly rows: number;
  readonly task: 'binary' | 'regression';
}

export const numbers = Array.from({ length: 15 }, (_, k) => `n${k}`);
export const texts = Array.from({ length: 15 }, (_, k) => `s${k}`);
const values = [2, 3, 4, 5, 8, 12, 20, 30, 50, 80];

/**
 * A file of predictions: 15 numbers (normal, lognormal, whole, decimals, 5 % null), 15 texts of 2 to 80 values, and target, prediction and (binary)
 * score; in one value of s2 the model is wrong more often. Hashes of the row number: the same data everywhere. Written on first need.
 */
export async function predictions(folder: string, { rows, task }: Predicted, side: 'reference' | 'current'): Promise<string> {
  const target = join(folder, `${task}-${side}-${rows}.parquet`);
  if (existsSync(target)) return target;
  const offset = side === 'reference' ? 0 : 5 * rows;
  // One number hashed: the hash of two of them hardly changes its order with the second.
  const draw = (k: number): string => `hash((i + ${offset}) * 10007 + ${k})`;
  const uniform = (k: number): string => `(${draw(k)} / 18446744073709551615.0)`;
  const normal = (k: number): string => `sqrt(-2 * ln(greatest(${uniform(k)}, 1e-12))) * cos(6.283185307 * ${uniform(k + 1000)})`;
  const shapes = (k: number): string =>
    [
      normal(k),
      `exp(${normal(k)})`,
      `floor(${uniform(k)} * 12)`,
      `round(${uniform(k)} * 1000, 2)`,
      `CASE WHEN ${uniform(k + 2000)} < 0.05 THEN NULL ELSE ${normal(k)} END`,
    ][k % 5]!;
  const bad = `${draw(3002)} % 4 = 1 AND ${uniform(5)} < 0.3`;
  const predicted =
    task === 'binary'
      ? [
          'round(p, 4) AS y_pred_proba',
          '(p >= 0.5)::INT AS y_pred',
          `(CASE WHEN ${bad} THEN 1 - (${uniform(7)} < p)::INT ELSE (${uniform(7)} < p)::INT END) AS y_true`,
        ]
      : [`round(100 * p, 3) AS y_pred`, `round(100 * p + ${normal(8)} * (CASE WHEN ${bad} THEN 20 ELSE 5 END), 3) AS y_true`];
  const columns = [
    ...numbers.map((name, k) => `${shapes(k)} AS ${name}`),
    ...texts.map((name, k) => `'v' || ${draw(3000 + k)} % ${values[k % values.length]} AS ${name}`),
    ...predicted,
  ];
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(
    `COPY (SELECT ${columns.join(', ')} FROM (SELECT i, ${uniform(6)} * ${uniform(9)} AS p FROM range(${rows}) t(i))) TO '${target}' (FORMAT parquet)`,
  );
  connection.disconnectSync();
  instance.closeSync();
  return target;
}
