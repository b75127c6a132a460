import { argsort } from '../../../stats/samples/argsort.ts';
import { mulberry32 } from '../../../stats/samples/mulberry32.ts';
import { expectedCalibrationError } from './expectedCalibrationError.ts';
import { expectedCurves } from './expectedCurves.ts';
import { applyIsotonic, fitIsotonic, scoreTable } from './isotonic.ts';

/** Whether scores become better probabilities by calibration, and what it rests on. */
export interface CalibrationNeed {
  readonly needed: boolean;
  readonly reason: 'improves' | 'no_gain' | 'one_class' | 'separated' | 'few_rows';
  /** Expected calibration error of held-out rows as they are and calibrated; null when not computed. */
  readonly before: number | null;
  readonly after: number | null;
}

const splits = 10;
const bins = 10;
/** Above this ROC AUC classes are as good as separated and a fitted step tells nothing of the scores between. */
const separatedAbove = 0.999;

function shuffle(rows: Uint32Array, random: () => number): void {
  for (let i = rows.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = rows[i]!;
    rows[i] = rows[j]!;
    rows[j] = kept;
  }
}

/**
 * Decides whether scores need calibration: ten times a random tenth of each class is held out, the rest fits an isotonic map, and the
 * calibration errors of all held-out rows are compared as they are and mapped. Calibration is needed only when it lowers the error.
 *
 * @param labels 0 or 1. @param seed of the splits: same seed, same answer. O(splits · n log n).
 *
 * Source: NannyML 0.13 calibration.py, needs_calibration (10 stratified splits, 10 bins of equal mass), with a stream of its own.
 */
export function needsCalibration(scores: Float64Array, labels: ArrayLike<number>, seed = 1): CalibrationNeed {
  const byClass = [0, 1].map((label) => Uint32Array.from(scores.keys()).filter((row) => labels[row] === label));
  const not = (reason: CalibrationNeed['reason']): CalibrationNeed => ({ needed: false, reason, before: null, after: null });
  if (byClass.some((rows) => rows.length === 0)) return not('one_class');
  const order = argsort(scores);
  if (expectedCurves(scores, labels, order).rocAuc! > separatedAbove) return not('separated');
  const heldPerClass = byClass.map((rows) => Math.round(rows.length / 10));
  if (heldPerClass.some((held) => held === 0)) return not('few_rows');
  const random = mulberry32(seed);
  const raw: number[] = [];
  const mapped: number[] = [];
  const truth: number[] = [];
  const isHeld = new Uint8Array(scores.length);
  for (let s = 0; s < splits; s++) {
    isHeld.fill(0);
    byClass.forEach((rows, label) => {
      shuffle(rows, random);
      for (let i = 0; i < heldPerClass[label]!; i++) isHeld[rows[i]!] = 1;
    });
    const kept = isHeld.map((held) => 1 - held);
    const map = fitIsotonic(scoreTable(scores, labels, kept, order))!;
    for (let row = 0; row < scores.length; row++) {
      if (isHeld[row] === 0) continue;
      raw.push(scores[row]!);
      mapped.push(applyIsotonic(map, scores[row]!));
      truth.push(labels[row]!);
    }
  }
  const before = expectedCalibrationError(Float64Array.from(raw), truth, bins);
  const after = expectedCalibrationError(Float64Array.from(mapped), truth, bins);
  if (before === null || after === null) return not('few_rows');
  return { needed: before > after, reason: before > after ? 'improves' : 'no_gain', before, after };
}
