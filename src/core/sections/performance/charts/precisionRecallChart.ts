import type { Chart, ChartWords } from '../../../charts/chart.ts';
import { curvesChart } from '../../../charts/curvesChart.ts';
import { fill } from '../../../format/fill.ts';
import { formatShare } from '../../../format/share.ts';
import type { ScoreCurves } from '../result.ts';

/** Precision against recall of both sides. By chance precision is the share of positives in current, whatever the recall. */
export function precisionRecallChart(reference: ScoreCurves | null, current: ScoreCurves, words: ChartWords): Chart {
  const { locale, labels } = words;
  const curve = ({ precisionRecall }: ScoreCurves) => ({ x: precisionRecall.recall, y: precisionRecall.precision });
  const base = current.positives / Math.max(1, current.positives + current.negatives);
  return curvesChart(
    {
      reference: reference === null ? null : curve(reference),
      current: curve(current),
      title: labels.evChartPrecisionRecall,
      x: labels.evRecall,
      y: labels.evPrecision,
      chance: { from: [0, base], to: [1, base], name: fill(labels.evChanceShare, formatShare(base, locale)) },
    },
    words,
  );
}
