import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { tableFromArrays, tableToIPC } from 'apache-arrow';

/** A folder of one case with what it takes to fill it. */
export interface Place {
  readonly folder: string;
  path(name: string): string;
  write(name: string, data: string | Uint8Array): Promise<string>;
  /** Runs SQL over trusted values; `$` stands for the case's folder. */
  sql(statement: string): Promise<void>;
  /** A sound table in the format of the name's suffix. */
  table(name: string, columns?: Columns): Promise<string>;
  remove(): Promise<void>;
}

export type Columns = Readonly<Record<string, readonly (number | string | null)[]>>;

/** Two hundred sound rows: a number, a category, a day. */
export const sound: Columns = {
  x: Array.from({ length: 200 }, (_, i) => ((i * 7919) % 200) / 4),
  kind: Array.from({ length: 200 }, (_, i) => ['red', 'green', 'blue'][(i * 31) % 3]!),
  day: Array.from({ length: 200 }, (_, i) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10)),
};

export async function makePlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'driftbook-fault-'));
  const path = (name: string): string => join(folder, name);
  const write: Place['write'] = async (name, data) => {
    await mkdir(dirname(path(name)), { recursive: true });
    await writeFile(path(name), data);
    return path(name);
  };
  const sql: Place['sql'] = async (statement) => runSql(statement.replaceAll('$', folder));
  const table: Place['table'] = async (name, columns = sound) => write(name, await encode(name, columns, folder));
  return { folder, path, write, sql, table, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

async function runSql(statement: string): Promise<void> {
  // Loaded when needed: the suite in the extension host must not bring native code into it.
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(statement);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Values as comma- or tab-separated text with a header. */
export function delimited(columns: Columns, delimiter = ','): string {
  const names = Object.keys(columns);
  const rows = columns[names[0] ?? '']?.length ?? 0;
  const field = (value: unknown): string => {
    const text = value === null ? '' : String(value);
    return /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = Array.from({ length: rows }, (_, i) => names.map((name) => field(columns[name]![i])));
  return [names.map(field), ...lines].map((fields) => `${fields.join(delimiter)}\n`).join('');
}

export function objects(columns: Columns): string[] {
  const names = Object.keys(columns);
  return Array.from(
    { length: columns[names[0] ?? '']?.length ?? 0 },
    (_, i) =>
      // Written by hand: an object literal would swallow __proto__.
      `{${names.map((name) => `${JSON.stringify(name)}: ${JSON.stringify(columns[name]![i])}`).join(', ')}}`,
  );
}

async function encode(name: string, columns: Columns, folder: string): Promise<string | Uint8Array> {
  const suffix = name.slice(name.lastIndexOf('/') + 1).replace(/^[^.]*\./, '');
  if (suffix.endsWith('.gz')) return gzipSync(await encode(name.slice(0, -3), columns, folder));
  switch (suffix) {
    case 'tsv':
      return delimited(columns, '\t');
    case 'json':
      return `[${objects(columns).join(',\n')}]`;
    case 'jsonl':
      return `${objects(columns).join('\n')}\n`;
    case 'arrow':
    case 'feather':
    case 'arrows': {
      const arrays = Object.fromEntries(
        Object.entries(columns).map(([column, values]) => [
          column,
          values.some((v) => typeof v === 'string') ? [...values] : Float64Array.from(values as number[]),
        ]),
      );
      return tableToIPC(tableFromArrays(arrays as Record<string, string[]>), suffix === 'arrows' ? 'stream' : 'file');
    }
    case 'db': {
      const { sqliteBytes } = await import('../engine/sqliteFiles.ts');
      const names = Object.keys(columns);
      const rows = (columns[names[0]!] ?? []).map((_, i) => names.map((column) => columns[column]![i]!));
      return sqliteBytes([`CREATE TABLE rows (${names.map((column) => `"${column}"`).join(', ')})`], 'rows', rows);
    }
    case 'parquet':
    case 'csv.zst': {
      const source = join(folder, '.source.jsonl');
      const target = join(folder, '.target');
      await writeFile(source, objects(columns).join('\n'));
      const options = suffix === 'parquet' ? 'FORMAT parquet' : 'FORMAT csv, HEADER, COMPRESSION zstd';
      await runSql(`COPY (SELECT * FROM read_json('${source}')) TO '${target}' (${options})`);
      const bytes = await readFile(target);
      await rm(source);
      await rm(target);
      return bytes;
    }
    default:
      return delimited(columns);
  }
}

/** Every format a table can be written in. */
export const formats = ['csv', 'tsv', 'json', 'jsonl', 'parquet', 'arrow', 'arrows', 'feather', 'csv.gz', 'csv.zst', 'jsonl.gz'] as const;
