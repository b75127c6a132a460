import type { Reading } from '../../types/reading.ts';
import type { CsvShape } from './dialect.ts';
import { numeric } from './dialect.ts';

/** Rows that must be as long as each other. */
const agreement = 0.95;
const fewestRows = 2;

/**
 * Whether the rows of a text have a field that the header has no name for. `names`: the first holds names of rows, as R writes them: all different, and
 * in quotes or no numbers. `short`: the header lacks a name, how many fields the rows have. Null: neither, also where what is too much is empty.
 */
export function unnamedField(
  { header, first, below }: Pick<CsvShape, 'header' | 'first' | 'below'>,
  pins: ReadonlyMap<string, Reading> | null,
): { readonly kind: 'names' } | { readonly kind: 'short'; readonly fields: number } | null {
  const width = below[0]?.fields.length ?? 0;
  const alike = below.filter(({ fields }) => fields.length === width);
  if (!header || width <= first.length || below.length < fewestRows || alike.length < agreement * below.length) return null;
  if (alike.every(({ fields }) => fields.slice(first.length).every((field) => field === ''))) return null;
  const heads = alike.map(({ fields }) => fields[0] ?? '');
  const differ = new Set(heads).size === heads.length;
  const named = alike.every(({ quotedFirst }) => quotedFirst) || !heads.some((head) => numeric.test(head));
  if (width === first.length + 1 && differ && named && numericShare(first, alike, pins, 1) >= numericShare(first, alike, pins, 0))
    return { kind: 'names' };
  return { kind: 'short', fields: width };
}

/** Share of the values of columns that the reference has as numbers that are numbers, when the fields belong `shift` places further left. */
function numericShare(first: readonly string[], rows: CsvShape['below'], pins: ReadonlyMap<string, Reading> | null, shift: number): number {
  const places = first.flatMap((name, i) => (pins?.get(name.trim())?.kind === 'number' ? [i + shift] : []));
  const values = rows.flatMap(({ fields }) => places.map((place) => fields[place] ?? '')).filter((value) => value !== '');
  return values.length === 0 ? 1 : values.filter((value) => numeric.test(value)).length / values.length;
}
