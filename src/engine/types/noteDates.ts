import type { OpenContext } from '../openContext.ts';
import type { Inferred } from './inferReading.ts';

/** Tells of a column whose dates are written in a way, or ways, that cannot be read. */
export function noteDates(column: string, seen: Inferred['dates'], { note, side }: OpenContext): void {
  if (seen === null) return;
  if (seen.kind === 'order') note({ code: 'date_order_unknown', level: 'watch', side, column, values: {} });
  else {
    const spellings = Object.entries(seen.shares).sort(([, a], [, b]) => b - a);
    const values = { ways: spellings.length, spellings: spellings.map(([name]) => name).join(', ') };
    note({ code: 'date_spellings', level: 'watch', side, column, values });
  }
}
