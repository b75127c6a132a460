import { SortKernel } from '../stats/sortKernel.ts';
import { type ColumnLayout, SortSpace } from './sortedSide.ts';

/** What is done alone may take half as much again as the budget: the database rests meanwhile. */
const aloneFactor = 1.5;
/** Of either side at least so many rows are read, whatever the budget: they take a few megabytes. */
const fewestSampled = 50_000;

/** Of how many rows one is read, so that one numeric column of both sides can be sorted within the budget; 1: all of them. */
export function sampleStep(reference: ColumnLayout, current: ColumnLayout, budgetBytes: number): number {
  const sorting = SortSpace.bytes(reference, current);
  const rows = Math.min(reference.rows, current.rows);
  const addressed = Math.min(mostStep(rows), Math.ceil(sorting / SortKernel.mostBytes));
  return Math.max(addressed, stepWithin(8 * (reference.rows + current.rows) + sorting, rows, budgetBytes));
}

/** Of how many rows one is read, so that what takes `neededBytes` for all rows fits the budget. `rows`: of the smaller side. */
export function stepWithin(neededBytes: number, rows: number, budgetBytes: number): number {
  return Math.max(1, Math.min(mostStep(rows), Math.ceil(neededBytes / (budgetBytes * aloneFactor))));
}

function mostStep(rows: number): number {
  return Math.floor(rows / fewestSampled);
}
