import { sumOverSteps, type WeightedSample } from './weightedSteps.ts';

/**
 * Wasserstein-1 distance of two weighted samples, in data units: the value-count form of `wasserstein`.
 * Same as scipy.stats.wasserstein_distance with weights (1.10.1).
 */
export function wassersteinWeighted(reference: WeightedSample, current: WeightedSample): number {
  return sumOverSteps(reference, current, Math.abs);
}
