/** Distinct values are counted exactly up to here. */
export const exactLimit = 14_000;

const tableSize = 32_768;
const registers = 4096;
const registerBits = 12;

/** Counts distinct doubles (no NaN): exactly while they are few, then by HyperLogLog (standard error 1.6 %). About 10 ns per value, 0.3 MB. */
export class DistinctCounter {
  readonly #bits = new Int32Array(2);
  readonly #value = new Float64Array(this.#bits.buffer);
  readonly #registers = new Uint8Array(registers);
  #table: Float64Array | null = new Float64Array(tableSize).fill(Number.NaN);
  #exact = 0;

  add(value: number): void {
    // -0 and 0 are one value; their bits differ.
    this.#value[0] = value + 0;
    const hash = mix(this.#bits[0] as number, this.#bits[1] as number);
    if (this.#table !== null) this.#remember(this.#table, value, hash);
    const register = hash >>> (32 - registerBits);
    const rank = Math.clz32((hash << registerBits) | (1 << (registerBits - 1))) + 1;
    if (rank > (this.#registers[register] as number)) this.#registers[register] = rank;
  }

  #remember(table: Float64Array, value: number, hash: number): void {
    for (let at = hash & (tableSize - 1); ; at = (at + 1) & (tableSize - 1)) {
      const there = table[at] as number;
      if (there === value) return;
      if (!Number.isNaN(there)) continue;
      table[at] = value;
      if (++this.#exact > exactLimit) this.#table = null;
      return;
    }
  }

  /** Distinct values so far, and whether that is exact. */
  get result(): { readonly distinct: number; readonly exact: boolean } {
    if (this.#table !== null) return { distinct: this.#exact, exact: true };
    let sum = 0;
    for (const rank of this.#registers) sum += 2 ** -rank;
    const raw = (0.7213 / (1 + 1.079 / registers)) * registers * registers * (1 / sum);
    // 32-bit hashes collide: the usual correction for large counts.
    const estimate = raw > 2 ** 32 / 30 ? -(2 ** 32) * Math.log(1 - raw / 2 ** 32) : raw;
    return { distinct: Math.max(exactLimit + 1, Math.round(estimate)), exact: false };
  }
}

/** Murmur3's finalizer over both halves of a double. */
function mix(low: number, high: number): number {
  let hash = Math.imul(low, 0xcc9e2d51);
  hash = Math.imul((hash << 15) | (hash >>> 17), 0x1b873593) ^ Math.imul(high ^ 0x9e3779b9, 0x85ebca6b);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}
