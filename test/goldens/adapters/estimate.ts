import { aggregateLosses } from '../../../src/core/sections/estimate/compute/aggregateLosses.ts';
import { binaryEstimates } from '../../../src/core/sections/estimate/compute/binaryEstimates.ts';
import { binarySamplingErrors } from '../../../src/core/sections/estimate/compute/binarySamplingErrors.ts';
import { errorOver } from '../../../src/core/sections/estimate/compute/confusionSamplingErrors.ts';
import { equalMassRanges } from '../../../src/core/sections/estimate/compute/expectedCalibrationError.ts';
import { applyIsotonic, applyIsotonicAll, fitIsotonic, scoreTable } from '../../../src/core/sections/estimate/compute/isotonic.ts';
import { calibrateClasses, fitClasses } from '../../../src/core/sections/estimate/compute/multiclassCalibration.ts';
import { expectedConfusionMatrix, multiclassEstimates } from '../../../src/core/sections/estimate/compute/multiclassEstimates.ts';
import { regressionSamplingErrors } from '../../../src/core/sections/estimate/compute/regressionSamplingErrors.ts';
import { stdThreshold } from '../../../src/core/sections/estimate/compute/stdThreshold.ts';
import { summarySamplingErrors } from '../../oracles/summarySamplingErrors.ts';
import { type Adapter, skip, value } from '../golden.ts';
import { finite, numbers } from '../input.ts';

/** Rows of class probabilities as one array per class. */
export function byClass(rows: unknown): Float64Array[] {
  const list = rows as number[][];
  return (list[0] ?? []).map((_, c) => Float64Array.from(list, (row) => row[c]!));
}

/** The goldens, as scikit-learn's zero_division=0, have 0 where the product says that a measure is undefined. */
function zeroWhereUndefined(estimates: Readonly<Record<string, number | null>>): Record<string, number> {
  return Object.fromEntries(Object.entries(estimates).map(([measure, estimate]) => [measure, estimate ?? 0]));
}

function binary(scores: Float64Array, calibrated: Float64Array, predicted: number[]): Record<string, number> {
  const found = zeroWhereUndefined(binaryEstimates(scores, calibrated, predicted));
  const { true_positives: tp, false_positives: fp, false_negatives: fn, true_negatives: tn } = found;
  return { ...found, tp: tp!, fp: fp!, fn: fn!, tn: tn! };
}

const isotonic: Adapter = ({ input }) => {
  const x = finite(input.x);
  const weights = input.weights === undefined ? undefined : numbers(input.weights);
  const map = fitIsotonic(scoreTable(x, numbers(input.y), weights))!;
  return value({
    fitted: applyIsotonicAll(map, x),
    query: numbers(input.query).map((score) => applyIsotonic(map, score)),
    x_thresholds: map.x,
    y_thresholds: map.y,
  });
};

const cbpeBinary: Adapter = ({ input }) => {
  const scores = finite(input.score);
  const threshold = Number(input.threshold);
  const predicted = input.y_pred === undefined ? Array.from(scores, (s) => (s >= threshold ? 1 : 0)) : numbers(input.y_pred);
  return value(binary(scores, input.calibrated === undefined ? scores : finite(input.calibrated), predicted));
};

const cbpeEndToEnd: Adapter = ({ input }) => {
  const map = fitIsotonic(scoreTable(finite(input.ref_score), numbers(input.ref_y)))!;
  const scores = finite(input.cur_score);
  const calibrated = applyIsotonicAll(map, scores);
  return value({
    ...binary(
      scores,
      calibrated,
      Array.from(scores, (s) => (s >= Number(input.threshold) ? 1 : 0)),
    ),
    calibrated_head: calibrated.slice(0, 10),
    mean_calibrated: calibrated.reduce((sum, p) => sum + p, 0) / calibrated.length,
  });
};

const cbpeMulticlass: Adapter = ({ input }) => {
  const calibrated = byClass(input.calibrated);
  const predicted = numbers(input.y_pred);
  return value({
    ...zeroWhereUndefined(multiclassEstimates(byClass(input.score), calibrated, predicted)),
    confusion: expectedConfusionMatrix(calibrated, predicted),
  });
};

const multiclassCalibrate: Adapter = ({ input }) => {
  const columns = calibrateClasses(fitClasses(byClass(input.ref_proba), numbers(input.ref_y)), byClass(input.cur_proba));
  return value({ calibrated: Array.from(columns[0]!, (_, row) => columns.map((column) => column[row]!)) });
};

const samplingError: Adapter = ({ input, params }) => {
  const n = Number(params.chunk_size);
  if (input.kind === 'summary') return value(summarySamplingErrors(finite(input.values), n));
  const ofOneRow =
    input.kind === 'regression'
      ? regressionSamplingErrors(finite(input.y_true), finite(input.y_pred))
      : binarySamplingErrors(finite(input.score), numbers(input.y_true), numbers(input.y_pred));
  return value(Object.fromEntries(Object.entries(ofOneRow).map(([measure, error]) => [measure, errorOver(n, measure, error)])));
};

const threshold: Adapter = ({ input, params }) => {
  if (params.constant) return skip('constant limits are taken as they are given');
  const { lower = 3, upper = 3, lower_limit: least = null, upper_limit: most = null } = params as Record<string, number>;
  return value(stdThreshold(numbers(input.values), { below: lower, above: upper, range: { lower: least, upper: most } }));
};

/** Families of estimation without labels. */
export const estimateAdapters: Readonly<Record<string, Adapter>> = {
  isotonic_regression: isotonic,
  needs_calibration_parts: ({ input }) => value({ edges: equalMassRanges(Number(input.n), Number(input.bins)) }),
  multiclass_calibrate: multiclassCalibrate,
  cbpe_binary: cbpeBinary,
  cbpe_multiclass: cbpeMulticlass,
  cbpe_end_to_end: cbpeEndToEnd,
  sampling_error: samplingError,
  std_threshold: threshold,
  dle_aggregation: ({ input }) => {
    const losses = finite(input.predicted_loss);
    return value({
      ...aggregateLosses('mae', losses),
      ...aggregateLosses('mape', losses),
      ...aggregateLosses('mse', losses),
      ...aggregateLosses('msle', losses),
    });
  },
};
