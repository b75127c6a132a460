import { mulberry32 } from '../../../../src/core/stats/samples/mulberry32.ts';

/** Nearly normal numbers: twelve uniforms less 6. */
export function normals(random: () => number): () => number {
  return () => {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += random();
    return sum;
  };
}

/** Rows of a two-class model whose scores are √p of the true probability p: well ranked, badly calibrated. */
export function binarySample(seed: number, n: number, shift = 0) {
  const random = mulberry32(seed);
  const normal = normals(random);
  const scores = new Float64Array(n);
  const labels = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const p = 1 / (1 + Math.exp(-(1.5 * normal() - 0.5 + shift)));
    scores[i] = Math.sqrt(p);
    labels[i] = random() < p ? 1 : 0;
  }
  return { scores, labels, predicted: scores.map((s) => (s >= 0.7 ? 1 : 0)) };
}

/** Rows of a model of three classes, its probabilities sharper than they should be. */
export function multiclassSample(seed: number, n: number, shift = 0) {
  const random = mulberry32(seed);
  const normal = normals(random);
  const scores = [0, 1, 2].map(() => new Float64Array(n));
  const labels = new Float64Array(n);
  const predicted = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const heights = [normal() + shift, normal(), normal() + 0.5];
    const shares = (power: number) => {
      const e = heights.map((h) => Math.exp(power * h));
      const sum = e[0]! + e[1]! + e[2]!;
      return e.map((v) => v / sum);
    };
    const truth = shares(1);
    const said = shares(2);
    for (const c of [0, 1, 2]) scores[c]![i] = said[c]!;
    const u = random();
    labels[i] = u < truth[0]! ? 0 : u < truth[0]! + truth[1]! ? 1 : 2;
    predicted[i] = said.indexOf(Math.max(...said));
  }
  return { scores, labels, predicted };
}

/**
 * Rows of a regression model whose error grows with its first feature and doubles in category "d"; the other features say nothing.
 *
 * @param spread 0: the error is the same everywhere.
 */
export function regressionSample(seed: number, n: number, shift = 0, spread = 1) {
  const random = mulberry32(seed);
  const normal = normals(random);
  const columns = [0, 1, 2, 3].map(() => Float64Array.from({ length: n }, normal));
  columns[0] = columns[0]!.map((x) => x + shift);
  const codes = Int32Array.from({ length: n }, () => Math.floor(random() * 4));
  const predicted = new Float64Array(n);
  const labels = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    predicted[i] = 3 * columns[1]![i]!;
    const deviation = Math.exp(spread * 0.5 * columns[0]![i]!) * (codes[i] === 3 && spread > 0 ? 2 : 1);
    labels[i] = predicted[i]! + deviation * normal();
  }
  const features = [
    ...columns.map((values) => ({ kind: 'number' as const, values })),
    { kind: 'category' as const, codes, levels: ['a', 'b', 'c', 'd'] },
  ];
  return { rows: { features, predicted }, labels };
}
