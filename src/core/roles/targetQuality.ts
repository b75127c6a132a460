import { rocAuc } from '../measures/classification/rocAuc.ts';
import { regressionTotals } from '../measures/regression/regressionSums.ts';
import { rSquared } from '../measures/regression/rSquared.ts';
import type { RankedTarget } from '../report/evaluationColumns.ts';
import { scoreCounts } from '../stats/samples/scoreCounts.ts';
import { agreement } from './agreement.ts';
import type { ColumnSample } from './columnSample.ts';
import { labelText } from './labels.ts';
import { matchLabels, saysYes } from './matchLabels.ts';

/** What a column would have to be the target of. */
export interface PredictedBy {
  readonly prediction: string | null;
  readonly score: string | null;
  /** The label that stands above the threshold of the score, where the prediction says so. */
  readonly positive: string | null;
}

/** Below this a model is worse than none, so that the column is hardly its target. */
const absurd = { roc_auc: 0.5, r2: 0, kappa: 0 } as const;

/**
 * How well the predictions fit a column as their target, in the rows of a sample: ROC AUC of the score, else Cohen's kappa of the labels, or R² of a
 * quantity. Null where nothing can be said: no labelled rows, labels that the prediction does not have. O(rows log rows).
 */
export function targetQuality(
  sample: ColumnSample,
  column: string,
  { prediction, score, positive }: PredictedBy,
): Pick<RankedTarget, 'measure' | 'value' | 'absurd'> | null {
  const labels = sample.labels.get(column);
  const predicted = prediction === null ? undefined : sample.labels.get(prediction);
  const scores = score === null ? undefined : sample.numbers.get(score);
  const classes = new Set((labels ?? []).flatMap((label) => labelText(label) ?? []));
  if (labels !== undefined && scores !== undefined && classes.size === 2) {
    const names = matchLabels([classes, new Set(predicted ?? [])]);
    const all = new Set([...classes, ...(predicted ?? [])].flatMap((label) => names.classOf(label) ?? []));
    if (all.size > 2) return null;
    const wanted = names.classOf(positive) ?? [...all].find(saysYes) ?? null;
    const above = wanted ?? [...classes].sort().at(-1)!;
    const auc = rocAuc(
      scoreCounts(
        scores,
        Uint8Array.from(labels, (label) => {
          const name = names.classOf(label);
          return name === null ? 255 : name === above ? 1 : 0;
        }),
      ),
    );
    if (auc === null) return null;
    // Which label stands above is only guessed: both ways round are as likely.
    return wanted === null ? judged('roc_auc', Math.max(auc, 1 - auc)) : judged('roc_auc', auc);
  }
  if (prediction === null) return null;
  if (labels !== undefined && predicted !== undefined) {
    const agreed = agreement(sample, prediction, column);
    return agreed?.sameValues ? judged('kappa', agreed.value) : null;
  }
  const [x, y] = [sample.numbers.get(prediction), sample.numbers.get(column)];
  if (x === undefined || y === undefined || (predicted !== undefined && labels === undefined)) return null;
  const r2 = rSquared(regressionTotals(y, x));
  return r2 === null ? null : judged('r2', r2.value);
}

function judged(measure: 'roc_auc' | 'r2' | 'kappa', value: number): Pick<RankedTarget, 'measure' | 'value' | 'absurd'> {
  return { measure, value, absurd: value < absurd[measure] };
}
