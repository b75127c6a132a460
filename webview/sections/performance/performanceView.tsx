import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Chart } from '../../../src/core/charts/chart.ts';
import type { MeasureText } from '../../../src/core/report/evaluationText.ts';
import { resultOf } from '../../../src/core/report/sectionOf.ts';
import { errorByDecileChart } from '../../../src/core/sections/performance/charts/errorByDecileChart.ts';
import { errorByPredictionChart } from '../../../src/core/sections/performance/charts/errorByPredictionChart.ts';
import { errorsChart } from '../../../src/core/sections/performance/charts/errorsChart.ts';
import { gainChart, liftChart } from '../../../src/core/sections/performance/charts/liftCharts.ts';
import { measureTimeChart } from '../../../src/core/sections/performance/charts/measureTimeChart.ts';
import { precisionRecallChart } from '../../../src/core/sections/performance/charts/precisionRecallChart.ts';
import { reliabilityChart } from '../../../src/core/sections/performance/charts/reliabilityChart.ts';
import { rocChart } from '../../../src/core/sections/performance/charts/rocChart.ts';
import type { MeasureRow, PerformanceResult } from '../../../src/core/sections/performance/result.ts';
import { ChartWithTable } from '../../report/chartWithTable.tsx';
import { label, type Page, usePage } from '../../report/pageContext.ts';
import { ByClassTable } from './byClassTable.tsx';
import { ConfusionTable } from './confusionTable.tsx';
import type { PerformanceViewName } from './measureDetails.tsx';
import { measureKey } from './measureKey.ts';
import { ThresholdView } from './thresholdView.tsx';

interface PerformanceViewProps {
  readonly performance: PerformanceResult;
  readonly view: PerformanceViewName;
  readonly row: MeasureRow;
  readonly text: MeasureText;
}

/** One tab of the performance. */
export function PerformanceView(props: PerformanceViewProps): VNode {
  const page = usePage();
  const { view, performance, row } = props;
  const charts = useMemo(() => chartsOf(page, props), [page.report, page.text, performance, view, measureKey(row)]);
  const predictions = resultOf(page.report, 'predictions');
  if (view === 'threshold' && performance.curves !== null && predictions !== null)
    return <ThresholdView predictions={predictions} curves={performance.curves} />;
  if (view === 'confusion' && performance.confusion !== null) {
    const { current, reference } = performance.confusion;
    return <ConfusionTable matrix={current} reference={reference} caption={label(page, 'evConfusionCaption')} />;
  }
  if (view === 'classes') return <ByClassTable rows={performance.byClass} />;
  if (charts.length === 0) return <p class="muted">{label(page, 'nothingToDraw')}</p>;
  return (
    <>
      {charts.map((chart, index) => (
        <ChartWithTable key={`${view}${index}`} chart={chart} name={view === 'time' ? `${measureKey(row)}-time` : view} />
      ))}
    </>
  );
}

function chartsOf(page: Page, { view, performance, row, text }: PerformanceViewProps): Chart[] {
  const { words, report } = page;
  const { curves, residuals } = performance;
  if (view === 'time') {
    const chart = report.time === null ? null : measureTimeChart(report.time, row, text.name, page.text.chunkNames, words);
    return chart === null ? [] : [chart];
  }
  if (curves !== null) {
    if (view === 'roc') return [rocChart(curves.reference, curves.current, words)];
    if (view === 'precisionRecall') return [precisionRecallChart(curves.reference, curves.current, words)];
    if (view === 'lift') {
      return [gainChart(curves.reference, curves.current, words), liftChart(curves.reference, curves.current, words)];
    }
    if (view === 'reliability') return [reliabilityChart(curves.reference, curves.current, words)];
  }
  if (residuals !== null) {
    if (view === 'errors') return [errorsChart(residuals.reference, residuals.current, words)];
    if (view === 'byPrediction') return [errorByPredictionChart(residuals.reference, residuals.current, words)];
    if (view === 'byDecile') return [errorByDecileChart(residuals.reference, residuals.current, words)];
  }
  return [];
}
