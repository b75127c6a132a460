import { binsChart } from '../../../charts/binsChart.ts';
import type { Chart, ChartWords } from '../../../charts/chart.ts';
import { fill } from '../../../format/fill.ts';
import { formatNumber } from '../../../format/number.ts';
import type { ScoreCurves } from '../../performance/result.ts';
import type { Behaviour } from '../result.ts';

interface ClassWish {
  readonly part: 'positive' | 'negative';
  readonly name: string;
  /** From which score on the positive class is predicted. */
  readonly threshold: number | null;
}

/** Scores of the rows that truly are of one class, on both sides. */
export function scoresOfClassChart(
  { reference, current }: { readonly reference: ScoreCurves | null; readonly current: ScoreCurves },
  { part, name, threshold }: ClassWish,
  words: ChartWords,
): Chart {
  const { labels, locale } = words;
  return binsChart(
    {
      edges: current.byClass.edges,
      reference: reference === null ? null : reference.byClass[part],
      current: current.byClass[part],
      title: fill(labels.evChartScoresOf, name),
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
