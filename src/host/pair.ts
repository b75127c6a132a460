/** Two files to compare, by path. */
export interface Pair {
  readonly reference: string;
  readonly current: string;
}

/** One text per pair, the same for the same paths. */
export function pairKey(pair: Pair): string {
  return `${pair.reference}\n${pair.current}`;
}

/** The pair the other way round. */
export function swapped(pair: Pair): Pair {
  return { reference: pair.current, current: pair.reference };
}
