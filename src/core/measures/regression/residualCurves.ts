import type { ResidualCurves } from '../../sections/performance/result.ts';
import { argsort } from '../../stats/samples/argsort.ts';
import { quantileSorted } from '../../stats/samples/quantile.ts';

const histogramBins = 30;
const predictionBins = 20;
/** The histogram shows the errors between these shares; what lies beyond is counted in the first and last bin. */
const clip = 0.005;

/** Rows of a regression with both values finite. */
export interface Residuals {
  readonly target: Float64Array;
  readonly forecast: Float64Array;
}

/** Edges of the histogram of errors that both sides share. O(n log n). */
export function residualEdges(sides: readonly Residuals[]): number[] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { target, forecast } of sides) {
    if (target.length === 0) continue;
    const sorted = target.map((y, i) => forecast[i]! - y).sort();
    low = Math.min(low, quantileSorted(sorted, clip));
    high = Math.max(high, quantileSorted(sorted, 1 - clip));
  }
  if (!(high > low)) [low, high] = Number.isFinite(low) ? [low - 0.5, low + 0.5] : [-1, 1];
  return Array.from({ length: histogramBins + 1 }, (_, i) => low + ((high - low) * i) / histogramBins);
}

/** Errors (prediction minus truth) as a histogram, by prediction and by decile of the truth. O(n log n). */
export function residualCurves({ target, forecast }: Residuals, edges: readonly number[]): ResidualCurves {
  const error = target.map((y, i) => forecast[i]! - y);
  const [low, high] = [edges[0]!, edges[edges.length - 1]!];
  const counts = new Array<number>(edges.length - 1).fill(0);
  for (const e of error) counts[Math.max(0, Math.min(counts.length - 1, Math.floor(((e - low) / (high - low)) * counts.length)))]!++;
  return {
    histogram: { edges, counts },
    byPrediction: equalParts(forecast, predictionBins).map((rows) => {
      const errors = Float64Array.from(rows, (i) => error[i]!).sort();
      const q = (p: number) => quantileSorted(errors, p);
      return { prediction: mean(rows, forecast), quantiles: [q(0.05), q(0.25), q(0.5), q(0.75), q(0.95)], n: rows.length };
    }),
    byDecile: equalParts(target, 10).map((rows) => ({
      from: target[rows[0]!]!,
      to: target[rows[rows.length - 1]!]!,
      n: rows.length,
      mae: rows.reduce((sum, i) => sum + Math.abs(error[i]!), 0) / rows.length,
      bias: mean(rows, error),
    })),
  };
}

function mean(rows: Uint32Array, values: Float64Array): number {
  return rows.reduce((sum, i) => sum + values[i]!, 0) / rows.length;
}

/** Rows in the order of `values`, in parts of about equal size; equal values stay together. */
function equalParts(values: Float64Array, parts: number): Uint32Array[] {
  const order = argsort(values);
  const result: Uint32Array[] = [];
  let from = 0;
  for (let part = 1; part <= parts && from < order.length; part++) {
    let to = Math.max(from, Math.round((order.length * part) / parts));
    while (to > 0 && to < order.length && values[order[to]!] === values[order[to - 1]!]) to++;
    if (to > from) result.push(order.subarray(from, to));
    from = to;
  }
  return result;
}
