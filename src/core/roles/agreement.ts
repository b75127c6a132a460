import type { ColumnSample } from './columnSample.ts';
import { matchLabels } from './matchLabels.ts';

/**
 * How far labels go with the prediction: Cohen's kappa over rows with both (1 agrees always, 0 by chance alone). `sameValues`: the labels of one are a
 * part of the other's, spellings aside. Null when one of the two holds no labels. O(rows).
 */
export function agreement(
  sample: ColumnSample,
  prediction: string,
  column: string,
): { readonly value: number; readonly sameValues: boolean } | null {
  const [a, b] = [sample.labels.get(prediction), sample.labels.get(column)];
  if (a === undefined || b === undefined) return null;
  const { classOf } = matchLabels([new Set(b), new Set(a)]);
  const left = new Map<string, number>();
  const right = new Map<string, number>();
  let rows = 0;
  let same = 0;
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [classOf(a[i] ?? null), classOf(b[i] ?? null)];
    if (x === null || y === null) continue;
    rows++;
    if (x === y) same++;
    left.set(x, (left.get(x) ?? 0) + 1);
    right.set(y, (right.get(y) ?? 0) + 1);
  }
  if (rows === 0) return null;
  const contained = [...right.keys()].every((label) => left.has(label)) || [...left.keys()].every((label) => right.has(label));
  let expected = 0;
  for (const [label, n] of left) expected += (n / rows) * ((right.get(label) ?? 0) / rows);
  return { value: expected === 1 ? 0 : (same / rows - expected) / (1 - expected), sameValues: contained && right.size > 1 };
}
