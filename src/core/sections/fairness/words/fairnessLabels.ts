/** Words of the page on gaps between groups. */
export const fairnessLabels = {
  evFairnessTitle: 'Fairness between groups',
  evRateShown: 'Rate',
  evSelectionRate: 'selection rate',
  evRateByGroup: '{0} by {1}',
  evGap: 'gap',
  evGapsOf: 'Gaps between the groups of {0}',
  evBreached: 'beyond the limit',
  evWithin: 'within the limit',
} as const;
