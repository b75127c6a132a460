import { SortKernel } from '../stats/kernel/sortKernel.ts';
import type { ColumnBudget } from './columnBudget.ts';
import { type ColumnLayout, SortSpace } from './sortedSide.ts';

/** Of either side at least so many rows are read, whatever the budget: they take a few megabytes. */
export const fewestSampled = 50_000;

/** Of how many rows of a side one is read; 1: all of them. */
export interface SampleSteps {
  readonly reference: number;
  readonly current: number;
}

/** Of how many rows one is read, so that one numeric column of both sides can be sorted within the budget. A small side is read whole beside a large one. */
export function sampleSteps(reference: ColumnLayout, current: ColumnLayout, budget: ColumnBudget): SampleSteps {
  const sorting = SortSpace.bytes(reference, current);
  const addressed = Math.ceil(sorting / SortKernel.mostBytes);
  const step = Math.max(addressed, stepWithin(8 * (reference.rows + current.rows) + sorting, budget));
  return { reference: sideStep(reference.rows, step), current: sideStep(current.rows, step) };
}

/** Of how many rows one is read, so that what takes `neededBytes` for all rows fits the budget. */
export function stepWithin(neededBytes: number, budget: ColumnBudget): number {
  return Math.ceil(neededBytes / budget.alone);
}

/** The step of a side of so many rows: never so large that fewer than 50,000 are read. */
export function sideStep(rows: number, step: number): number {
  return Math.max(1, Math.min(Math.floor(rows / fewestSampled), step));
}
