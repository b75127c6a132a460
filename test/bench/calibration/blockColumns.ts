import { normalCdf, normalQuantile } from '../../../src/core/stats/distributions/normal.ts';

/** A column made of a hidden normal number: its name, and how the number is written. */
export interface HiddenColumn {
  readonly name: string;
  readonly kind: 'number' | 'category';
  readonly values: number;
  write(hidden: number): string;
}

/** Values of a law with these probabilities, cut off the hidden number in order. */
function cut(name: string, weights: readonly number[]): HiddenColumn {
  const total = weights.reduce((sum, w) => sum + w, 0);
  let sum = 0;
  const edges = weights.slice(0, -1).map((w) => normalQuantile((sum += w) / total));
  return {
    name,
    kind: 'category',
    values: weights.length,
    write: (hidden) => {
      let value = 0;
      while (value < edges.length && hidden > edges[value]!) value++;
      return `v${value}`;
    },
  };
}

function number(name: string, write: (hidden: number) => number, digits: number): HiddenColumn {
  return { name, kind: 'number', values: Number.POSITIVE_INFINITY, write: (hidden) => write(hidden).toFixed(digits) };
}

/** 30 columns: 20 numeric of several shapes, two flags of 50 %, two of 5 %, three of 5 values, three of 50 (Zipf). */
export function blockColumns(): HiddenColumn[] {
  const numbers = Array.from({ length: 20 }, (_, i) =>
    i % 4 === 0
      ? number(`n${i}`, (x) => 10 ** (i % 7) * x, 4)
      : i % 4 === 1
        ? number(`n${i}`, (x) => Math.exp(Math.min(x, 300) / 2), 5)
        : i % 4 === 2
          ? number(`n${i}`, (x) => 50 + 10 * x, 2)
          : number(`n${i}`, (x) => 1000 * normalCdf(x) + x, 2),
  );
  const zipf = Array.from({ length: 50 }, (_, i) => 1 / (i + 1));
  return [
    ...numbers,
    cut('half1', [1, 1]),
    cut('half2', [1, 1]),
    cut('rare1', [0.95, 0.05]),
    cut('rare2', [0.95, 0.05]),
    ...[1, 2, 3].map((i) => cut(`five${i}`, [1, 1, 1, 1, 1])),
    ...[1, 2, 3].map((i) => cut(`zipf${i}`, zipf)),
  ];
}
