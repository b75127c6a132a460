import { addressOf } from '../core/spec/addressOf.ts';
import type { ComparisonSpec } from '../core/spec/spec.ts';

/** Two files to compare by path, or predictions to evaluate, which may go without a reference. */
export interface Pair {
  readonly reference: string | null;
  readonly current: string;
  /** Whether current (and reference) are predictions to evaluate. */
  readonly evaluate: boolean;
}

/** The files that a spec is about. */
export function pairOf({ reference, current, evaluate }: ComparisonSpec): Pair {
  return { reference: reference && addressOf(reference), current: addressOf(current), evaluate: evaluate !== undefined };
}

/** One text per pair, the same for the same paths. An evaluation and a comparison of the same files are two. */
export function pairKey({ reference, current, evaluate }: Pair): string {
  const key = `${reference ?? ''}\n${current}`;
  return evaluate ? `${key}\nevaluate` : key;
}

/** The pair the other way round; itself without a reference. */
export function swapped(pair: Pair): Pair {
  return pair.reference === null ? pair : { ...pair, reference: pair.current, current: pair.reference };
}
