import { binsChart } from '../../../charts/binsChart.ts';
import type { Chart, ChartWords } from '../../../charts/chart.ts';
import type { ResidualCurves } from '../result.ts';

/** Errors of both sides: prediction minus truth, so that what lies to the right was predicted too high. */
export function errorsChart(reference: ResidualCurves | null, current: ResidualCurves, words: ChartWords): Chart {
  const { labels } = words;
  return binsChart(
    {
      edges: current.histogram.edges,
      reference: reference?.histogram.counts ?? null,
      current: current.histogram.counts,
      title: labels.evChartErrors,
      x: labels.evError,
      rule: { at: 0, text: labels.evNoError },
      height: 220,
    },
    words,
  );
}
