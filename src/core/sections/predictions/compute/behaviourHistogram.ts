import { residualEdges } from '../../../measures/regression/residualCurves.ts';
import type { Behaviour } from '../result.ts';

const bins = 25;

/** Scores or predicted values of both sides on shared edges: those of probabilities divide 0 to 1. @param labels whether they are scores of classes. O(rows). */
export function behaviourHistogram(reference: Float64Array | null, current: Float64Array, labels: boolean): Behaviour['histogram'] {
  if (current.length === 0) return null;
  const sides = reference === null ? [current] : [reference, current];
  const within = labels && sides.every((values) => values.every((v) => v >= 0 && v <= 1));
  const edges = within
    ? Array.from({ length: bins + 1 }, (_, i) => i / bins)
    : residualEdges(sides.map((values) => ({ target: new Float64Array(values.length), forecast: values })));
  const [low, high] = [edges[0]!, edges[edges.length - 1]!];
  const count = (values: Float64Array): number[] => {
    const counts = new Array<number>(edges.length - 1).fill(0);
    for (const v of values) counts[Math.max(0, Math.min(counts.length - 1, Math.floor(((v - low) / (high - low)) * counts.length)))]!++;
    return counts;
  };
  return { edges, reference: reference === null ? null : count(reference), current: count(current) };
}
