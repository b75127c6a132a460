import type { MeasureDefinition } from '../definition.ts';
import { type Measure, undefinedMeasure } from '../measure.ts';
import { normalMeasure } from '../uncertainty.ts';
import { type MulticlassAuc, type MulticlassAucs, mostClassesForAuc } from './multiclassAuc.ts';
import type { MulticlassLosses } from './multiclassLosses.ts';

/** Rows of a model with one score per class, and what all measures of them are made from. */
export interface ClassScorePass {
  /** Rows with label, all scores and a weight. */
  readonly actual: Int32Array;
  readonly scores: readonly Float64Array[];
  readonly weights: Float64Array | null;
  /** Rows, or their weight. */
  readonly n: number;
  readonly alpha: number;
  /** Effective rows / total weight; 1 without weights. */
  readonly rowsPerWeight: number;
  /** Of top-k accuracy. */
  readonly k: number;
  /** Null where they cannot be computed. */
  readonly areas: MulticlassAucs | null;
  readonly losses: MulticlassLosses | null;
}

/** A measure of one score per class. */
export interface ClassScoreMeasure {
  readonly definition: MeasureDefinition;
  measured(pass: ClassScorePass): Measure;
}

/** An AUC over several classes, with the error from each row's own part. */
export function classAreaMeasure(
  definition: MeasureDefinition,
  { areas, scores, n, alpha }: ClassScorePass,
  of: (areas: MulticlassAucs) => MulticlassAuc,
): Measure {
  if (areas === null) {
    return undefinedMeasure(definition, n === 0 ? 'no_rows' : scores.length > mostClassesForAuc ? 'too_many_classes' : 'one_class', n);
  }
  const { value, standardError } = of(areas);
  return normalMeasure(definition, { value, standardError, n }, alpha, 'delong');
}
