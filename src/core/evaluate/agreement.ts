import type { ColumnSample } from './columnSample.ts';

/**
 * How far a column goes with the prediction: for labels Cohen's kappa over rows with both (1 agrees always, 0 by chance alone), for quantities
 * the correlation. `sameValues`: labels whose values are a part of the other's, or both quantities.
 */
export function agreement(
  sample: ColumnSample,
  prediction: string,
  column: string,
): { readonly value: number; readonly sameValues: boolean } {
  const [a, b] = [sample.labels.get(prediction), sample.labels.get(column)];
  if (a !== undefined && b !== undefined) return kappa(a, b);
  const [x, y] = [sample.numbers.get(prediction), sample.numbers.get(column)];
  if (x === undefined || y === undefined || (a === undefined) !== (b === undefined)) return { value: 0, sameValues: false };
  return { value: correlation(x, y), sameValues: true };
}

function kappa(a: readonly (string | null)[], b: readonly (string | null)[]): { value: number; sameValues: boolean } {
  const left = new Map<string, number>();
  const right = new Map<string, number>();
  let rows = 0;
  let same = 0;
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i], b[i]];
    if (x === null || y === null || x === undefined || y === undefined) continue;
    rows++;
    if (x === y) same++;
    left.set(x, (left.get(x) ?? 0) + 1);
    right.set(y, (right.get(y) ?? 0) + 1);
  }
  const contained = [...right.keys()].every((label) => left.has(label)) || [...left.keys()].every((label) => right.has(label));
  if (rows === 0 || right.size < 2) return { value: 0, sameValues: false };
  let expected = 0;
  for (const [label, n] of left) expected += (n / rows) * ((right.get(label) ?? 0) / rows);
  return { value: expected === 1 ? 0 : (same / rows - expected) / (1 - expected), sameValues: contained };
}

function correlation(x: Float64Array, y: Float64Array): number {
  let n = 0;
  let [sx, sy, sxx, syy, sxy] = [0, 0, 0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [a, b] = [x[i]!, y[i]!];
    if (!Number.isFinite(a) || !Number.isFinite(b)) continue;
    n++;
    sx += a;
    sy += b;
    sxx += a * a;
    syy += b * b;
    sxy += a * b;
  }
  const spread = (n * sxx - sx * sx) * (n * syy - sy * sy);
  return n < 3 || spread <= 0 ? 0 : (n * sxy - sx * sy) / Math.sqrt(spread);
}
