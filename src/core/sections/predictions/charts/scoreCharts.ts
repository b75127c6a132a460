import { binsChart } from '../../../charts/binsChart.ts';
import type { Chart, ChartWords } from '../../../charts/chart.ts';
import { fill } from '../../../format/fill.ts';
import { formatNumber } from '../../../format/number.ts';
import type { ScoreCurves } from '../../performance/result.ts';
import type { Behaviour } from '../result.ts';

/** Scores of the rows that truly are of one class, on both sides. `className` is that class. */
export function scoresOfClassChart(
  reference: ScoreCurves | null,
  current: ScoreCurves,
  part: 'positive' | 'negative',
  className: string,
  threshold: number | null,
  words: ChartWords,
): Chart {
  const { labels, locale } = words;
  return binsChart(
    {
      edges: current.byClass.edges,
      reference: reference === null ? null : reference.byClass[part],
      current: current.byClass[part],
      title: fill(labels.evChartScoresOf, className),
      x: labels.evScore,
      rule: threshold === null ? null : { at: threshold, text: fill(labels.evThresholdAt, formatNumber(threshold, locale)) },
    },
    words,
  );
}

/** Scores or predicted values of all rows on both sides; null where there are none. */
export function predictedValuesChart(behaviour: Behaviour, scores: boolean, words: ChartWords): Chart | null {
  const { histogram } = behaviour;
  if (histogram === null || histogram.edges.length < 2) return null;
  const { labels } = words;
  return binsChart(
    { ...histogram, title: scores ? labels.evChartScores : labels.evChartPredicted, x: scores ? labels.evScore : labels.evPredicted },
    words,
  );
}
