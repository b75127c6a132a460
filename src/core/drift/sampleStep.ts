import { SortKernel } from '../stats/sortKernel.ts';
import { type ColumnLayout, SortSpace } from './sortedSide.ts';

/** One column alone may take half as much again as the budget: the database rests meanwhile. */
const aloneFactor = 1.5;
/** Of either side at least so many rows are read, whatever the budget: they take a few megabytes. */
const fewestSampled = 50_000;

/** Of how many rows one is read, so that one numeric column of both sides can be sorted within the budget; 1: all of them. */
export function sampleStep(reference: ColumnLayout, current: ColumnLayout, budgetBytes: number): number {
  const sorting = SortSpace.bytes(reference, current);
  const needed = 8 * (reference.rows + current.rows) + sorting;
  const most = Math.floor(Math.min(reference.rows, current.rows) / fewestSampled);
  return Math.max(1, Math.min(most, Math.ceil(Math.max(needed / (budgetBytes * aloneFactor), sorting / SortKernel.mostBytes))));
}
