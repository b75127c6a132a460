import { areProbabilities, type ScoreCounts } from '../../stats/samples/scoreCounts.ts';
import type { MeasureDefinition } from '../definition.ts';
import { type Measure, undefinedMeasure } from '../measure.ts';
import { meanMeasure } from '../uncertainty.ts';
import type { ClassScorePass } from './classScoreMeasure.ts';
import type { MeanLoss } from './logLoss.ts';
import type { MulticlassLosses } from './multiclassLosses.ts';
import type { ScorePass } from './scoreMeasure.ts';

/** A mean loss of the score of two classes, with Student's interval. */
export function lossMeasure(
  definition: MeasureDefinition,
  { counts, n, alpha, rowsPerWeight }: ScorePass,
  of: (counts: ScoreCounts) => MeanLoss | null,
): Measure {
  const loss = areProbabilities(counts) ? of(counts) : null;
  if (loss === null) return undefinedMeasure(definition, 'score_outside_0_1', n);
  const rows = n * rowsPerWeight;
  // The variance of weighted rows has the total weight in its divisor; in effective rows it is that much larger.
  const variance = n === rows ? loss.variance : ((loss.variance * (n - 1)) / n) * (rows / (rows - 1));
  return meanMeasure(definition, { n: rows, mean: loss.mean, variance }, n, alpha);
}

/** A mean loss of one score per class, with Student's interval. */
export function classLossMeasure(
  definition: MeasureDefinition,
  { losses, actual, n, rowsPerWeight, alpha }: ClassScorePass,
  of: (losses: MulticlassLosses) => MeanLoss,
): Measure {
  return losses === null
    ? undefinedMeasure(definition, n === 0 ? 'no_rows' : 'score_outside_0_1', n)
    : meanMeasure(definition, inEffectiveRows(of(losses), actual.length, n * rowsPerWeight), n, alpha);
}

/** The variance of weighted rows has (rows − 1) / rows of them in its divisor; in effective rows it is a little larger. */
function inEffectiveRows({ mean, variance }: MeanLoss, rows: number, effective: number): MeanLoss {
  return { n: effective, mean, variance: rows === effective ? variance : ((variance * (rows - 1)) / rows) * (effective / (effective - 1)) };
}
