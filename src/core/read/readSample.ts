import type { ColumnProfile } from '../data/columnProfile.ts';
import { type ColumnSample, canBeLabel, mostLabels } from '../roles/columnSample.ts';
import { labelText } from '../roles/labels.ts';
import type { FileColumns } from '../roles/pickTarget.ts';
import { bytesOf, sampleBytes } from './columnBudget.ts';
import type { ColumnReader } from './columnReader.ts';

/** Rows that are looked at to tell which column is which, where the budget allows as many; never fewer than some. */
const sampleRows = 20_000;
const fewestRows = 500;
/** Codes of all rows are read for the sample: so many bytes of them at a time. */
const mostCodeBytes = 32 * 1024 * 1024;

/** Columns and sample of a file, as columns are inferred from. As `columnSample`. */
export async function fileColumns(reader: ColumnReader, profiles: readonly ColumnProfile[]): Promise<FileColumns> {
  return { profiles, sample: await columnSample(reader, profiles) };
}

/**
 * Reads the first rows of the columns that can be labels or scores: of thousands of columns fewer rows, so that the samples of two files fit the
 * budget. They are held until `releaseSample`. O(rows of the table × columns), in one pass for the numbers and, for the labels, one for as many columns
 * as are read at a time.
 */
async function columnSample(reader: ColumnReader, profiles: readonly ColumnProfile[]): Promise<ColumnSample> {
  const { budget, info } = reader;
  const numeric = profiles.filter((p) => p.kind === 'number' || p.kind === 'boolean').map((p) => p.name);
  const few = profiles.filter(canBeLabel).map((p) => p.name);
  const within = Math.floor(Math.max(budget.bytes, sampleBytes) / 2 / (rowBytes * Math.max(1, numeric.length + few.length)));
  const rows = Math.min(sampleRows, info.rows, Math.max(fewestRows, within));
  budget.hold(rowBytes * rows * (numeric.length + few.length));
  const numbers = numeric.map(() => new Float64Array(rows));
  await reader.firstNumbers(numeric, numbers);
  const labels = new Map<string, readonly (string | null)[]>();
  const most = Math.min(mostCodeBytes, budget.bytes / 2);
  const atOnce = Math.max(1, Math.floor(most / Math.max(1, Int16Array.BYTES_PER_ELEMENT * info.rows)));
  for (let from = 0; from < few.length; from += atOnce) {
    const coded = await reader.codes(few.slice(from, from + atOnce), mostLabels);
    for (const { name, values, codes } of coded) {
      const texts = values.map(labelText);
      labels.set(
        name,
        Array.from(codes.subarray(0, rows), (code) => (code < 0 ? null : texts[code]!)),
      );
    }
    budget.release(bytesOf(coded.map(({ codes }) => codes)));
  }
  return { rows, numbers: new Map(numeric.map((name, i) => [name, numbers[i]!])), labels };
}

/** A number, and a place in a list of texts, of one row. */
const rowBytes = 8;

/** Gives the memory of a sample back. */
export function releaseSample({ budget }: ColumnReader, { rows, numbers, labels }: ColumnSample): void {
  budget.release(rowBytes * rows * (numbers.size + labels.size));
}
