/**
 * The stream of numpy.random.seed(n) and numpy.random.random(): Mersenne Twister MT19937 (Matsumoto and Nishimura 1998), two draws per double.
 * Makes the samples that peers' tests are written on.
 */
export function numpyRandom(seed: number): () => number {
  const state = new Uint32Array(624);
  state[0] = seed;
  for (let i = 1; i < 624; i++) state[i] = Math.imul(1812433253, state[i - 1]! ^ (state[i - 1]! >>> 30)) + i;
  let at = 624;
  const next = () => {
    if (at === 624) {
      for (let i = 0; i < 624; i++) {
        const y = (state[i]! & 0x80000000) | (state[(i + 1) % 624]! & 0x7fffffff);
        state[i] = state[(i + 397) % 624]! ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
      }
      at = 0;
    }
    let y = state[at++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return y >>> 0;
  };
  return () => ((next() >>> 5) * 67108864 + (next() >>> 6)) / 9007199254740992;
}

/** numpy.random.random(n) from a stream. */
export function numpyUniform(random: () => number, n: number): Float64Array {
  return Float64Array.from({ length: n }, random);
}

/** numpy.random.binomial(1, 0.5, n) from a stream: one uniform each, 1 above one half. */
export function numpyCoins(random: () => number, n: number): Float64Array {
  return Float64Array.from({ length: n }, () => (random() > 0.5 ? 1 : 0));
}
