import { analyse } from '../../../src/core/pipeline/analyse.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { mulberry32 } from '../../../src/core/stats/samples/mulberry32.ts';
import { MemoryTable, type MemoryValue } from '../../unit/memoryTable.ts';

/** The report of a made-up wide table: numbers, whole numbers, few values, categories; a tenth of the columns moves half-way. Seeded. */
export async function wideReport(columns: number, rows: number, months: number): Promise<Report> {
  const random = mulberry32(1);
  const side = (year: number, drift: boolean): Record<string, MemoryValue[]> => {
    const made: Record<string, MemoryValue[]> = {
      event_time: Array.from({ length: rows }, (_, i) => new Date(Date.UTC(year, 0, 1) + (i / rows) * months * 30.4 * 86_400_000)),
    };
    for (let c = 0; c < columns - 1; c++) {
      const scale = 10 ** (c % 7);
      const value = (i: number): MemoryValue => {
        const shift = drift && c % 10 === 0 && i > rows / 2 ? 1 : 0;
        const z = random() + random() + random() + random() - 2 + shift;
        if (c % 13 === 0 && random() < 0.05) return null;
        if (c % 5 === 1) return `category ${Math.floor(Math.abs(z) * 8)}`;
        if (c % 5 === 2) return Math.round(z * 30);
        if (c % 5 === 3) return Math.round(Math.exp(z) * 100) / 100;
        return z * scale;
      };
      made[`${['amount', 'score', 'count', 'ratio', 'region', 'duration'][c % 6]}_of_something_${c}`] = Array.from(
        { length: rows },
        (_, i) => value(i),
      );
    }
    return made;
  };
  const spec = {
    reference: { path: '/data/reference.parquet' },
    current: { path: '/data/current.parquet' },
    chunk: { by: 'month' },
  } as const;
  const tables = {
    reference: new MemoryTable('reference.parquet', side(2025, false)),
    current: new MemoryTable('current.parquet', side(2026, true)),
  };
  const { signal } = new AbortController();
  return analyse(spec, tables, {
    signal,
    progress: () => {},
    notes: [],
    version: '0.0.0',
    now: () => Date.UTC(2027, 0, 1),
    budgetBytes: 512e6,
  });
}
