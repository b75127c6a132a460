import { analyse } from '../../../../src/core/pipeline/analyse.ts';
import type { Report } from '../../../../src/core/report/report.ts';
import { columnsOf } from '../../../../src/core/report/sectionOf.ts';
import type { ColumnReport } from '../../../../src/core/sections/drift/result.ts';
import { mulberry32 } from '../../../../src/core/stats/samples/mulberry32.ts';
import { MemoryTable, type MemoryValue } from '../../memoryTable.ts';

const day = 86_400_000;

/** The values of `rating`: neither in the order of their frequency nor evenly apart, and in an order that their texts do not have. */
export const ratings = [-2, 0, 0.5, 1, 2, 10, 12] as const;
const frequent = [0.02, 0.08, 0.3, 0.1, 0.25, 0.2, 0.05] as const;

/** A side of `rows` rows over 120 days: a number of seven values, one of the twenty values 1 to 20 (as file order), a flag, and a text. */
export function fewValueColumns(rows: number, seed: number, start: string, moved: number): Record<string, MemoryValue[]> {
  const random = mulberry32(seed);
  const from = Date.parse(start);
  const times = Array.from({ length: rows }, (_, i) => new Date(from + Math.floor((i * 120) / rows) * day));
  const rating = (): number => {
    if (random() < moved) return 12;
    let left = random();
    const at = frequent.findIndex((share) => {
      left -= share;
      return left < 0;
    });
    return ratings[at < 0 ? ratings.length - 1 : at]!;
  };
  const column = (make: (i: number) => MemoryValue): MemoryValue[] => Array.from({ length: rows }, (_, i) => make(i));
  return {
    event_time: times,
    rating: column(rating),
    // 20 is most frequent and 1 least.
    step: column(() => 1 + Math.floor(20 * Math.sqrt(random()))),
    flag: column(() => (random() < 0.7 ? 1 : 0)),
    plan: column(() => (random() < 0.8 ? 'plus' : 'basic')),
  };
}

/** Compares two such sides, by month; `rating` moved up in a quarter of current's rows. */
export function fewValueReport(): Promise<Report> {
  return analyse(
    { reference: { path: '/data/ratings-2025.csv' }, current: { path: '/data/ratings-2026.csv' } },
    {
      reference: new MemoryTable('ratings-2025.csv', fewValueColumns(3000, 5, '2025-01-01', 0)),
      current: new MemoryTable('ratings-2026.csv', fewValueColumns(3000, 6, '2026-01-01', 0.25)),
    },
    { signal: new AbortController().signal, progress: () => {}, notes: [], version: '0.0.0', now: () => 0, budgetBytes: 1e8 },
  );
}

export function columnOf(report: Report, name: string): ColumnReport {
  return columnsOf(report).find((column) => column.name === name)!;
}
