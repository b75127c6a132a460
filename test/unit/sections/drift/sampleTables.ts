import { normalQuantile } from '../../../../src/core/stats/distributions/normal.ts';
import { mulberry32 } from '../../../../src/core/stats/samples/mulberry32.ts';
import type { MemoryValue } from '../../memoryTable.ts';

const dayMs = 86_400_000;

/** Seeded columns without drift: a normal, a category, a whole number of five values, a flag, an identifier and a time over `days` days from `start`. */
export function plainColumns(rows: number, seed: number, start: string, days: number): Record<string, MemoryValue[]> {
  const random = mulberry32(seed);
  const normal = () => normalQuantile((random() * 0.999_998 + 0.000_001) as number);
  const from = Date.parse(start);
  const column = <T extends MemoryValue>(make: (i: number) => T): T[] => Array.from({ length: rows }, (_, i) => make(i));
  return {
    id: column((i) => seed * 1_000_000 + i),
    event_time: column((i) => new Date(from + Math.floor((i * days * dayMs) / rows))),
    amount: column(() => 100 + 15 * normal()),
    plan: column(() => (random() < 0.6 ? 'basic' : random() < 0.7 ? 'plus' : 'pro')),
    level: column(() => Math.floor(random() * 5)),
    active: column(() => random() < 0.3),
  };
}
