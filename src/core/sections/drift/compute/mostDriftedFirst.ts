import type { ColumnProfile } from '../../../data/columnProfile.ts';
import type { ColumnTask } from './columnTask.ts';

/**
 * The columns in the order to test them: those first whose profiles differ most, so that what is shown while others are tested is what matters.
 * A guess only: it decides nothing but the order. Ties stay as they are in the file.
 */
export function mostDriftedFirst(tasks: readonly ColumnTask[]): ColumnTask[] {
  return tasks
    .map((task) => ({ task, guess: guess(task.reference, task.current) }))
    .sort((a, b) => b.guess - a.guess)
    .map(({ task }) => task);
}

function guess(reference: ColumnProfile | null, current: ColumnProfile | null): number {
  if (reference === null || current === null) return 0;
  return Math.abs(missing(current) - missing(reference)) + rangeChange(reference, current) + distinctChange(reference, current);
}

function missing({ rows, nulls, nans }: ColumnProfile): number {
  return rows === 0 ? 0 : (nulls + nans) / rows;
}

/** How far both ends of the range moved, as a part of the whole range, at most 1. */
function rangeChange(reference: ColumnProfile, current: ColumnProfile): number {
  if (reference.min === null || reference.max === null || current.min === null || current.max === null) return 0;
  const span = Math.max(reference.max, current.max) - Math.min(reference.min, current.min);
  if (!(span > 0)) return 0;
  return Math.min(1, (Math.abs(current.min - reference.min) + Math.abs(current.max - reference.max)) / span);
}

/** By which factor the number of different values changed, as a logarithm, at most 1. Only for few values: many grow with the rows. */
function distinctChange(reference: ColumnProfile, current: ColumnProfile): number {
  if (reference.distinct === 0 || current.distinct === 0) return 0;
  if (reference.distinct * 10 > reference.rows || current.distinct * 10 > current.rows) return 0;
  return Math.min(1, Math.abs(Math.log(current.distinct / reference.distinct)));
}
