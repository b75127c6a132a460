import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repo } from '../harness/repo.mjs';
import { unzipSync } from './unzip.mjs';

/**
 * Predictions of a simple model on real data, for tests and pictures: `node test/tools/bikeBaseline.mjs FOLDER` writes bike-2011.csv and
 * bike-2012.csv there. The model says of every hour the mean count of its hour of the week in 2011, so it knows nothing of the growth after.
 * Data: UCI bike sharing, hourly, Fanaee-T & Gama 2013 (CC BY 4.0), from the folder of public data beside the repository.
 */
export const bikeZip = process.env.DRIFTBOOK_BIKE_ZIP ?? join(repo, '../shared/data/evidently_bike_sharing_dataset.zip');

const kept = ['season', 'holiday', 'workingday', 'weathersit', 'temp', 'hum', 'windspeed'];

/** The rows of the hourly table with the prediction, by year, as texts of CSV files. */
export async function bikeBaseline(zip = bikeZip) {
  const folder = await mkdtemp(join(tmpdir(), 'driftbook-bike-'));
  try {
    const text = await readFile(unzipSync(zip, 'hour.csv', folder), 'utf8');
    const [head = '', ...lines] = text.trim().split(/\r?\n/);
    const names = head.split(',');
    const rows = lines.map((line) => Object.fromEntries(line.split(',').map((value, i) => [names[i] ?? '', value])));
    const hourOfWeek = (row) => Number(row.weekday) * 24 + Number(row.hr);
    const sums = new Map();
    for (const row of rows.filter(({ yr }) => yr === '0')) {
      const { n = 0, sum = 0 } = sums.get(hourOfWeek(row)) ?? {};
      sums.set(hourOfWeek(row), { n: n + 1, sum: sum + Number(row.cnt) });
    }
    const written = (row) => {
      const { n, sum } = sums.get(hourOfWeek(row));
      const time = `${row.dteday} ${row.hr.padStart(2, '0')}:00:00`;
      return [time, ...kept.map((name) => row[name]), row.cnt, (sum / n).toFixed(2)].join(',');
    };
    const table = (year) =>
      `${['time', ...kept, 'cnt', 'prediction'].join(',')}\n${rows
        .filter(({ yr }) => yr === year)
        .map(written)
        .join('\n')}\n`;
    return { 'bike-2011.csv': table('0'), 'bike-2012.csv': table('1') };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) {
  const folder = process.argv[2] ?? join(repo, 'out/bike');
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(await bikeBaseline())) {
    await writeFile(join(folder, name), text);
    console.log(`${name}: ${text.split('\n').length - 2} rows, sha256 ${createHash('sha256').update(text).digest('hex').slice(0, 16)}`);
  }
}
