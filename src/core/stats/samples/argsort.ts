/** Below this a comparison sort is quicker than clearing the counters. */
const fewest = 2000;

/**
 * Positions of values in ascending order; equal values (−0 and 0 among them) keep the order of their positions, NaN comes last. Sorts the
 * bits of the doubles in four passes of 16. O(n).
 *
 * Source: radix sort of floating point numbers after M. Herf, "Radix Tricks" (2001).
 */
export function argsort(values: Float64Array): Uint32Array {
  const n = values.length;
  let order = Uint32Array.from({ length: n }, (_, i) => i);
  if (n < fewest) {
    const last = (i: number) => (Number.isNaN(values[i]) ? 1 : 0);
    return order.sort((a, b) => (last(a) || last(b) ? last(a) - last(b) : values[a]! - values[b]!) || a - b);
  }
  const keys = new Uint16Array(4 * n);
  const bits = new Float64Array(1);
  const parts = new Uint16Array(bits.buffer);
  for (let i = 0; i < n; i++) {
    // Adding 0 makes −0 a 0; one NaN stands for all of them.
    bits[0] = Number.isNaN(values[i]) ? Number.NaN : values[i]! + 0;
    // Negative numbers have all bits turned, others the sign bit: then they sort as integers.
    const negative = (parts[3]! & 0x8000) !== 0;
    const turn = negative ? 0xffff : 0;
    keys[i] = parts[0]! ^ turn;
    keys[n + i] = parts[1]! ^ turn;
    keys[2 * n + i] = parts[2]! ^ turn;
    keys[3 * n + i] = parts[3]! ^ (negative ? 0xffff : 0x8000);
  }
  let next = new Uint32Array(n);
  const starts = new Uint32Array(0x10000);
  for (let pass = 0; pass < 4; pass++) {
    const offset = pass * n;
    starts.fill(0);
    for (let i = 0; i < n; i++) starts[keys[offset + i]!]!++;
    if (starts[keys[offset]!] === n) continue;
    for (let b = 0, total = 0; b < 0x10000; b++) {
      const count = starts[b]!;
      starts[b] = total;
      total += count;
    }
    for (let i = 0; i < n; i++) {
      const at = order[i]!;
      next[starts[keys[offset + at]!]!++] = at;
    }
    [order, next] = [next, order];
  }
  return order;
}
