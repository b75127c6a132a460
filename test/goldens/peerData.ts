import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** Rows of a data set by column, in order of time where there is a `timestamp`: numbers (missing NaN) where all are, else texts. */
export type PeerTable = Readonly<Record<string, Float64Array | readonly string[]>>;

/** The two parts of a data set that peers' expectations are about. */
export interface PeerData {
  readonly reference: PeerTable;
  readonly monitoring: PeerTable;
}

async function readTable(path: string): Promise<PeerTable> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const from = `FROM '${path.replaceAll("'", "''")}'`;
    const columns = (await connection.runAndReadAll(`DESCRIBE SELECT * ${from}`))
      .getRows()
      .map(([name, type]) => ({ name: String(name), numeric: /INT|FLOAT|DOUBLE|DECIMAL|BOOLEAN/.test(String(type)) }));
    const selected = columns.map(({ name, numeric }) => `"${name.replaceAll('"', '""')}"::${numeric ? 'DOUBLE' : 'VARCHAR'}`);
    const order = columns.some(({ name }) => name === 'timestamp') ? ' ORDER BY timestamp' : '';
    const result = (await connection.runAndReadAll(`SELECT ${selected.join(', ')} ${from}${order}`)).getColumns();
    return Object.fromEntries(
      columns.map(({ name, numeric }, i) => [
        name,
        numeric ? Float64Array.from(result[i]!, (cell) => (cell === null ? Number.NaN : Number(cell))) : result[i]!.map(String),
      ]),
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/**
 * The data set a case names, as `…/*_NAME.parquet`: looked for as `data/reference_NAME.parquet` and `data/monitoring_NAME.parquet` beside the
 * file of cases. The name of what is not there, as a text.
 */
export async function readPeerData(casesFile: string, pattern: string): Promise<PeerData | string> {
  const parts = { reference: basename(pattern).replace('*', 'reference'), monitoring: basename(pattern).replace('*', 'monitoring') };
  const path = (name: string): string => join(dirname(casesFile), 'data', name);
  const missing = Object.values(parts).find((name) => !existsSync(path(name)));
  if (missing !== undefined) return missing;
  return { reference: await readTable(path(parts.reference)), monitoring: await readTable(path(parts.monitoring)) };
}
