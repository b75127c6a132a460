import { NeumaierSum } from '../../stats/samples/neumaierSum.ts';

/** Why rows were left out. */
export interface RegressionExclusions {
  /** Target or prediction missing (NaN). */
  readonly missing: number;
  /** Target or prediction infinite. */
  readonly notFinite: number;
}

/** Totals over usable rows; e = prediction − target, y = target, d = y − shift. All weighted when there are weights. */
export interface RegressionTotals extends RegressionExclusions {
  readonly rows: number;
  readonly weight: number;
  readonly effectiveRows: number;
  readonly shift: number;
  readonly e: number;
  readonly abs: number;
  readonly e2: number;
  readonly e4: number;
  readonly d: number;
  readonly d2: number;
  readonly d3: number;
  readonly d4: number;
  readonly e2d: number;
  readonly e2d2: number;
  readonly absTarget: number;
  readonly absTarget2: number;
  readonly absByAbsTarget: number;
  readonly maxAbs: number;
  /** Σ |e / y| over rows with y ≠ 0, its squares, and those rows. */
  readonly relative: number;
  readonly relative2: number;
  readonly relativeWeight: number;
  readonly zeroTargets: number;
  /** Σ 2|e| / (|y| + |ŷ|), 0/0 = 0, and its squares. */
  readonly symmetric: number;
  readonly symmetric2: number;
  /** Σ (ln(1 + ŷ) − ln(1 + y))² and its squares, over rows where both are at least 0. */
  readonly log2: number;
  readonly log4: number;
  /** Rows with a target or prediction below 0: no log error. */
  readonly below0: number;
}

const sumNames = [
  'e',
  'abs',
  'e2',
  'e4',
  'd',
  'd2',
  'd3',
  'd4',
  'e2d',
  'e2d2',
  'absTarget',
  'absTarget2',
  'absByAbsTarget',
  'relative',
  'relative2',
  'symmetric',
  'symmetric2',
  'log2',
  'log4',
] as const;

type SumName = (typeof sumNames)[number];

/**
 * Sums of a regression's errors, block by block, from which all of its measures but the quantiles are made. Targets are shifted by the mean
 * of the first block, so a large common offset costs no digits; sums are compensated. O(1) memory.
 */
export class RegressionSums {
  readonly #sums = Object.fromEntries(sumNames.map((name) => [name, new NeumaierSum()])) as Record<SumName, NeumaierSum>;
  #shift: number | null = null;
  #rows = 0;
  #weight = 0;
  #weight2 = 0;
  #relativeWeight = 0;
  #maxAbs = 0;
  #missing = 0;
  #notFinite = 0;
  #zeroTargets = 0;
  #below0 = 0;

  /** Adds rows. NaN is a missing value; rows with an infinite one are left out and counted. Weights are not negative. */
  add(targets: Float64Array, predictions: Float64Array, weights?: Float64Array): void {
    this.#shift ??= meanOfFinite(targets);
    for (let i = 0; i < targets.length; i++) {
      const y = targets[i]!;
      const p = predictions[i]!;
      if (Number.isNaN(y) || Number.isNaN(p)) this.#missing++;
      else if (!Number.isFinite(y - p)) this.#notFinite++;
      else this.#addRow(y, p, weights === undefined ? 1 : weights[i]!, this.#shift);
    }
  }

  #addRow(y: number, p: number, w: number, shift: number): void {
    const s = this.#sums;
    const e = p - y;
    const abs = Math.abs(e);
    const e2 = e * e;
    const d = y - shift;
    const d2 = d * d;
    const absTarget = Math.abs(y);
    this.#rows++;
    this.#weight += w;
    this.#weight2 += w * w;
    if (w > 0 && abs > this.#maxAbs) this.#maxAbs = abs;
    s.e.add(w * e);
    s.abs.add(w * abs);
    s.e2.add(w * e2);
    s.e4.add(w * e2 * e2);
    s.d.add(w * d);
    s.d2.add(w * d2);
    s.d3.add(w * d2 * d);
    s.d4.add(w * d2 * d2);
    s.e2d.add(w * e2 * d);
    s.e2d2.add(w * e2 * d2);
    s.absTarget.add(w * absTarget);
    s.absTarget2.add(w * absTarget * absTarget);
    s.absByAbsTarget.add(w * abs * absTarget);
    if (y === 0) this.#zeroTargets++;
    else {
      const relative = abs / absTarget;
      this.#relativeWeight += w;
      s.relative.add(w * relative);
      s.relative2.add(w * relative * relative);
    }
    const size = absTarget + Math.abs(p);
    const symmetric = size > 0 ? (2 * abs) / size : 0;
    s.symmetric.add(w * symmetric);
    s.symmetric2.add(w * symmetric * symmetric);
    if (y < 0 || p < 0) this.#below0++;
    else {
      const log = (Math.log1p(p) - Math.log1p(y)) ** 2;
      s.log2.add(w * log);
      s.log4.add(w * log * log);
    }
  }

  totals(): RegressionTotals {
    const sums = Object.fromEntries(sumNames.map((name) => [name, this.#sums[name].value])) as Record<SumName, number>;
    return {
      ...sums,
      rows: this.#rows,
      weight: this.#weight,
      effectiveRows: this.#weight2 > 0 ? (this.#weight * this.#weight) / this.#weight2 : 0,
      shift: this.#shift ?? 0,
      maxAbs: this.#maxAbs,
      relativeWeight: this.#relativeWeight,
      zeroTargets: this.#zeroTargets,
      below0: this.#below0,
      missing: this.#missing,
      notFinite: this.#notFinite,
    };
  }
}

function meanOfFinite(values: Float64Array): number {
  let mean = 0;
  let n = 0;
  for (const v of values) if (Number.isFinite(v)) mean += (v - mean) / ++n;
  return Number.isFinite(mean) ? mean : 0;
}

/** Sums of one block of rows: `RegressionSums` in one call. */
export function regressionTotals(targets: Float64Array, predictions: Float64Array, weights?: Float64Array): RegressionTotals {
  const sums = new RegressionSums();
  sums.add(targets, predictions, weights);
  return sums.totals();
}
