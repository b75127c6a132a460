import type { SegmentColumn, SegmentPair } from '../../stats/groups/segmentColumn.ts';

/** Columns that matter to a model and hold values which reference has never seen. */
export interface BeyondReference {
  /** The widest first, with their shares of rows. */
  readonly columns: readonly { readonly column: string; readonly share: number }[];
  /** 1 for a row of current where one of them does; null when there is no such column. */
  readonly rows: Uint8Array | null;
}

/** A column matters when its groups tell so much of the variance of the errors or of what the model says. */
const leastExplained = 0.01;

/**
 * Which of the columns leave what reference has seen, among those that matter: what is learned on reference knows nothing of such rows.
 *
 * @param signalsOf gives, when it is needed, numbers of reference by row: errors, predictions or scores. O(rows × columns that leave).
 */
export function beyondReference(segments: readonly SegmentPair[], signalsOf: () => readonly Float64Array[]): BeyondReference {
  const suspects = segments.flatMap(({ reference, beyond }) => (beyond ? [{ reference, beyond }] : []));
  const signals = suspects.length === 0 ? [] : signalsOf();
  const leaving = suspects.filter(({ reference }) => signals.some((signal) => explained(reference, signal) >= leastExplained));
  if (leaving.length === 0) return { columns: [], rows: null };
  const rows = new Uint8Array(leaving[0]!.beyond.rows.length);
  for (const { beyond } of leaving) for (let i = 0; i < rows.length; i++) if (beyond.rows[i] === 1) rows[i] = 1;
  return {
    columns: leaving.map(({ reference, beyond }) => ({ column: reference.name, share: beyond.share })).sort((a, b) => b.share - a.share),
    rows,
  };
}

/** Share of the variance that lies between the groups (η²); 0 without variance. */
function explained({ groups, codes }: SegmentColumn, values: Float64Array): number {
  const n = new Float64Array(groups.length);
  const sums = new Float64Array(groups.length);
  let all = 0;
  let sum = 0;
  for (let i = 0; i < codes.length; i++) {
    if (!Number.isFinite(values[i]!)) continue;
    n[codes[i]!]!++;
    sums[codes[i]!]! += values[i]!;
    all++;
    sum += values[i]!;
  }
  const mean = sum / all;
  let total = 0;
  for (let i = 0; i < codes.length; i++) if (Number.isFinite(values[i]!)) total += (values[i]! - mean) ** 2;
  let between = 0;
  for (let group = 0; group < groups.length; group++) if (n[group]! > 0) between += n[group]! * (sums[group]! / n[group]! - mean) ** 2;
  return total > 0 ? between / total : 0;
}
