import type { Predictions } from './predictions.ts';

/** The predictions of some rows, in the order given. O(rows given × columns). */
export function takeRows(predictions: Predictions, rows: Uint32Array): Predictions {
  const floats = (from: Float64Array | null): Float64Array | null => {
    if (from === null) return null;
    const taken = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) taken[i] = from[rows[i]!]!;
    return taken;
  };
  const codes = (from: Int32Array | null): Int32Array | null => {
    if (from === null) return null;
    const taken = new Int32Array(rows.length);
    for (let i = 0; i < rows.length; i++) taken[i] = from[rows[i]!]!;
    return taken;
  };
  return {
    rows: rows.length,
    chunkOf: null,
    blockOf: codes(predictions.blockOf),
    weights: floats(predictions.weights),
    actual: codes(predictions.actual),
    predicted: codes(predictions.predicted),
    scores: predictions.scores.map((score) => floats(score)!),
    target: floats(predictions.target),
    forecast: floats(predictions.forecast),
    users: floats(predictions.users),
    items: floats(predictions.items),
  };
}
