import { nameWords } from './nameHints.ts';

/** How far a row's scores may sum from 1: two decimals of a dozen classes. */
const tolerance = 0.02;
const fewestRows = 0.99;

export interface ScoreFamily {
  readonly scores: readonly { readonly label: string; readonly column: string }[];
}

/**
 * The columns among `candidates` (numbers between 0 and 1) that hold one score for each of `labels`: their names end in the label (as words, after a
 * common beginning or none) and each row sums to 1. Null when some label has no column or the rows do not sum to 1.
 */
export function scoreFamily(labels: readonly string[], candidates: ReadonlyMap<string, Float64Array>): ScoreFamily | null {
  if (labels.length < 2) return null;
  const families = new Map<string, Map<string, string>>();
  const words = labels.map((label) => ({ label, words: nameWords(label) }));
  for (const column of candidates.keys()) {
    const name = nameWords(column);
    for (const { label, words: ending } of words) {
      if (ending === '' || (name !== ending && !name.endsWith(` ${ending}`))) continue;
      const beginning = name.slice(0, name.length - ending.length);
      const family = families.get(beginning) ?? new Map<string, string>();
      family.set(label, column);
      families.set(beginning, family);
    }
  }
  for (const family of families.values()) {
    if (family.size !== labels.length) continue;
    const columns = labels.map((label) => candidates.get(family.get(label)!)!);
    if (sumToOne(columns)) return { scores: labels.map((label) => ({ label, column: family.get(label)! })) };
  }
  return null;
}

/**
 * Columns among `candidates` that hold one score for each of `count` classes by their values (each row sums to 1) and have a beginning of their names
 * in common, or are all there are; null when there are none. For scores whose names say not which class is which. O(rows × columns).
 */
export function scoresOfOthers(count: number, candidates: ReadonlyMap<string, Float64Array>): readonly string[] | null {
  if (count < 2) return null;
  const families = new Map<string, string[]>();
  for (const column of candidates.keys()) {
    const beginning = nameWords(column).split(' ').slice(0, -1).join(' ');
    families.set(beginning, [...(families.get(beginning) ?? []), column]);
  }
  for (const family of [...families.values(), [...candidates.keys()]]) {
    if (family.length === count && sumToOne(family.map((name) => candidates.get(name)!))) return family;
  }
  return null;
}

function sumToOne(columns: readonly Float64Array[]): boolean {
  const rows = columns[0]!.length;
  let counted = 0;
  let good = 0;
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    for (const column of columns) sum += column[i]!;
    if (Number.isNaN(sum)) continue;
    counted++;
    if (Math.abs(sum - 1) <= tolerance) good++;
  }
  return counted > 0 && good >= fewestRows * counted;
}
