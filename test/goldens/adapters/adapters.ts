import type { Adapter } from '../golden.ts';
import { behaviourAdapters } from './behaviour.ts';
import { categoricalAdapters } from './categorical.ts';
import { classificationAdapters } from './classification.ts';
import { decisionAdapters } from './decision.ts';
import { estimateAdapters } from './estimate.ts';
import { fairnessAdapters } from './fairness.ts';
import { inferenceAdapters } from './inference.ts';
import { numericAdapters } from './numeric.ts';
import { qualityAdapters } from './quality.ts';
import { randomNumberAdapters } from './randomNumbers.ts';
import { rankingAdapters } from './ranking.ts';
import { regressionAdapters } from './regression.ts';
import { sliceAdapters } from './slices.ts';
import { specialFunctionAdapters } from './specialFunctions.ts';

/** Every method of the goldens that the product answers, by the name of its file. Others are reported as not built. */
export const adapters: Readonly<Record<string, Adapter>> = {
  ...randomNumberAdapters,
  ...specialFunctionAdapters,
  ...numericAdapters,
  ...categoricalAdapters,
  ...decisionAdapters,
  ...qualityAdapters,
  ...sliceAdapters,
  ...fairnessAdapters,
  ...estimateAdapters,
  ...behaviourAdapters,
  ...classificationAdapters,
  ...regressionAdapters,
  ...rankingAdapters,
  ...inferenceAdapters,
};
