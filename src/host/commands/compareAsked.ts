import { askTables } from '../questions/askTables.ts';
import type { Comparisons } from '../runs/comparisons.ts';

/** Compares two files that were asked for, once it is known which tables of them are meant. */
export async function compareAsked(comparisons: Comparisons, reference: string, current: string): Promise<void> {
  const pair = await askTables(comparisons, { reference, current, evaluate: false });
  if (pair !== null) await comparisons.compare(pair);
}
