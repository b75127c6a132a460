import { argsort } from './argsort.ts';

/** Distinct scores in ascending order with the positives and negatives (rows or weights) at each; what every score measure is made from. */
export interface ScoreCounts {
  readonly scores: Float64Array;
  readonly positives: Float64Array;
  readonly negatives: Float64Array;
  readonly totalPositives: number;
  readonly totalNegatives: number;
  /** Rows left out: no score, or no label. */
  readonly excluded: number;
}

function total(counts: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) sum += counts[i]!;
  return sum;
}

function weighted(scores: Float64Array, positive: Uint8Array, weights: Float64Array): ScoreCounts {
  const order = argsort(scores);
  const values = new Float64Array(scores.length);
  const positives = new Float64Array(scores.length);
  const negatives = new Float64Array(scores.length);
  let size = 0;
  let excluded = 0;
  for (const row of order) {
    const score = scores[row]!;
    if (Number.isNaN(score) || positive[row]! > 1) {
      excluded++;
      continue;
    }
    if (size === 0 || values[size - 1] !== score) values[size++] = score + 0;
    (positive[row] === 1 ? positives : negatives)[size - 1]! += weights[row]!;
  }
  const kept = [values, positives, negatives].map((of) => of.subarray(0, size)) as [Float64Array, Float64Array, Float64Array];
  return {
    scores: kept[0],
    positives: kept[1],
    negatives: kept[2],
    totalPositives: total(kept[1]),
    totalNegatives: total(kept[2]),
    excluded,
  };
}

/**
 * Counts positives and negatives per distinct score, by sorting each class once and merging. O(n log n).
 *
 * @param scores any range; NaN is a missing score. @param positive 1 for rows of the positive class, 0 for others, anything else for a
 *   missing label. @param weights none negative.
 */
export function scoreCounts(scores: Float64Array, positive: Uint8Array, weights?: Float64Array): ScoreCounts {
  if (weights !== undefined) return weighted(scores, positive, weights);
  const n = scores.length;
  const ones = new Float64Array(n);
  const zeros = new Float64Array(n);
  let p = 0;
  let q = 0;
  for (let i = 0; i < n; i++) {
    const score = scores[i]!;
    if (Number.isNaN(score)) continue;
    if (positive[i] === 1) ones[p++] = score;
    else if (positive[i] === 0) zeros[q++] = score;
  }
  return { ...mergeCounts(ones.subarray(0, p).sort(), zeros.subarray(0, q).sort()), excluded: n - p - q };
}

function mergeCounts(ones: Float64Array, zeros: Float64Array): Omit<ScoreCounts, 'excluded'> {
  const p = ones.length;
  const q = zeros.length;
  const values = new Float64Array(p + q);
  const positives = new Float64Array(p + q);
  const negatives = new Float64Array(p + q);
  let size = 0;
  for (let a = 0, b = 0; a < p || b < q; size++) {
    const score = b >= q || (a < p && ones[a]! < zeros[b]!) ? ones[a]! : zeros[b]!;
    const a0 = a;
    const b0 = b;
    while (a < p && ones[a] === score) a++;
    while (b < q && zeros[b] === score) b++;
    values[size] = score + 0; // −0 becomes 0
    positives[size] = a - a0;
    negatives[size] = b - b0;
  }
  return {
    scores: values.subarray(0, size),
    positives: positives.subarray(0, size),
    negatives: negatives.subarray(0, size),
    totalPositives: p,
    totalNegatives: q,
  };
}

/** Whether all scores can be read as probabilities. O(1). */
export function areProbabilities({ scores }: ScoreCounts): boolean {
  return scores.length === 0 || (scores[0]! >= 0 && scores[scores.length - 1]! <= 1);
}
