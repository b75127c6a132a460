import { DuckDBInstance } from '@duckdb/node-api';
import { type Cost, cost } from '../cost.ts';
import { numbers, type Predicted, texts } from './dataset.ts';

/**
 * What no evaluation can do without: DuckDB going over every value of every column of the files (a sum of each), and one thread sorting every number
 * column by `Float64Array.sort`.
 */
export async function floor(
  paths: readonly string[],
  { rows, task }: Predicted,
  cores: number,
): Promise<{ readonly scan: Cost; readonly sort: Cost }> {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(cores) });
  const connection = await instance.connect();
  const sorted = [...numbers, ...(task === 'binary' ? ['y_pred_proba'] : ['y_pred', 'y_true'])];
  const sums = [...sorted.map((name) => `sum(${name})`), ...texts.map((name) => `sum(strlen(${name}))`), 'sum(y_pred)', 'sum(y_true)'];
  const scan = await cost(3, async () => {
    for (const path of paths) await connection.run(`SELECT ${sums.join(', ')} FROM '${path}'`);
  });
  let sort: Cost = { wall: 0, cpu: 0 };
  for (const path of paths) {
    for (const name of sorted) {
      const column = new Float64Array(rows);
      let count = 0;
      const result = await connection.stream(`SELECT coalesce(${name}, 0)::DOUBLE FROM '${path}'`);
      for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
        const { items } = chunk.getColumnVector(0) as unknown as { items: Float64Array };
        column.set(items, count);
        count += items.length;
      }
      const one = await cost(1, async () => column.sort());
      sort = { wall: sort.wall + one.wall, cpu: sort.cpu + one.cpu };
    }
  }
  connection.disconnectSync();
  instance.closeSync();
  return { scan, sort };
}
