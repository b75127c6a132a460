import type { Measure } from '../../../src/core/measures/measure.ts';
import { measureDifference } from '../../../src/core/measures/measureDifference.ts';
import { measuresByBlock, type ReferenceSpread } from '../../../src/core/measures/measuresByBlock.ts';
import type { MeasureContext } from '../../../src/core/measures/measuresOf.ts';
import type { Predictions } from '../../../src/core/read/predictions.ts';
import { normalQuantile } from '../../../src/core/stats/distributions/normal.ts';

/** How right predictions are from day to day: effects of this SD (on the probit scale), with this correlation from one day to the next. */
export interface DayQuality {
  readonly sd: number;
  readonly rho: number;
}

const base: MeasureContext = { task: 'binary', classes: 2, positive: 1, k: 10, byRank: false, items: null, neighbours: 0 };

/** Predictions of one process, right with a chance that differs by day and is 0.8 on average; `next` goes on where the last days ended. */
export class MeasuredDays {
  readonly #random: () => number;
  readonly #quality: DayQuality;
  #effect: number;

  constructor(random: () => number, quality: DayQuality) {
    this.#random = random;
    this.#quality = quality;
    this.#effect = quality.sd * this.#normal();
  }

  #normal(): number {
    return normalQuantile(Math.max(1e-12, this.#random()));
  }

  next(days: number, perDay: number): Predictions {
    const { sd, rho } = this.#quality;
    const rows = days * perDay;
    const actual = new Int32Array(rows);
    const predicted = new Int32Array(rows);
    const blockOf = new Int32Array(rows);
    for (let day = 0; day < days; day++) {
      this.#effect = rho * this.#effect + Math.sqrt(1 - rho * rho) * sd * this.#normal();
      for (let i = day * perDay; i < (day + 1) * perDay; i++) {
        actual[i] = this.#random() < 0.5 ? 1 : 0;
        // Φ(0.8416 · √(1 + sd²) + effect) is 0.8 on average.
        const right = this.#normal() < 0.8416 * Math.sqrt(1 + sd * sd) + this.#effect;
        predicted[i] = right ? actual[i]! : 1 - actual[i]!;
        blockOf[i] = day;
      }
    }
    const none = { chunkOf: null, weights: null, scores: [], target: null, forecast: null, users: null, items: null };
    return { ...none, rows, blockOf, actual, predicted };
  }
}

/** The accuracy of days, by day. `neighbours`: null, as if days did not follow each other. */
export function accuracyOf(
  p: Predictions,
  reference: ReferenceSpread | null,
  neighbours: number | null = 0,
): { readonly measure: Measure; readonly spread: ReferenceSpread } {
  const found = measuresByBlock(p, { ...base, neighbours }, reference);
  return { measure: found.measures.find(({ name }) => name === 'accuracy')!, spread: found.spread };
}

/** Whether the 95 % interval of the change of accuracy holds 0. */
export function coversNoChange(reference: Predictions, current: Predictions, neighbours: number | null = 0): boolean {
  const past = accuracyOf(reference, null, neighbours);
  const interval = measureDifference(past.measure, accuracyOf(current, past.spread, neighbours).measure)?.interval ?? null;
  return interval !== null && interval.low <= 0 && 0 <= interval.high;
}
