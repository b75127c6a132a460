/** Distinct values are counted exactly up to here. */
export const exactLimit = 14_000;

const tableSize = 32_768;
const registers = 4096;
const registerBits = 12;

/** The half of a double that holds sign and exponent. */
const highHalf = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 1 : 0;
/** The upper half of -0. */
const negativeZero = -0x80000000;

/** Counts distinct doubles: exactly while they are few, then by HyperLogLog (standard error 1.6 %). About 10 ns per value, 0.3 MB. */
export class DistinctCounter {
  readonly #registers = new Uint8Array(registers);
  #table: Float64Array | null = new Float64Array(tableSize).fill(Number.NaN);
  #exact = 0;

  /** Adds values; NaN is passed over. */
  add(values: Float64Array): void {
    const halves = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
    const all = this.#registers;
    let table = this.#table;
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      if (Number.isNaN(value)) continue;
      const low = halves[2 * i + 1 - highHalf] as number;
      const high = halves[2 * i + highHalf] as number;
      // -0 and 0 are one value; their bits differ.
      const hash = mix(low, high === negativeZero && low === 0 ? 0 : high);
      const register = hash >>> (32 - registerBits);
      const rank = Math.clz32((hash << registerBits) | (1 << (registerBits - 1))) + 1;
      if (rank > (all[register] as number)) all[register] = rank;
      if (table !== null && this.#isNew(table, value, hash) && ++this.#exact > exactLimit) {
        table = null;
        this.#table = null;
      }
    }
  }

  #isNew(table: Float64Array, value: number, hash: number): boolean {
    for (let at = hash & (tableSize - 1); ; at = (at + 1) & (tableSize - 1)) {
      const there = table[at] as number;
      if (there === value) return false;
      if (!Number.isNaN(there)) continue;
      table[at] = value;
      return true;
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
