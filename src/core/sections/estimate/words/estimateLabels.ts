/** Words of the page on estimates without labels. */
export const estimateLabels = {
  evEstimateTitle: 'Estimated without labels',
  evEstimated: 'estimate',
  evRealised: 'what it turned out to be',
  evEstimateReference: 'estimate, reference',
  evEstimateCurrent: 'estimate, current',
  evEstimateLimits: 'range of reference',
  evBeyondLimits: 'beyond the range of reference',
  evChartEstimate: '{0} over time, estimated and as it turned out',
} as const;
