/**
 * Merges ascending runs that stand one behind another into one ascending array; run k is values[starts[k] … starts[k + 1]). The input stays as it is.
 * Bottom-up, two runs at a time: O(n log runs), without the full sort's log n.
 */
export function mergeRuns(values: Float64Array, starts: Int32Array): Float64Array {
  let from = values.slice();
  let to = new Float64Array(values.length);
  let bounds = [...starts].filter((start, i) => i === 0 || start > starts[i - 1]!);
  while (bounds.length > 2) {
    const next = [0];
    for (let k = 0; k + 1 < bounds.length; k += 2) {
      const end = bounds[k + 2] ?? bounds[k + 1]!;
      mergeTwo(from, bounds[k]!, bounds[k + 1]!, end, to);
      next.push(end);
    }
    bounds = next;
    [from, to] = [to, from];
  }
  return from;
}

/** Merges from[start … middle) and from[middle … end) into to[start … end). */
function mergeTwo(from: Float64Array, start: number, middle: number, end: number, to: Float64Array): void {
  let i = start;
  let j = middle;
  for (let at = start; at < end; at++) {
    if (j >= end || (i < middle && from[i]! <= from[j]!)) to[at] = from[i++]!;
    else to[at] = from[j++]!;
  }
}
