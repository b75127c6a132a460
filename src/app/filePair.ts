import { addressOf } from '../core/spec/addressOf.ts';
import type { AskedDataset } from '../core/spec/layers.ts';
import type { ComparisonSpec, DatasetSpec } from '../core/spec/spec.ts';

/** Two datasets to compare, or predictions to evaluate, which may go without a reference. */
export interface Pair {
  readonly reference: AskedDataset | null;
  readonly current: AskedDataset;
  /** Whether current (and reference) are predictions to evaluate. */
  readonly evaluate: boolean;
}

/** The datasets that a spec is about. */
export function pairOf({ reference, current, evaluate }: ComparisonSpec): Pair {
  return { reference: reference && asked(reference), current: asked(current), evaluate: evaluate !== undefined };
}

/** A dataset as one text, see `addressOf`. */
export function addressOfAsked(dataset: AskedDataset): string {
  return typeof dataset === 'string' ? dataset : addressOf(dataset);
}

/** The file or folder of a dataset, whatever its revision. */
export function pathOfAsked(dataset: AskedDataset): string {
  if (typeof dataset === 'string') return dataset;
  return 'database' in dataset ? dataset.database : dataset.path;
}

/** One text per pair, the same for the same datasets. An evaluation and a comparison of the same ones are two. */
export function pairKey({ reference, current, evaluate }: Pair): string {
  const key = `${reference === null ? '' : keyOf(reference)}\n${keyOf(current)}`;
  return evaluate ? `${key}\nevaluate` : key;
}

/** The pair the other way round; itself without a reference. */
export function swapped(pair: Pair): Pair {
  return pair.reference === null ? pair : { ...pair, reference: pair.current, current: pair.reference };
}

/** What can be written as one text stays one. */
function asked(dataset: DatasetSpec): AskedDataset {
  return 'rev' in dataset ? dataset : addressOf(dataset);
}

/** Of a path that ends like `@main` and of that revision two texts. */
function keyOf(dataset: AskedDataset): string {
  return typeof dataset === 'string' ? dataset : `${addressOf(dataset)}\t${Object.keys(dataset).join()}`;
}
