/** Place behind the last of the values equal to the one at `from` in an ascending sample; O(log of their number). */
export function runEnd(sorted: Float64Array, from: number): number {
  const x = sorted[from]!;
  let last = from;
  let step = 1;
  while (last + step < sorted.length && sorted[last + step] === x) {
    last += step;
    step *= 2;
  }
  // The run ends within the next `step` places.
  for (; step >= 1; step /= 2) if (last + step < sorted.length && sorted[last + step] === x) last += step;
  return last + 1;
}
