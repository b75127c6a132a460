/** Absolute errors of the rows with finite target and prediction, ascending. O(n log n). */
export function sortedAbsoluteErrors(targets: Float64Array, predictions: Float64Array): Float64Array {
  const errors = new Float64Array(targets.length);
  let n = 0;
  for (let i = 0; i < targets.length; i++) {
    const e = Math.abs(predictions[i]! - targets[i]!);
    if (Number.isFinite(e)) errors[n++] = e;
  }
  return errors.subarray(0, n).sort();
}
