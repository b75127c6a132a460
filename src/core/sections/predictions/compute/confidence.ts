import { studentTIsf } from '../../../stats/distributions/studentT.ts';
import { type ClassProbabilities, isDistribution } from './probabilities.ts';

/** How sure a model is of the rows of a dataset or chunk. Null without usable rows. */
export interface Confidence {
  /** Rows whose probabilities are a distribution; others are left out. */
  readonly n: number;
  /** Mean of −Σ p ln p, in nats, and divided by ln k (0: certain, 1: all classes alike). */
  readonly meanEntropy: number | null;
  readonly meanEntropyNormalised: number | null;
  /** Mean of the largest probability, and its deviation over the rows (divisor n − 1; null with one row). */
  readonly meanConfidence: number | null;
  readonly confidenceDeviation: number | null;
  /** Share of rows whose largest probability is below the limit. */
  readonly lowConfidenceShare: number | null;
  /** Mean of the largest less the second largest probability. */
  readonly meanMargin: number | null;
  /** Rows per predicted class: the most probable, the first of equals. */
  readonly classCounts: readonly number[];
}

/**
 * Confidence of a model over rows.
 *
 * @param lowBelow a row is unsure when its largest probability is below this. With one class margin and confidence are its probability.
 * O(rows · classes).
 */
export function confidenceOf(probabilities: ClassProbabilities, lowBelow = 0.6): Confidence {
  const k = probabilities.length;
  const classCounts = new Array<number>(k).fill(0);
  const rows = probabilities[0]?.length ?? 0;
  let n = 0;
  let entropy = 0;
  let margin = 0;
  let low = 0;
  let mean = 0;
  let squares = 0;
  for (let row = 0; row < rows; row++) {
    if (!isDistribution(probabilities, row)) continue;
    let first = -1;
    let second = 0;
    let best = 0;
    for (let c = 0; c < k; c++) {
      const p = probabilities[c]![row]!;
      if (p > 0) entropy -= p * Math.log(p);
      if (first < 0 || p > best) {
        second = first < 0 ? 0 : best;
        best = p;
        first = c;
      } else if (p > second) second = p;
    }
    classCounts[first]!++;
    margin += best - second;
    if (best < lowBelow) low++;
    n++;
    const step = best - mean;
    mean += step / n;
    squares += step * (best - mean);
  }
  const over = (sum: number) => (n > 0 ? sum / n : null);
  return {
    n,
    meanEntropy: over(entropy),
    meanEntropyNormalised: over(k > 1 ? entropy / Math.log(k) : 0),
    meanConfidence: n > 0 ? mean : null,
    confidenceDeviation: n > 1 ? Math.sqrt(squares / (n - 1)) : null,
    lowConfidenceShare: over(low),
    meanMargin: over(margin),
    classCounts,
  };
}

/** Difference of two means with its interval. */
export interface ConfidenceShift {
  /** Current − reference. */
  readonly shift: number;
  /** Welch interval; null when a side has fewer than two rows. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Shift of the mean confidence from reference to current with its Welch interval at confidence 1 − alpha; null when a side has no rows.
 */
export function confidenceShift(reference: Confidence, current: Confidence, alpha = 0.05): ConfidenceShift | null {
  if (reference.meanConfidence === null || current.meanConfidence === null) return null;
  const shift = current.meanConfidence - reference.meanConfidence;
  if (reference.confidenceDeviation === null || current.confidenceDeviation === null) return { shift, low: null, high: null };
  const a = reference.confidenceDeviation ** 2 / reference.n;
  const b = current.confidenceDeviation ** 2 / current.n;
  if (a + b === 0) return { shift, low: shift, high: shift };
  // Satterthwaite's degrees of freedom.
  const df = (a + b) ** 2 / (a ** 2 / (reference.n - 1) + b ** 2 / (current.n - 1));
  const half = studentTIsf(alpha / 2, df) * Math.sqrt(a + b);
  return { shift, low: shift - half, high: shift + half };
}
