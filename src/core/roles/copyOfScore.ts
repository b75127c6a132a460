/** Rows that may disagree: rounding of a score that was written with few digits. */
const mostStrays = 0.001;

/**
 * Whether labels are a score cut at a threshold: then the label above it and the threshold (smallest score that got that label), else null.
 * O(rows log rows). Needs both labels among the rows that have a score.
 */
export function copyOfScore(
  score: Float64Array,
  labels: readonly (string | null)[],
): { readonly positive: string; readonly threshold: number } | null {
  const order: number[] = [];
  const names = new Set<string>();
  for (let i = 0; i < score.length; i++) {
    const label = labels[i];
    if (!Number.isFinite(score[i]!) || label === null || label === undefined) continue;
    names.add(label);
    if (names.size > 2) return null;
    order.push(i);
  }
  if (names.size !== 2) return null;
  order.sort((a, b) => score[a]! - score[b]!);
  const positive = labels[order.at(-1)!]!;
  const positives = order.reduce((n, i) => n + (labels[i] === positive ? 1 : 0), 0);
  const from = order.length - positives;
  const strays = order.slice(from).reduce((n, i) => n + (labels[i] === positive ? 0 : 1), 0);
  if (strays > mostStrays * order.length) return null;
  return { positive, threshold: score[order[from]!]! };
}
