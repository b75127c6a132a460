import { twoProportionZ } from '../../../stats/tests/twoProportion.ts';
import { type ClassProbabilities, sumTolerance } from './probabilities.ts';

/** Counts of predictions that cannot be right. A row counts once, under the first that fits. */
export interface AbnormalPredictions {
  readonly rows: number;
  /** Null. */
  readonly missing: number;
  readonly notANumber: number;
  readonly infinite: number;
  /** Probability below 0 or above 1. */
  readonly outOfRange: number;
  /** Probabilities of the classes that do not sum to 1. */
  readonly notSummingToOne: number;
  /** All of these. */
  readonly abnormal: number;
}

/** A column of predictions: null is missing, NaN is a value that is not a number. */
export type PredictionColumn = ArrayLike<number | null>;

function classify(
  values: readonly (number | null)[],
  areProbabilities: boolean,
): keyof Omit<AbnormalPredictions, 'rows' | 'abnormal'> | null {
  if (values.some((v) => v === null)) return 'missing';
  if (values.some((v) => Number.isNaN(v))) return 'notANumber';
  if (values.some((v) => !Number.isFinite(v))) return 'infinite';
  if (!areProbabilities) return null;
  if (values.some((v) => v! < 0 || v! > 1)) return 'outOfRange';
  const isSingle = values.length === 1;
  return !isSingle && Math.abs(values.reduce<number>((sum, v) => sum + v!, 0) - 1) > sumTolerance ? 'notSummingToOne' : null;
}

/**
 * Counts abnormal predictions.
 *
 * @param columns one column (a score, a predicted number), or one per class. @param areProbabilities whether [0, 1] and the sum are checked.
 * O(rows · columns).
 */
export function abnormalPredictions(columns: readonly PredictionColumn[], areProbabilities: boolean): AbnormalPredictions {
  const counts = { missing: 0, notANumber: 0, infinite: 0, outOfRange: 0, notSummingToOne: 0 };
  const rows = columns[0]?.length ?? 0;
  let abnormal = 0;
  for (let row = 0; row < rows; row++) {
    const found = classify(
      columns.map((column) => column[row] ?? null),
      areProbabilities,
    );
    if (!found) continue;
    counts[found]++;
    abnormal++;
  }
  return { rows, ...counts, abnormal };
}

/** The same for columns in which null cannot be told from NaN: both count as missing. */
export function abnormalProbabilities(probabilities: ClassProbabilities): AbnormalPredictions {
  const { notANumber, missing, ...found } = abnormalPredictions(probabilities, true);
  return { ...found, notANumber: 0, missing: missing + notANumber };
}

/** Change of the share of abnormal predictions from reference to current, in shares, with the two-proportion p. NaN shares without rows. */
export function abnormalChange(
  reference: AbnormalPredictions,
  current: AbnormalPredictions,
): { readonly change: number; readonly p: number } {
  return {
    change: current.abnormal / current.rows - reference.abnormal / reference.rows,
    p: twoProportionZ(reference.abnormal, reference.rows, current.abnormal, current.rows).p,
  };
}
