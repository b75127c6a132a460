/** Words of the page on the errors of a regression. */
export const errorLabels = {
  evError: 'error (prediction − truth)',
  evNoError: 'no error',
  evMedianError: 'median error',
  evMiddleHalf: 'middle half',
  evMiddleNine: 'middle nine tenths',
  evErrorBands: 'middle half and nine tenths of the errors',
  evMeanError: 'mean error',
  evTrueValue: 'true value',
  evTrueValueFrom: 'tenths of the rows by true value, from …',
  evChartErrors: 'Distribution of the errors',
  evChartErrorByPrediction: 'Errors by predicted value',
  evChartErrorByDecile: 'Mean absolute error by tenths of the true value',
} as const;
