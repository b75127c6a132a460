import { confusionSamplingErrors } from '../../../src/core/sections/estimate/compute/confusionSamplingErrors.ts';
import { equalMassRanges } from '../../../src/core/sections/estimate/compute/expectedCalibrationError.ts';
import type { ExpectedConfusion } from '../../../src/core/sections/estimate/compute/expectedConfusion.ts';
import type { EstimatedError } from '../../../src/core/sections/estimate/compute/measures.ts';
import { confusionMatrixSamplingErrors } from '../../../src/core/sections/estimate/compute/multiclassSamplingErrors.ts';
import { regressionSamplingErrors } from '../../../src/core/sections/estimate/compute/regressionSamplingErrors.ts';
import { rocAucSamplingError } from '../../../src/core/sections/estimate/compute/rocAucSamplingError.ts';
import { type Offset, stdThreshold } from '../../../src/core/sections/estimate/compute/stdThreshold.ts';
import { type Adapter, value } from '../golden.ts';
import { numbers } from '../input.ts';
import { numpyCoins, numpyRandom, numpyUniform } from '../numpyRandom.ts';

/** The chunk of the peer's own tests of sampling errors. */
const chunkRows = 50;

const offsetOnly =
  (offset: Offset): Adapter =>
  ({ input }) =>
    value(stdThreshold(numbers(input.values), { below: 0, above: 0, offset }));

const fromCounts =
  (measure: 'accuracy' | 'precision' | 'recall' | 'specificity' | 'f1'): Adapter =>
  ({ input }) => {
    const counts = input.counts as ExpectedConfusion & { chunk: number };
    return value({ value: confusionSamplingErrors(counts)[measure]! / Math.sqrt(counts.chunk) });
  };

const fromMatrix =
  (measure: 'accuracy' | 'precision' | 'recall' | 'specificity' | 'f1'): Adapter =>
  ({ input }) =>
    value({ value: confusionMatrixSamplingErrors(input.confusion as number[][])[measure]! / Math.sqrt(chunkRows) });

/** "seed(1); random(50); …": a stream with fifty numbers drawn. */
function stream(): () => number {
  const random = numpyRandom(1);
  numpyUniform(random, 50);
  return random;
}

const onUniformRows =
  (measure: EstimatedError): Adapter =>
  () => {
    const random = stream();
    const y = numpyUniform(random, 10_000);
    const predicted = numpyUniform(random, 10_000);
    return value({ value: regressionSamplingErrors(y, predicted)[measure]! / Math.sqrt(chunkRows) });
  };

const rocAuc: Adapter = ({ input }) => {
  const labels = numpyCoins(stream(), 10_000);
  const positives = labels.reduce((sum, label) => sum + label, 0);
  if (positives !== input.positives) throw new Error(`the sample has ${positives} positives, the peer's ${String(input.positives)}`);
  const scores = Float64Array.from(labels, (_, i) => i / 9999);
  return value({ value: rocAucSamplingError(scores, labels)! / Math.sqrt(chunkRows) });
};

/** Peers' expectations of estimation without labels. */
export const estimatePeerAdapters: Readonly<Record<string, Adapter>> = {
  'std_threshold multiplier 0 offset_from=min': offsetOnly('min'),
  'std_threshold multiplier 0 offset_from=max': offsetOnly('max'),
  'std_threshold multiplier 0 offset_from=median': offsetOnly('median'),
  'std_threshold multiplier 0 offset_from=mean': offsetOnly('mean'),
  'std_threshold offset_from=min': ({ input }) => value(stdThreshold(numbers(input.values), { below: Number(input.k), offset: 'min' })),
  std_threshold: ({ input }) => value(stdThreshold(numbers(input.values))),
  'ECE bin edges': ({ input }) => value(equalMassRanges(Number(input.n), Number(input.bins))),
  'sampling_error f1': fromCounts('f1'),
  'sampling_error precision': fromCounts('precision'),
  'sampling_error recall': fromCounts('recall'),
  'sampling_error specificity': fromCounts('specificity'),
  'sampling_error accuracy': fromCounts('accuracy'),
  'sampling_error roc_auc': rocAuc,
  'sampling_error mae': onUniformRows('mae'),
  'sampling_error mape': onUniformRows('mape'),
  'sampling_error mse': onUniformRows('mse'),
  'sampling_error msle': onUniformRows('msle'),
  'sampling_error rmse': onUniformRows('rmse'),
  'sampling_error rmsle': onUniformRows('rmsle'),
  'sampling_error multiclass f1': fromMatrix('f1'),
  'sampling_error multiclass precision': fromMatrix('precision'),
  'sampling_error multiclass recall': fromMatrix('recall'),
  'sampling_error multiclass specificity': fromMatrix('specificity'),
  'sampling_error multiclass accuracy': fromMatrix('accuracy'),
};
