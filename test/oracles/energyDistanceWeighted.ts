import { sumOverSteps, type WeightedSample } from './weightedSteps.ts';

/**
 * Energy distance √(2 ∫ (F − G)² dx) of two weighted samples. Same as scipy.stats.energy_distance with weights (1.10.1).
 */
export function energyDistanceWeighted(reference: WeightedSample, current: WeightedSample): number {
  return Math.sqrt(2 * sumOverSteps(reference, current, (difference) => difference * difference));
}
