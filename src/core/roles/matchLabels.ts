import { labelText } from './labels.ts';

/** Words that say true or false, in lower case. */
const truths: ReadonlyMap<string, boolean> = new Map([
  ...['1', 'true', 'yes', 'y', 't', 'on', 'pos', 'positive', '是'].map((word) => [word, true] as const),
  ...['0', 'false', 'no', 'n', 'f', 'off', 'neg', 'negative', '否'].map((word) => [word, false] as const),
]);

/** How labels that are spelled differently in several columns are told as one set of classes. */
export interface LabelMatch {
  /** The class a label stands for; null for a missing one. */
  classOf(label: string | null): string | null;
  /** Spellings that were taken for another one, in the order they were met. */
  readonly changed: readonly { readonly from: string; readonly to: string }[];
}

/**
 * Brings labels of several columns to one spelling: differences of case, and yes/no, true/false, 1/0 and their kin when every label is one of
 * them. Two spellings within one column stay two classes. O(labels).
 *
 * @param columns distinct labels of each column, the one whose spelling is kept first; null where there is no such column.
 */
export function matchLabels(columns: readonly (Iterable<string | null> | null)[]): LabelMatch {
  const sources = columns.map((labels) => [...new Set([...(labels ?? [])].flatMap((label) => labelText(label) ?? []))]);
  const byCase = merged(sources, (label) => label.toLowerCase());
  const folded = sources.map((labels) => labels.map((label) => byCase.get(label)!));
  const allTruths = folded.flat().every((label) => truths.has(label.toLowerCase()));
  const byTruth = allTruths ? merged(folded, (label) => String(truths.get(label.toLowerCase()))) : null;
  const classOf = (label: string): string => {
    const one = byCase.get(label) ?? label;
    return byTruth?.get(one) ?? one;
  };
  const changed = [...byCase.keys()].flatMap((from) => (classOf(from) === from ? [] : [{ from, to: classOf(from) }]));
  return {
    classOf: (label) => {
      const text = labelText(label);
      return text === null ? null : classOf(text);
    },
    changed,
  };
}

/** Each label with the first spelling of its group; a group of which one column holds two spellings is left as it is. */
function merged(sources: readonly (readonly string[])[], groupOf: (label: string) => string): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  const apart = new Set<string>();
  for (const labels of sources) {
    const seen = new Set<string>();
    for (const label of new Set(labels)) {
      const group = groupOf(label);
      if (seen.has(group)) apart.add(group);
      seen.add(group);
      if (!first.has(group)) first.set(group, label);
    }
  }
  const all = new Set(sources.flat());
  return new Map([...all].map((label) => [label, apart.has(groupOf(label)) ? label : first.get(groupOf(label))!]));
}

/** Whether a label says yes, as 1, true and yes do. */
export function saysYes(label: string): boolean {
  return truths.get(label.toLowerCase()) === true;
}
