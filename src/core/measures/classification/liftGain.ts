import type { ScoreCounts } from '../../stats/samples/scoreCounts.ts';

export interface LiftGain {
  /** Share of positives in the top part over their share in all rows. */
  readonly lift: number;
  /** Share of all positives that are in the top part. */
  readonly gain: number;
  /** Rows in the top part. */
  readonly rows: number;
}

/**
 * Lift and gain of the top ⌈fraction · n⌉ rows by score. Rows tied at the border count with their expected value over random order, so
 * the answer does not depend on the order of the file. Null without positives. O(distinct scores).
 *
 * @param fraction 0 < fraction ≤ 1. With weights the top part is that share of the weight.
 */
export function liftGain(counts: ScoreCounts, fraction: number): LiftGain | null {
  const { positives, negatives, totalPositives, totalNegatives } = counts;
  const n = totalPositives + totalNegatives;
  if (!(totalPositives > 0) || !(fraction > 0) || fraction > 1) return null;
  // 0.1 · 30 is a little more than 3 in binary: without the slack the top tenth of 30 rows would be 4.
  const rows = Number.isInteger(n) ? Math.ceil(fraction * n - 1e-9) : fraction * n;
  let left = rows;
  let found = 0;
  for (let i = positives.length - 1; i >= 0 && left > 0; i--) {
    const here = positives[i]! + negatives[i]!;
    if (here === 0) continue;
    const part = Math.min(1, left / here);
    found += positives[i]! * part;
    left -= here;
  }
  return { lift: found / rows / (totalPositives / n), gain: found / totalPositives, rows };
}

/** Gain against the share of rows taken, for the whole list: points to draw. */
export function gainCurve(counts: ScoreCounts, points = 100): { fraction: number; gain: number; lift: number }[] {
  const curve: { fraction: number; gain: number; lift: number }[] = [];
  for (let i = 1; i <= points; i++) {
    const fraction = i / points;
    const at = liftGain(counts, fraction);
    if (at !== null) curve.push({ fraction, gain: at.gain, lift: at.lift });
  }
  return curve;
}
