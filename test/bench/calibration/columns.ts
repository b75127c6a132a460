import { mulberry32 } from '../../../src/core/stats/mulberry32.ts';
import { normalQuantile } from '../../../src/core/stats/normal.ts';
import { robustScale } from '../../../src/core/stats/robustScale.ts';

/** A simulated column: draws n values of it, moved by `shift`. */
export interface SimulatedColumn {
  readonly name: string;
  readonly kind: 'number' | 'category';
  /** Categories are whole numbers from 0. `shift` d moves about 0.4 d of the rows. */
  readonly draw: (next: () => number, n: number, shift: number) => Float64Array;
  /** Number of categories; 0 for numbers. */
  readonly categories: number;
}

/** Uniform on the open interval, so that logarithms and quantiles stay finite. */
function open(next: () => number): number {
  return next() + 2 ** -33;
}

function normal(next: () => number): number {
  return normalQuantile(open(next));
}

function exponential(next: () => number): number {
  return -Math.log(open(next));
}

/** A continuous law, moved by `shift` robust standard deviations; `after` is applied last (rounding). */
function located(name: string, value: (next: () => number) => number, after: (x: number) => number = (x) => x): SimulatedColumn {
  const seeded = mulberry32(1);
  const scale = robustScale(Float64Array.from({ length: 50_000 }, () => value(seeded)).sort())!;
  return {
    name,
    kind: 'number',
    categories: 0,
    draw: (next, n, shift) => Float64Array.from({ length: n }, () => after(value(next) + shift * scale)),
  };
}

/**
 * Probabilities after moving `mass` off the most frequent values (in descending order, as many as it takes). It goes to the remaining values in
 * proportion; for `ordered` values only to those above the most frequent one, if there are any: a move up.
 */
export function moveMass(probabilities: readonly number[], mass: number, ordered: boolean): number[] {
  const moved = [...probabilities];
  const order = probabilities.map((_, i) => i).sort((i, j) => probabilities[j]! - probabilities[i]!);
  const givers = new Set<number>();
  let left = mass;
  for (const i of order) {
    if (left <= 0) break;
    const taken = Math.min(left, moved[i]!);
    moved[i]! -= taken;
    left -= taken;
    givers.add(i);
  }
  const mode = order[0]!;
  const open = order.filter((i) => !givers.has(i));
  const above = open.filter((i) => i > mode);
  const takers = ordered && above.length > 0 ? above : open;
  const total = takers.reduce((sum, i) => sum + probabilities[i]!, 0);
  for (const i of takers) moved[i]! += ((mass - Math.max(left, 0)) * probabilities[i]!) / total;
  return moved;
}

function cumulative(probabilities: readonly number[]): Float64Array {
  let sum = 0;
  return Float64Array.from(probabilities, (p) => (sum += p));
}

function pick(limits: Float64Array, u: number): number {
  let low = 0;
  let high = limits.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (limits[middle]! > u) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A law on whole numbers from 0. */
function discrete(name: string, kind: 'number' | 'category', weights: readonly number[]): SimulatedColumn {
  const total = weights.reduce((sum, w) => sum + w, 0);
  const probabilities = weights.map((w) => w / total);
  return {
    name,
    kind,
    categories: kind === 'category' ? weights.length : 0,
    draw: (next, n, shift) => {
      const limits = cumulative(moveMass(probabilities, 0.4 * shift, kind === 'number'));
      return Float64Array.from({ length: n }, () => pick(limits, next()));
    },
  };
}

function poisson(mean: number): number[] {
  const weights = [Math.exp(-mean)];
  for (let k = 1; k < mean + 12 * Math.sqrt(mean) + 10; k++) weights.push((weights[k - 1]! * mean) / k);
  return weights;
}

function equal(k: number): number[] {
  return Array.from({ length: k }, () => 1);
}

function zipf(k: number): number[] {
  return Array.from({ length: k }, (_, i) => 1 / (i + 1));
}

/** 0 with probability 0.6 − 0.4 d, else lognormal. */
const zeroInflated: SimulatedColumn = {
  name: 'zero-inflated lognormal',
  kind: 'number',
  categories: 0,
  draw: (next, n, shift) => Float64Array.from({ length: n }, () => (next() < 0.6 - 0.4 * shift ? 0 : Math.exp(normal(next)))),
};

/** The 30 columns of the calibration study: 20 numeric, 10 categorical. */
export function studyColumns(): SimulatedColumn[] {
  return [
    located('normal, scale 0.01', (u) => 0.01 * normal(u)),
    located('normal', normal),
    located('normal, scale 1000', (u) => 1000 * normal(u)),
    located('normal, scale 1e6', (u) => 1e6 * normal(u)),
    located('lognormal 0.5', (u) => Math.exp(0.5 * normal(u))),
    located('lognormal 1', (u) => Math.exp(normal(u))),
    located('exponential', exponential),
    located('uniform', (u) => u()),
    located('Student t, 3 df', (u) => normal(u) / Math.sqrt((normal(u) ** 2 + normal(u) ** 2 + normal(u) ** 2) / 3)),
    located('Pareto 2.5', (u) => open(u) ** (-1 / 2.5)),
    located('gamma 2', (u) => exponential(u) + exponential(u)),
    located('beta 0.5, 0.5', (u) => Math.sin((Math.PI / 2) * u()) ** 2),
    located('bimodal', (u) => (u() < 0.5 ? -2 : 2) + normal(u)),
    located('Pareto 1.5', (u) => open(u) ** (-1 / 1.5)),
    located('normal, one decimal', normal, (x) => Math.round(x * 10) / 10),
    zeroInflated,
    discrete('Poisson 3', 'number', poisson(3)),
    discrete('Poisson 50', 'number', poisson(50)),
    discrete('Likert 1 to 5', 'number', [10, 20, 40, 20, 10]),
    discrete('10 levels', 'number', equal(10)),
    discrete('binary 50 %', 'category', [0.5, 0.5]),
    discrete('binary 5 %', 'category', [0.95, 0.05]),
    discrete('binary 0.5 %', 'category', [0.995, 0.005]),
    discrete('3 classes', 'category', [0.5, 0.3, 0.2]),
    discrete('5 classes', 'category', equal(5)),
    discrete('8 classes', 'category', [30, 20, 15, 10, 10, 5, 5, 5]),
    discrete('Zipf 20', 'category', zipf(20)),
    discrete('Zipf 50', 'category', zipf(50)),
    discrete('Zipf 200', 'category', zipf(200)),
    discrete('Zipf 1000', 'category', zipf(1000)),
  ];
}
