/** Words of the page on choosing a threshold. */
export const thresholdLabels = {
  evThreshold: 'threshold',
  evThresholdChosen: 'chosen threshold',
  evThresholdInUse: 'In use: {0}',
  evThresholdCheapest: 'Lowest cost: {0}',
  evCheapest: 'lowest cost',
  evCostPerRow: 'cost per row',
  evCostFalsePositive: 'cost of a false positive',
  evCostFalseNegative: 'cost of a miss',
  evCostWrong: 'A cost is a number from 0 on.',
  evChartThreshold: 'Precision, recall and F1 by threshold',
  evChartCost: 'Cost per row by threshold',
  evTruePositives: 'true positives',
  evFalsePositives: 'false positives',
  evFalseNegatives: 'false negatives',
  evTrueNegatives: 'true negatives',
} as const;
