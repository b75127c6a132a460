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

/** Distinct values of sorted scores, so that each counts once; −0 and 0 are equal. */
function distinct(sorted: Float64Array): Float64Array {
  let size = 0;
  const values = new Float64Array(sorted.length);
  for (let i = 0; i < sorted.length; i++) {
    if (size === 0 || sorted[i] !== values[size - 1]) values[size++] = sorted[i]!;
  }
  return values.subarray(0, size);
}

function total(counts: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) sum += counts[i]!;
  return sum;
}

/** Position of a score that is in the list. */
function find(scores: Float64Array, score: number): number {
  let low = 0;
  let high = scores.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (scores[middle]! < score) low = middle + 1;
    else high = middle;
  }
  return low;
}

function weighted(scores: Float64Array, positive: Uint8Array, weights: Float64Array): ScoreCounts {
  const usable = (i: number) => positive[i]! <= 1 && !Number.isNaN(scores[i]);
  const values = distinct(scores.filter((_, i) => usable(i)).sort());
  const positives = new Float64Array(values.length);
  const negatives = new Float64Array(values.length);
  let excluded = 0;
  for (let i = 0; i < scores.length; i++) {
    if (usable(i)) (positive[i] === 1 ? positives : negatives)[find(values, scores[i]!)]! += weights[i]!;
    else excluded++;
  }
  return { scores: values, positives, negatives, totalPositives: total(positives), totalNegatives: total(negatives), excluded };
}

/**
 * Counts positives and negatives per distinct score, by sorting each class once and merging. O(n log n); with weights a search per row more.
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
    values[size] = score;
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
