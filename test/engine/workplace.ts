import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import type { ColumnKind } from '../../src/core/data/columnKind.ts';
import type { ColumnProfile } from '../../src/core/data/columnProfile.ts';
import { DataError } from '../../src/core/data/dataError.ts';
import type { RowKey } from '../../src/core/data/rowKey.ts';
import type { Table } from '../../src/core/data/table.ts';
import type { ComparisonSpec } from '../../src/core/spec/spec.ts';
import { type OpenComparison, openComparison } from '../../src/engine/openComparison.ts';
import type { EngineOptions } from '../../src/shared/workerProtocol.ts';

/** A signal that never aborts. */
export const calm = new AbortController().signal;

/** Text as an SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A temporary folder of one test file, removed after its tests, and the engine at work in it. */
export interface Workplace {
  readonly folder: string;
  /** Where the engine puts its work folders: empty again when all is closed. */
  readonly temp: string;
  readonly engine: EngineOptions;
  path(name: string): string;
  /** Writes a file (with its folders) and returns its path. */
  write(name: string, data: string | Uint8Array): Promise<string>;
  /** Opens reference and current, gives them to `use`, closes them and checks that no temporary file is left. */
  open<T>(
    paths: { reference: string; current: string },
    use: (opened: OpenComparison) => Promise<T>,
    spec?: Partial<ComparisonSpec>,
    options?: EngineOptions,
  ): Promise<T>;
  /** As `open` with one file on both sides: gives the reference. */
  read<T>(
    path: string,
    use: (table: Table, opened: OpenComparison) => Promise<T>,
    spec?: Partial<ComparisonSpec>,
    options?: EngineOptions,
  ): Promise<T>;
  /** The DataError that opening rejects with; nothing is left behind. */
  refusal(reference: string, current?: string, spec?: Partial<ComparisonSpec>): Promise<DataError>;
}

/** Makes the workplace of a test file; call it at the top of the file. */
export async function workplace(name: string): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), `driftbook-${name}-`));
  after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  const temp = join(folder, 'temp');
  const engine: EngineOptions = { memoryLimitMb: 512, threads: 2, tempDirectory: temp };
  const path = (file: string): string => join(folder, file);
  const empty = async (): Promise<void> => assert.deepEqual(await readdir(temp).catch(() => []), [], 'no temporary file is left');
  const open: Workplace['open'] = async ({ reference, current }, use, spec = {}, options = engine) => {
    const opened = await openComparison({ ...spec, reference: { path: reference }, current: { path: current } }, options, calm, () => {});
    try {
      return await use(opened);
    } finally {
      await opened.close();
      await empty();
    }
  };
  return {
    folder,
    temp,
    engine,
    path,
    write: async (file, data) => {
      await mkdir(dirname(path(file)), { recursive: true });
      await writeFile(path(file), data);
      return path(file);
    },
    open,
    read: (file, use, spec, options) => open({ reference: file, current: file }, (opened) => use(opened.reference, opened), spec, options),
    refusal: async (reference, current = reference, spec = {}) => {
      const error = await open({ reference, current }, async () => null, spec).catch((reason: unknown) => reason);
      if (!(error instanceof DataError)) assert.fail(`a DataError was expected, got ${String(error)}`);
      await empty();
      return error;
    },
  };
}

/** Runs statements over trusted test files in an unlocked DuckDB of their own. */
export async function runSql(...statements: readonly string[]): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    for (const statement of statements) await connection.run(statement);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** All values of some columns with their buckets and groups, put together from the batches. */
export interface Numbers {
  readonly values: number[][];
  readonly buckets: number[];
  readonly groups: number[];
}

export async function numbersOf(table: Table, columns: readonly string[], key: RowKey = {}): Promise<Numbers> {
  const values = columns.map((): number[] => []);
  const buckets: number[] = [];
  const groups: number[] = [];
  await table.readNumbers(
    columns,
    key,
    (batch) => {
      batch.values.forEach((column, i) => {
        values[i]?.push(...column.subarray(0, batch.length));
      });
      if (batch.buckets !== null) buckets.push(...batch.buckets.subarray(0, batch.length));
      if (batch.groups !== null) groups.push(...batch.groups.subarray(0, batch.length));
    },
    calm,
  );
  return { values, buckets, groups };
}

/** Frequency of the values of a column over all rows; null under the key `null`. */
export async function tallyOf(table: Table, column: string, limit = 1000): Promise<ReadonlyMap<string | null, number>> {
  const { values, value, count } = await table.countValues(column, {}, limit, calm);
  const tally = new Map<string | null, number>();
  value.forEach((index, i) => {
    assert.notEqual(index, -1, 'no value beyond the limit');
    tally.set(index === -2 ? null : (values[index] as string), count[i] as number);
  });
  return tally;
}

export const kindsOf = (table: Table): Record<string, ColumnKind> =>
  Object.fromEntries(table.info.columns.map(({ name, kind }) => [name, kind]));

export async function profileOf(table: Table, column: string): Promise<ColumnProfile> {
  const found = (await table.profile(calm)).find(({ name }) => name === column);
  assert.ok(found, `a profile of ${column}`);
  return found;
}
