import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { repo } from '../harness/repo.mjs';
import { bikeBaseline } from '../tools/bikeBaseline.mjs';

/** Public data and small cases beside the repository. */
export const shared = process.env.DRIFTBOOK_SHARED ?? join(repo, '..', 'shared');

/** Two datasets and what is asked of them. */
export interface Pair {
  readonly name: string;
  /** Words of the command line after `driftbook`; `{folder}`, `{repo}` and `{shared}` stand for the folders. */
  readonly command: readonly string[];
  /** Files beside the repository that it needs. */
  readonly needs: readonly string[];
  /** Writes what is made of those into a folder. */
  readonly make?: (folder: string) => Promise<void>;
}

const sample = '{repo}/media/sample';
const data = '{shared}/data';

function bikes(): Pair['make'] {
  return async (folder) => {
    const files = await bikeBaseline(join(shared, 'data/evidently_bike_sharing_dataset.zip'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  };
}

/** Writes the results of queries over trusted files as Parquet. */
function parts(queries: Readonly<Record<string, string>>): Pair['make'] {
  return async (folder) => {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    for (const [name, sql] of Object.entries(queries)) {
      await connection.run(`COPY (${sql.replaceAll('{shared}', shared)}) TO '${join(folder, name)}' (FORMAT parquet)`);
    }
    connection.closeSync();
  };
}

/** A folder of `cases` that stands in the repository, too. */
function kept(name: string, ...command: string[]): Pair {
  const at = `{repo}/test/fixtures/cases/${name}`;
  return { name: `case ${name}${named(command)}`, command: command.map((word) => word.replace('{case}', at)), needs: [] };
}

function beside(name: string, ...command: string[]): Pair {
  const at = `{shared}/cases/${name}`;
  return { name: `case ${name}${named(command)}`, command: command.map((word) => word.replace('{case}', at)), needs: [`cases/${name}`] };
}

/** The current file, where a case has several. */
function named(command: readonly string[]): string {
  const files = command.filter((word) => word.startsWith('{case}/'));
  const current = files[command[0] === 'compare' ? 1 : 0]?.slice('{case}/'.length) ?? '';
  return /^cur\.[a-z]+$/.test(current) ? '' : `, ${current}`;
}

const evaluated = (kind: typeof kept, name: string, current = 'cur.csv', reference = 'ref.csv', ...more: string[]): Pair =>
  kind(name, 'evaluate', `{case}/${current}`, '--reference', `{case}/${reference}`, ...more);
const compared = (kind: typeof kept, name: string, reference = 'ref.csv', current = 'cur.csv', ...more: string[]): Pair =>
  kind(name, 'compare', `{case}/${reference}`, `{case}/${current}`, ...more);

/** What the outputs are walked over. */
export const pairs: readonly Pair[] = [
  { name: 'sample', command: ['compare', `${sample}/reference.parquet`, `${sample}/current.csv`], needs: [] },
  { name: 'sample, evaluated', command: ['evaluate', `${sample}/current.csv`, '--reference', `${sample}/reference.parquet`], needs: [] },
  { name: 'churn', command: ['evaluate', `${sample}/churn-current.csv`, '--reference', `${sample}/churn-reference.csv`], needs: [] },
  { name: 'churn by itself', command: ['evaluate', `${sample}/churn-reference.csv`], needs: [] },
  {
    name: 'car loan',
    command: ['compare', `${data}/reference_synthetic_car_loan.parquet`, `${data}/monitoring_synthetic_car_loan.parquet`],
    needs: ['data/monitoring_synthetic_car_loan.parquet'],
  },
  {
    name: 'hotel',
    command: ['compare', `${data}/reference_hotel_booking.parquet`, `${data}/monitoring_hotel_booking.parquet`],
    needs: ['data/monitoring_hotel_booking.parquet'],
  },
  {
    name: 'hotel, evaluated',
    command: [
      'evaluate',
      `${data}/monitoring_hotel_booking.parquet`,
      '--reference',
      `${data}/reference_hotel_booking.parquet`,
      '--target',
      'is_canceled',
    ],
    needs: ['data/monitoring_hotel_booking.parquet'],
  },
  {
    name: 'car price, evaluated',
    command: [
      'evaluate',
      `${data}/monitoring_synthetic_car_price.parquet`,
      '--reference',
      `${data}/reference_synthetic_car_price.parquet`,
      '--target',
      'y_true',
    ],
    needs: ['data/monitoring_synthetic_car_price.parquet'],
  },
  {
    name: 'bike, evaluated',
    command: ['evaluate', '{folder}/bike-2012.csv', '--reference', '{folder}/bike-2011.csv'],
    needs: ['data/evidently_bike_sharing_dataset.zip'],
    make: bikes(),
  },
  {
    name: 'adults',
    command: ['compare', '{folder}/low.parquet', '{folder}/high.parquet'],
    needs: ['data/evidently_adults.parquet'],
    make: parts({
      'low.parquet': `SELECT * FROM '{shared}/data/evidently_adults.parquet' WHERE "education-num" <= 9`,
      'high.parquet': `SELECT * FROM '{shared}/data/evidently_adults.parquet' WHERE "education-num" > 9`,
    }),
  },
  evaluated(kept, '01-labels-like-numbers'),
  evaluated(kept, '02-probability-named-prediction'),
  evaluated(beside, '03-collapsed-multiclass'),
  evaluated(beside, '04-one-true-class'),
  evaluated(beside, '04-one-true-class', 'cur-two.csv', 'ref-pred.csv'),
  evaluated(beside, '05-weeks-with-one-class', 'cur.csv', 'ref.csv', '--chunk', 'week'),
  compared(kept, '06-texts-and-integers', 'ref.jsonl', 'cur.jsonl'),
  compared(kept, '07-thousands-currency-percent'),
  compared(beside, '08-european-export-with-notes'),
  compared(beside, '10-few-floats-with-noise', 'same-float64.csv', 'same-float32.parquet'),
  compared(beside, '10-few-floats-with-noise', 'ref.csv', 'cur-float32.parquet'),
  compared(beside, '12-country-NA', 'ref.parquet', 'cur.csv'),
  compared(beside, '14-zones', 'ref.parquet', 'cur.csv'),
  evaluated(kept, '15-zeros-in-the-target'),
  evaluated(beside, '17-scores-beyond-0-and-1'),
  compared(beside, '18-column-names'),
  compared(beside, '19-codes-like-numbers'),
  compared(beside, '19-codes-like-numbers', 'ref-48.csv', 'cur-48-moved.csv'),
  compared(beside, '23-parquet-types', 'ref.parquet', 'cur.parquet'),
  compared(kept, '24-spellings-of-true', 'ref.parquet', 'cur.csv'),
  evaluated(beside, '25-labels-became-floats'),
];

/** What is missing beside the repository for a pair; null: nothing. */
export function missingFor(pair: Pair): string | null {
  const missing = pair.needs.filter((path) => !existsSync(join(shared, path)));
  return missing.length === 0 ? null : `needs ../shared/${missing.join(', ../shared/')}`;
}
