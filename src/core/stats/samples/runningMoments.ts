import { NeumaierSum } from './neumaierSum.ts';

/** Mean and variance of values that come one by one, shifted by the first so that a large offset costs no digits. Mergeable by sums. */
export class RunningMoments {
  #shift = 0;
  #weight = 0;
  readonly #sum = new NeumaierSum();
  readonly #squares = new NeumaierSum();
  n = 0;

  add(value: number, weight = 1): void {
    if (this.n === 0) this.#shift = value;
    this.n++;
    this.#weight += weight;
    const d = value - this.#shift;
    this.#sum.add(weight * d);
    this.#squares.add(weight * d * d);
  }

  get mean(): number {
    return this.#shift + this.#sum.value / this.#weight;
  }

  /** Divisor n − 1 (weights: total weight times (n − 1) / n); NaN below two values. */
  get variance(): number {
    const offset = this.#sum.value / this.#weight;
    const spread = Math.max(0, this.#squares.value / this.#weight - offset * offset);
    return this.n > 1 ? (spread * this.n) / (this.n - 1) : Number.NaN;
  }

  summary(): { n: number; mean: number; variance: number } {
    return { n: this.n, mean: this.mean, variance: this.variance };
  }
}
