import { quoteText } from '../sql/quote.ts';
import type { Dialect } from './parseRecords.ts';

export interface NullSpellings {
  /** What the reader itself takes for null. */
  readonly reader: readonly string[];
  /** What it refuses to look for, because it holds its own delimiter or quote. */
  readonly beyond: readonly string[];
}

/** Parts spellings of null into those the reader knows and those that are told apart after. */
export function nullSpellings(spellings: readonly string[], { delimiter, quote }: Dialect): NullSpellings {
  const taken = (spelling: string): boolean => !spelling.includes(delimiter) && !spelling.includes(quote);
  return { reader: spellings.filter(taken), beyond: spellings.filter((spelling) => !taken(spelling)) };
}

/** A field as SQL, null where it is spelled in one of these ways. */
export function withoutNulls(field: string, beyond: readonly string[]): string {
  return beyond.length === 0 ? field : `CASE WHEN ${field} IN (${beyond.map(quoteText).join(', ')}) THEN NULL ELSE ${field} END`;
}
