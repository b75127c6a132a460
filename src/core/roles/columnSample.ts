import type { CancelSignal } from '../data/cancelSignal.ts';
import type { ColumnProfile } from '../data/columnProfile.ts';
import type { Table } from '../data/table.ts';
import { labelText } from './labels.ts';

/** Rows that are looked at to tell which column is which. */
const sampleRows = 20_000;
/** Codes of all rows are read for the sample: so many bytes of them at a time. */
const mostCodeBytes = 32 * 1024 * 1024;
/** More values than this are not labels. */
export const mostLabels = 200;

/** The first rows of the columns that can be labels or scores, of equal length. */
export interface ColumnSample {
  readonly rows: number;
  /** Numbers of number and boolean columns; NaN for null. */
  readonly numbers: ReadonlyMap<string, Float64Array>;
  /** Columns with few values, as the texts their classes are known by (`labelText`). */
  readonly labels: ReadonlyMap<string, readonly (string | null)[]>;
}

/** Whether a column has few enough values for labels. */
export function canBeLabel(profile: ColumnProfile): boolean {
  if (profile.kind === 'boolean') return true;
  if (profile.kind !== 'text' && !(profile.kind === 'number' && profile.integer)) return false;
  return profile.distinct >= 1 && profile.distinct <= mostLabels;
}

/** Reads the sample; O(rows of the table × columns), in one pass for the numbers and, for the labels, one for as many columns as are read at a time. */
export async function columnSample(table: Table, profiles: readonly ColumnProfile[], signal: CancelSignal): Promise<ColumnSample> {
  const rows = Math.min(sampleRows, table.info.rows);
  const numeric = profiles.filter((p) => p.kind === 'number' || p.kind === 'boolean').map((p) => p.name);
  const numbers = new Map(numeric.map((name) => [name, new Float64Array(rows)]));
  let at = 0;
  if (numeric.length > 0) {
    await table.readNumbers(
      numeric,
      {},
      (batch) => {
        const take = Math.min(batch.length, rows - at);
        if (take <= 0) return;
        for (const [i, name] of numeric.entries()) numbers.get(name)!.set(batch.values[i]!.subarray(0, take), at);
        at += take;
      },
      signal,
    );
  }
  const few = profiles.filter(canBeLabel).map((p) => p.name);
  const labels = new Map<string, readonly (string | null)[]>();
  const atOnce = Math.max(1, Math.floor(mostCodeBytes / Math.max(1, Int16Array.BYTES_PER_ELEMENT * table.info.rows)));
  for (let from = 0; from < few.length; from += atOnce) {
    for (const { name, values, codes } of await table.readCodes(few.slice(from, from + atOnce), mostLabels, signal)) {
      const texts = values.map(labelText);
      labels.set(
        name,
        Array.from(codes.subarray(0, rows), (code) => (code < 0 ? null : texts[code]!)),
      );
    }
  }
  return { rows, numbers, labels };
}

/** Columns and sample of a file, as columns are inferred from. */
export async function fileColumns(
  table: Table,
  profiles: readonly ColumnProfile[],
  signal: CancelSignal,
): Promise<{ readonly profiles: readonly ColumnProfile[]; readonly sample: ColumnSample }> {
  return { profiles, sample: await columnSample(table, profiles, signal) };
}
