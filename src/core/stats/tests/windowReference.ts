/** Values that share one running sum: few enough that a difference of sums loses nothing, many enough that few blocks are walked. */
export const sumBlock = 64;

/** A half of a block this many times wider than the other half has outlying values. */
const rough = 1024;
/** Samples so small that all of a block is always added up. */
const few = 1024;

/** An ascending sample prepared for many comparisons with smaller ones. */
export interface WindowReference {
  readonly sorted: Float64Array;
  /** Groups of equal values: group g is sorted[tieStart[g] … tieEnd[g]). */
  readonly tieStart: Int32Array;
  readonly tieEnd: Int32Array;
  /** Within each block of `sumBlock` values: the sum of the values before place k, each less the first of the block. NaN at the first of a block
   * that is added up value by value: with far outlying values a difference of such sums would lose the others. */
  readonly running: Float64Array;
  /** The same sum over each whole block. */
  readonly blockSums: Float64Array;
}

/** Prepares an ascending sample; `running` is filled and kept. O(n). */
export function windowReference(sorted: Float64Array, running: Float64Array): WindowReference {
  const n = sorted.length;
  const blockSums = new Float64Array(Math.ceil(n / sumBlock));
  for (let block = 0, k = 0; k < n; block++) {
    const end = Math.min(n, k + sumBlock);
    const first = sorted[k]!;
    let sum = 0;
    for (; k < end; k++) {
      running[k] = sum;
      sum += sorted[k]! - first;
    }
    blockSums[block] = sum;
    const start = block * sumBlock;
    const middle = sorted[(start + end) >> 1]!;
    const lower = middle - sorted[start]!;
    const upper = sorted[end - 1]! - middle;
    if (n <= few || Math.max(lower, upper) > rough * Math.min(lower, upper)) running[start] = Number.NaN;
  }
  let groups = 0;
  for (let k = 1; k < n; k++) if (sorted[k] === sorted[k - 1] && (k === 1 || sorted[k - 2] !== sorted[k])) groups++;
  const tieStart = new Int32Array(groups);
  const tieEnd = new Int32Array(groups);
  for (let k = 1, g = 0; g < groups; k++) {
    if (sorted[k] !== sorted[k - 1]) continue;
    tieStart[g] = k - 1;
    while (k < n && sorted[k] === sorted[k - 1]) k++;
    tieEnd[g++] = k;
  }
  return { sorted, tieStart, tieEnd, running, blockSums };
}

/** Σ (sorted[k] − x) over from ≤ k < to. O(1) for short stretches, a block at a time for long ones. */
export function sumAbove(reference: WindowReference, from: number, to: number, x: number): number {
  const { sorted, running, blockSums } = reference;
  let sum = 0;
  for (let k = from; k < to; ) {
    const block = Math.floor(k / sumBlock);
    const first = block * sumBlock;
    const end = Math.min(to, first + sumBlock);
    const upTo = end < to || end === first + sumBlock || end === sorted.length ? blockSums[block]! : running[end]!;
    if (Number.isNaN(running[first]!)) {
      for (; k < end; k++) sum += sorted[k]! - x;
      continue;
    }
    sum += (end - k) * (sorted[first]! - x) + (upTo - running[k]!);
    k = end;
  }
  return sum;
}
