import type { DuckDBDataChunk } from '@duckdb/node-api';
import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import { doubles } from '../database/vectors.ts';
import type { ColumnSql } from './columnSql.ts';
import type { Relation } from './relation.ts';

const sampleRows = 5000;
/** Characters of a text that are looked at. */
const cut = 80;
const mostExamples = 5;

/** What the first rows show of a column of texts or times. */
export class TextSample {
  readonly #counts = new Map<string, number>();
  readonly #distinct = new Set<string | number>();
  #texts = 0;
  #characters = 0;
  #words = 0;

  /** `characters`, `wordsOfLong` and `hashOfLong` are those of the whole text; the latter two 0 when the text was not cut. */
  add(text: string, characters: number, wordsOfLong: number, hashOfLong: number): void {
    // Long texts may all begin alike.
    this.#distinct.add(hashOfLong === 0 ? text : hashOfLong);
    this.#counts.set(text, (this.#counts.get(text) ?? 0) + 1);
    this.#texts++;
    this.#characters += characters;
    this.#words += wordsOfLong > 0 ? wordsOfLong : wordsOf(text);
  }

  get distinct(): number {
    return this.#distinct.size;
  }

  get meanLength(): number {
    return this.#texts === 0 ? 0 : this.#characters / this.#texts;
  }

  get meanWords(): number {
    return this.#texts === 0 ? 0 : this.#words / this.#texts;
  }

  /** The most frequent. */
  get examples(): readonly string[] {
    return [...this.#counts]
      .sort(([, a], [, b]) => b - a)
      .slice(0, mostExamples)
      .map(([text]) => text);
  }

  /** The smallest. */
  get earliest(): readonly string[] {
    return [...this.#counts.keys()].sort().slice(0, mostExamples);
  }
}

/** Words as DuckDB splits them: at white space, the blanks around them left out. */
function wordsOf(text: string): number {
  let from = 0;
  let to = text.length;
  while (text[from] === ' ') from++;
  while (to > from && text[to - 1] === ' ') to--;
  return text.slice(from, to).split(/[\t\n\f\r ]+/).length;
}

/**
 * Looks at the first 5,000 rows of columns of texts and times, here and not by aggregates: those of a few hundred columns would take hundreds of
 * megabytes for their tables of distinct values. Null is passed over.
 */
export async function sampleTexts(relation: Relation, columns: readonly ColumnSql[], signal: CancelSignal): Promise<readonly TextSample[]> {
  const samples = columns.map(() => new TextSample());
  if (columns.length === 0) return samples;
  const values = columns.map(({ kind, value }, i) => `${kind === 'text' ? value : `CAST(${value} AS VARCHAR)`} AS v${i}`);
  const picked = columns.flatMap((_, i) => [
    `left(v${i}, ${cut}) AS e${i}`,
    `coalesce(length(v${i}), 0)::DOUBLE AS l${i}`,
    `CASE WHEN length(v${i}) > ${cut} THEN len(string_split_regex(trim(v${i}), '\\s+'))::DOUBLE ELSE 0 END AS w${i}`,
    `CASE WHEN length(v${i}) > ${cut} THEN hash(v${i})::DOUBLE ELSE 0 END AS h${i}`,
  ]);
  const receive = (chunk: DuckDBDataChunk): void => {
    for (const [i, sample] of samples.entries()) {
      const text = chunk.getColumnVector(4 * i);
      const characters = doubles(chunk, 4 * i + 1);
      const words = doubles(chunk, 4 * i + 2);
      const hashes = doubles(chunk, 4 * i + 3);
      for (let row = 0; row < chunk.rowCount; row++) {
        const value = text.getItem(row);
        if (value !== null) sample.add(String(value), characters[row] as number, words[row] as number, hashes[row] as number);
      }
    }
  };
  // As a plain number the limit would be moved below what cuts the texts, and whole texts of all columns be gathered.
  await relation.stream(
    `SELECT ${picked.join(', ')} FROM (SELECT ${values.join(', ')} FROM ${relation.name}) LIMIT (SELECT ${sampleRows})`,
    receive,
    signal,
  );
  return samples;
}
