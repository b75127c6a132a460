import type { SliceCondition, Subject } from './subject.ts';

/** All rows of a dataset, or of a chunk of it. */
export function ofDataset(chunk: number | null = null): Subject {
  return { kind: 'dataset', column: null, slice: [], chunk };
}

/** A column over all rows, or over those of a chunk. */
export function ofColumn(column: string, chunk: number | null = null): Subject {
  return { kind: 'column', column, slice: [], chunk };
}

/** The predictions over all rows, or over those of a chunk. */
export function ofModel(chunk: number | null = null): Subject {
  return { kind: 'model', column: null, slice: [], chunk };
}

/** The predictions over the rows that meet all conditions. */
export function ofSlice(slice: readonly SliceCondition[]): Subject {
  return { kind: 'slice', column: null, slice, chunk: null };
}
