import { read } from 'vega';

/** The table of columns as a program reads it: cells by head, in the order of its lines. */
export function fromCsv(csv: string): Record<string, string>[] {
  return (read(csv, { type: 'csv' }) as Record<string, string>[]).map((row) => ({ ...row }));
}
