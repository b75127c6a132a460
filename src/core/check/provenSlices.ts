import { benjaminiHochberg } from '../stats/multiplicity/benjaminiHochberg.ts';

/** A slice told by the rows that are its own. */
interface Told {
  readonly p: number;
  readonly slice: { readonly q: number };
}

/**
 * The slices that are worse for certain. One bad group makes a hundred slices that touch it significant, and a false discovery rate of 5 % over those lets
 * five chance findings in; once the hundred are told as one, they would be most of the list. So the rate is held anew over what is left, each slice by the
 * rows that are its own, in a family of all slices tested. O(tested log tested).
 */
export function provenSlices<T extends Told>(distinct: readonly T[], tested: number, alpha: number): T[] {
  const family = [...distinct.map(({ p }) => p), ...Array.from({ length: tested - distinct.length }, () => 1)];
  const q = benjaminiHochberg(family);
  return distinct.map((one, i) => ({ ...one, slice: { ...one.slice, q: q[i]! } })).filter(({ slice }) => slice.q <= alpha);
}
