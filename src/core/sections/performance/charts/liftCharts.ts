import type { Chart, ChartWords } from '../../../charts/chart.ts';
import { curvesChart } from '../../../charts/curvesChart.ts';
import type { ScoreCurves } from '../result.ts';

/** Share of the positives among the rows with the highest scores, by the share of rows taken. */
export function gainChart(reference: ScoreCurves | null, current: ScoreCurves, words: ChartWords): Chart {
  const { labels } = words;
  const curve = ({ lift }: ScoreCurves) => ({ x: [0, ...lift.fraction], y: [0, ...lift.gain] });
  return curvesChart(
    {
      reference: reference === null ? null : curve(reference),
      current: curve(current),
      title: labels.evChartGain,
      x: labels.evFraction,
      y: labels.evGain,
      chance: { from: [0, 0], to: [1, 1], name: labels.evChance },
    },
    words,
  );
}

/** How many times more positives the rows with the highest scores hold than as many rows taken by chance. */
export function liftChart(reference: ScoreCurves | null, current: ScoreCurves, words: ChartWords): Chart {
  const { labels } = words;
  const curve = ({ lift }: ScoreCurves) => ({ x: lift.fraction, y: lift.lift });
  const all = [...(reference?.lift.lift ?? []), ...current.lift.lift];
  return curvesChart(
    {
      reference: reference === null ? null : curve(reference),
      current: curve(current),
      title: labels.evChartLift,
      x: labels.evFraction,
      y: labels.evLift,
      top: Math.max(1.2, ...all) * 1.05,
      chance: { from: [0, 1], to: [1, 1], name: labels.evChance },
    },
    words,
  );
}
