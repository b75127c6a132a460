import { DataError } from './dataError.ts';

/** Names of a side that are told. */
const told = 5;

/** The refusal of two datasets without a column in common, or null when they have one. O(columns). */
export function noCommonColumn(path: string, reference: readonly string[], current: readonly string[]): DataError | null {
  const known = new Set(reference);
  if (current.some((name) => known.has(name))) return null;
  const list = (names: readonly string[]): string => names.slice(0, told).join(', ');
  return new DataError('no_common_column', { file: path, found: list(current), expected: list(reference) });
}
