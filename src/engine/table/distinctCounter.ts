/** Distinct values are counted exactly up to here. */
export const exactLimit = 14_000;

const tableSize = 32_768;
const registers = 4096;
const registerBits = 12;

/** The half of a double that holds sign and exponent. */
const highHalf = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 1 : 0;

/** Counts distinct doubles: exactly while they are few, then by HyperLogLog (standard error 1.6 %). About 8 ns per value once they are many, 0.3 MB. */
export class DistinctCounter {
  readonly #registers = new Uint8Array(registers);
  #table: Float64Array | null = new Float64Array(tableSize).fill(Number.NaN);
  #exact = 0;

  /** Adds values; NaN is passed over while the count is exact. */
  add(values: Float64Array): void {
    const counted = this.#table === null ? 0 : this.#addExactly(values, this.#table);
    if (counted < values.length) this.#estimate(values.subarray(counted));
  }

  /** Adds values as long as they are few; returns how many were added. */
  #addExactly(values: Float64Array, table: Float64Array): number {
    const halves = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      const high = halves[2 * i + highHalf] as number;
      // -0 and 0 are one value; their bits differ.
      const hash = mix(halves[2 * i + 1 - highHalf] as number, value === 0 ? 0 : high);
      let at = hash & (tableSize - 1);
      if (table[at] === value || Number.isNaN(value)) continue;
      while (!Number.isNaN(table[at]) && table[at] !== value) at = (at + 1) & (tableSize - 1);
      if (table[at] === value) continue;
      table[at] = value;
      note(this.#registers, hash);
      if (++this.#exact > exactLimit) {
        this.#table = null;
        return i + 1;
      }
    }
    return values.length;
  }

  /** Beyond the limit a NaN or a -0 more does not matter. */
  #estimate(values: Float64Array): void {
    const halves = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
    const all = this.#registers;
    for (let i = 0; i < halves.length; i += 2) note(all, mix(halves[i + 1 - highHalf] as number, halves[i + highHalf] as number));
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

function note(all: Uint8Array, hash: number): void {
  const register = hash >>> (32 - registerBits);
  const rank = Math.clz32((hash << registerBits) | (1 << (registerBits - 1))) + 1;
  if (rank > (all[register] as number)) all[register] = rank;
}

/** Both halves of a double in 32 well mixed bits (multipliers of Murmur3 and xxHash). */
function mix(low: number, high: number): number {
  let hash = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0xc2b2ae35);
  hash ^= hash >>> 13;
  return Math.imul(hash, 0x27d4eb2f);
}
