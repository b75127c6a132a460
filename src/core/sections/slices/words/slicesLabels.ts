/** Words of the page on where the model is worst. */
export const slicesLabels = {
  evSlicesTitle: 'Where it is worst',
  evWorst: 'Worst slices',
  evFallen: 'Got worse most since reference',
  evSlice: 'slice',
  evEveryGroup: 'Every group of a column',
  evSegmentColumn: 'Column',
  evBySegment: '{0} by {1}',
  evOverall: 'all rows: {0}',
} as const;
