import { quoteText } from '../../sql/quote.ts';
import type { Dialect } from './parseRecords.ts';

export interface NullSpellings {
  /** What the reader itself takes for null. */
  readonly reader: readonly string[];
  /** What is told apart after, of a column: what the reader refuses to look for, because it holds its own delimiter or quote, or because it is a value elsewhere. */
  readonly beyond: (column: string) => readonly string[];
  /** There are such. */
  readonly any: boolean;
}

/** Parts spellings of null into those the reader knows and those that are told apart after. `held`: those that are values, by column. */
export function nullSpellings(
  spellings: readonly string[],
  { delimiter, quote }: Dialect,
  held: ReadonlyMap<string, readonly string[]>,
): NullSpellings {
  const values = new Set([...held.values()].flat());
  const taken = (spelling: string): boolean => !spelling.includes(delimiter) && !spelling.includes(quote) && !values.has(spelling);
  const rest = spellings.filter((spelling) => !taken(spelling));
  return {
    reader: spellings.filter(taken),
    beyond: (column) => rest.filter((spelling) => held.get(column)?.includes(spelling) !== true),
    any: rest.length > 0,
  };
}

/** A field as SQL, null where it is spelled in one of these ways. */
export function withoutNulls(field: string, beyond: readonly string[]): string {
  return beyond.length === 0 ? field : `CASE WHEN ${field} IN (${beyond.map(quoteText).join(', ')}) THEN NULL ELSE ${field} END`;
}
