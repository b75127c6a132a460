/**
 * `mix_shift`: inputs or scores moved, outcomes at equal scores did not · `concept`: outcomes at equal scores changed · `label`: only the rates of
 * outcomes changed, scores among rows of equal outcome did not · `several`: inputs and outcomes at equal scores both changed · `none` · `cannot_tell`.
 */
export type Reading = 'mix_shift' | 'concept' | 'label' | 'several' | 'none' | 'cannot_tell';

/** How evidence reads. @param onlyRates whether scores among rows of equal outcome are as they were, better than the scores are. */
export function readingOf(changed: {
  readonly moved: boolean;
  readonly label: boolean;
  readonly concept: boolean;
  readonly onlyRates: boolean;
}): Reading {
  // A change of rates moves the scores and leaves them among rows of equal outcome; a change of the concept does the opposite. Where
  // neither test is clear, the better agreement decides.
  if (changed.label && changed.concept && changed.onlyRates) return 'label';
  if (changed.concept) return changed.moved ? 'several' : 'concept';
  if (changed.moved) return 'mix_shift';
  return changed.label ? 'label' : 'none';
}
