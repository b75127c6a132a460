import type { Predictions } from '../../../read/predictions.ts';
import type { EvaluationTask } from '../../../spec/spec.ts';

/** Later chunks need this many rows before their lack of labels is told. */
const fewestRows = 30;

/**
 * The last chunk of current with labels, when later chunks hold rows and none of them: what came after it was not measured. Null when labels reach to the
 * end, or without chunks or labels. O(rows).
 */
export function labelsEnd(p: Predictions, task: EvaluationTask, chunks: number): number | null {
  const { chunkOf } = p;
  if (chunkOf === null || chunks === 0) return null;
  const classes = task === 'binary' || task === 'multiclass';
  const labelled = (row: number): boolean => (classes ? (p.actual?.[row] ?? -1) >= 0 : !Number.isNaN(p.target?.[row] ?? Number.NaN));
  let last = -1;
  for (let i = 0; i < p.rows; i++) if (chunkOf[i]! > last && labelled(i)) last = chunkOf[i]!;
  if (last < 0) return null;
  let after = 0;
  for (let i = 0; i < p.rows; i++) if (chunkOf[i]! > last) after++;
  return after >= fewestRows ? last : null;
}
