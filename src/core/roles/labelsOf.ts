import type { Search } from './columnSearch.ts';
import { type LabelMatch, matchLabels } from './matchLabels.ts';

/** Labels of columns in both files as one set of classes, sorted. */
export function labelsOf(search: Search, columns: readonly (string | null)[]): string[] {
  const { classOf } = spellings(search, columns);
  const labels = new Set<string>();
  for (const sample of [search.reference?.sample, search.sample]) {
    for (const name of columns) {
      for (const label of (name === null ? undefined : sample?.labels.get(name)) ?? []) {
        const one = classOf(label);
        if (one !== null) labels.add(one);
      }
    }
  }
  return [...labels].sort();
}

/** How the labels of columns are spelled in both files; the target's spelling in reference is kept. */
export function spellings(search: Search, columns: readonly (string | null)[]): LabelMatch {
  const samples = [search.reference?.sample, search.sample];
  return matchLabels(columns.flatMap((name) => samples.map((sample) => (name === null ? null : new Set(sample?.labels.get(name) ?? [])))));
}
