import type { Adapter } from '../golden.ts';
import { categoricalAdapters } from './categorical.ts';
import { classificationAdapters } from './classification.ts';
import { decisionAdapters } from './decision.ts';
import { inferenceAdapters } from './inference.ts';
import { numericAdapters } from './numeric.ts';
import { qualityAdapters } from './quality.ts';
import { randomNumberAdapters } from './randomNumbers.ts';
import { rankingAdapters } from './ranking.ts';
import { regressionAdapters } from './regression.ts';
import { specialFunctionAdapters } from './specialFunctions.ts';

/** Every method of the goldens that the product answers, by the name of its file. Others are reported as not built. */
export const adapters: Readonly<Record<string, Adapter>> = {
  ...randomNumberAdapters,
  ...specialFunctionAdapters,
  ...numericAdapters,
  ...categoricalAdapters,
  ...decisionAdapters,
  ...qualityAdapters,
  ...classificationAdapters,
  ...regressionAdapters,
  ...rankingAdapters,
  ...inferenceAdapters,
};
