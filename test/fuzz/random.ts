import { mulberry32 } from '../../src/core/stats/samples/mulberry32.ts';

/** Seeded choices: the same seed makes the same case on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** In 0 … n − 1. */
  below(n: number): number;
  pick<T>(items: readonly T[]): T;
  chance(probability: number): boolean;
}

export function randomOf(seed: number): Random {
  const next = mulberry32(seed);
  const below = (n: number): number => Math.floor(next() * n);
  return { next, below, pick: (items) => items[below(items.length)]!, chance: (probability) => next() < probability };
}
