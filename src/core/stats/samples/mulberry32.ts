/**
 * Seeded pseudo-random 32-bit integers, the same stream on every platform.
 *
 * @param seed any integer; only its low 32 bits count.
 * @returns a function giving the next integer in 0 … 2^32 − 1. The state is a counter, so each call is O(1) and no draw depends on how
 *   earlier draws were used.
 *
 * Source: Tommy Ettinger, mulberry32 (public domain, 2017).
 */
export function mulberry32Uint32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
}

/**
 * Seeded uniform numbers in [0, 1): the integers of `mulberry32Uint32` divided by 2^32, so with a resolution of 2^−32.
 */
export function mulberry32(seed: number): () => number {
  const next = mulberry32Uint32(seed);
  return () => next() / 4294967296;
}
