/** Weights of rows: how many rows they are worth, or why they cannot be used. */
export type WeightSummary =
  | { readonly ok: true; readonly total: number; readonly effectiveRows: number }
  | { readonly ok: false; readonly reason: 'negative_weights' | 'no_rows' };

/**
 * Checks weights and gives their total and Kish's effective number of rows (Σw)² / Σw². A weight of 0 takes its row out; a weight that is
 * negative, NaN or infinite refuses all of them. O(n).
 *
 * Source: L. Kish, Survey Sampling (1965).
 */
export function summariseWeights(weights: Float64Array): WeightSummary {
  let total = 0;
  let squares = 0;
  for (let i = 0; i < weights.length; i++) {
    const w = weights[i]!;
    if (!(w >= 0) || w === Number.POSITIVE_INFINITY) return { ok: false, reason: 'negative_weights' };
    total += w;
    squares += w * w;
  }
  if (total === 0) return { ok: false, reason: 'no_rows' };
  return { ok: true, total, effectiveRows: (total * total) / squares };
}
