import { execFileSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { type Cost, cost } from '../cost.ts';
import { columnsOf, type Pair } from './dataset.ts';

export const cores = Math.min(2, cpus().length);

/** DuckDB going over every value of every column of both files: a sum of each, for smallest and largest values stand in the files' footers. */
export async function scanFloor(paths: readonly string[], pair: Pair, times: number): Promise<Cost> {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(cores) });
  const connection = await instance.connect();
  const sum = {
    number: (n: string) => `sum(${n})`,
    text: (n: string) => `sum(strlen(${n}))`,
    flag: (n: string) => `count_if(${n})`,
    time: (n: string) => `sum(epoch(${n}))`,
  };
  const sums = columnsOf(pair, 'reference').map(({ name, kind }) => sum[kind](name));
  const found = await cost(times, async () => {
    for (const path of paths) await connection.run(`SELECT ${sums.join(', ')} FROM '${path}'`);
  });
  connection.disconnectSync();
  instance.closeSync();
  return found;
}

/** A python whose numpy can be imported, and its version; null without one. */
function numpy(): { readonly python: string; readonly version: string } | null {
  for (const python of [process.env.DRIFTBOOK_BENCH_PYTHON, 'python3'].filter((p) => p !== undefined)) {
    try {
      const version = execFileSync(python, ['-c', 'import numpy; print(numpy.__version__)'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      return { python, version: version.trim() };
    } catch {}
  }
  return null;
}

const sortScript = `
import sys, time, numpy
x = numpy.fromfile(sys.argv[1])
wall, cpu = time.perf_counter(), time.process_time()
x.sort()
print(time.perf_counter() - wall, time.process_time() - cpu)
`;

/** One thread sorting the numeric columns of both sides, by numpy where there is one, else by Float64Array. `most` columns are timed and stand for all. */
export async function sortFloor(path: string, pair: Pair, folder: string, most: number): Promise<Cost & { readonly by: string }> {
  const numbers = columnsOf(pair, 'reference').filter(({ kind }) => kind === 'number');
  const timed = numbers.slice(0, most);
  const found = numpy();
  const instance = await DuckDBInstance.create(':memory:', { threads: String(cores) });
  const connection = await instance.connect();
  let wall = 0;
  let cpu = 0;
  for (const { name } of timed) {
    const values = new Float64Array(pair.rows);
    let count = 0;
    const result = await connection.stream(`SELECT coalesce(${name}::DOUBLE, 0) FROM '${path}'`);
    for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      const { items } = chunk.getColumnVector(0) as unknown as { items: Float64Array };
      values.set(items, count);
      count += items.length;
    }
    if (found === null) {
      const one = await cost(1, async () => values.sort());
      wall += one.wall;
      cpu += one.cpu;
    } else {
      const raw = join(folder, 'column.f64');
      await writeFile(raw, values);
      const [a, b] = execFileSync(found.python, ['-c', sortScript, raw], { encoding: 'utf8' }).split(' ').map(Number);
      wall += a!;
      cpu += b!;
      await rm(raw);
    }
  }
  connection.disconnectSync();
  instance.closeSync();
  const all = (2 * numbers.length) / timed.length;
  return { wall: wall * all, cpu: cpu * all, by: found === null ? 'Float64Array (no numpy here)' : `numpy ${found.version}` };
}
