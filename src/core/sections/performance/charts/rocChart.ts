import type { Chart, ChartWords } from '../../../charts/chart.ts';
import { curvesChart } from '../../../charts/curvesChart.ts';
import type { ScoreCurves } from '../result.ts';

/** ROC curves of both sides: share of the positives found against share of the negatives taken for positive. */
export function rocChart(reference: ScoreCurves | null, current: ScoreCurves, words: ChartWords): Chart {
  const { labels } = words;
  const curve = ({ roc }: ScoreCurves) => ({ x: roc.fpr, y: roc.tpr });
  return curvesChart(
    {
      reference: reference === null ? null : curve(reference),
      current: curve(current),
      title: labels.evChartRoc,
      x: labels.evFpr,
      y: labels.evTpr,
      chance: { from: [0, 0], to: [1, 1], name: labels.evChance },
    },
    words,
  );
}
