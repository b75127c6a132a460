import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { formatFixed } from '../../../src/core/format/fixed.ts';
import { formatNumber } from '../../../src/core/format/number.ts';
import { costChart, thresholdChart, thresholdSignal } from '../../../src/core/sections/performance/charts/thresholdCharts.ts';
import { cheapestThreshold, type ThresholdPoint, thresholdPoints } from '../../../src/core/sections/performance/charts/thresholdPoint.ts';
import type { PerformanceResult } from '../../../src/core/sections/performance/result.ts';
import type { PredictionsResult } from '../../../src/core/sections/predictions/result.ts';
import { Button } from '../../common/controls.ts';
import { ChartWithTable } from '../../report/chartWithTable.tsx';
import { label, usePage } from '../../report/pageContext.ts';
import { go, navigation } from '../evaluationPage.ts';
import { ConfusionTable } from './confusionTable.tsx';
import { CostField } from './costField.tsx';
import { countsAt, matrixAt } from './matrixAt.ts';

interface ThresholdViewProps {
  readonly predictions: PredictionsResult;
  readonly curves: NonNullable<PerformanceResult['curves']>;
}

/** What deciding at another threshold would come to: a slider, the confusion matrix and the numbers there, and their curves. */
export function ThresholdView({ predictions, curves }: ThresholdViewProps): VNode {
  const page = usePage();
  const { words } = page;
  const { locale } = words;
  const state = navigation(page);
  const inUse = predictions.threshold ?? 0.5;
  const costs = {
    falsePositive: state.falsePositive ?? predictions.costs?.falsePositive ?? 1,
    falseNegative: state.falseNegative ?? predictions.costs?.falseNegative ?? 1,
  };
  const points = useMemo(() => thresholdPoints(curves.current, costs), [curves, costs.falsePositive, costs.falseNegative]);
  const charts = useMemo(() => [thresholdChart(points, words), costChart(points, words)] as const, [points, words]);
  const at = nearest(points, state.threshold ?? inUse);
  const point = points[at]!;
  const best = cheapestThreshold(points);
  const move = (threshold: number): void => go(page, { threshold });
  const written = formatFixed(point.at, 2, locale);
  const values = { [thresholdSignal]: point.at };
  return (
    <div class="threshold">
      <ThresholdSlider points={points} at={at} onMove={move} />
      <div class="threshold-actions">
        <Button onClick={() => move(inUse)}>{label(page, 'evThresholdInUse', formatNumber(inUse, locale))}</Button>
        {best !== null && (
          <Button onClick={() => move(best.at)}>{label(page, 'evThresholdCheapest', formatFixed(best.at, 2, locale))}</Button>
        )}
      </div>
      <div class="threshold-actions">
        <CostField which="falsePositive" value={costs.falsePositive} />
        <CostField which="falseNegative" value={costs.falseNegative} />
      </div>
      <ThresholdNumbers point={point} />
      <ConfusionTable
        matrix={matrixAt(predictions, point)}
        reference={curves.reference === null ? null : matrixAt(predictions, countsAt(curves.reference, at))}
        caption={label(page, 'evConfusionAt', written)}
      />
      <ChartWithTable chart={charts[0]} name="threshold" values={values} />
      <ChartWithTable chart={charts[1]} name="cost" values={values} />
    </div>
  );
}

interface ThresholdSliderProps {
  readonly points: readonly ThresholdPoint[];
  /** The point it stands at. */
  readonly at: number;
  readonly onMove: (threshold: number) => void;
}

function ThresholdSlider({ points, at, onMove }: ThresholdSliderProps): VNode {
  const page = usePage();
  const written = formatFixed(points[at]!.at, 2, page.words.locale);
  return (
    <div class="slider-line">
      <label for="threshold-slider">{label(page, 'evThreshold')}</label>
      <input
        type="range"
        id="threshold-slider"
        min={0}
        max={points.length - 1}
        step={1}
        value={at}
        aria-valuetext={written}
        onInput={(event) => onMove(points[Number(event.currentTarget.value)]!.at)}
      />
      <output for="threshold-slider">{written}</output>
    </div>
  );
}

function ThresholdNumbers({ point }: { readonly point: ThresholdPoint }): VNode {
  const page = usePage();
  const { locale } = page.words;
  const numbers = [
    ['evPrecision', point.precision],
    ['evRecall', point.recall],
    ['evF1', point.f1],
  ] as const;
  return (
    <dl class="threshold-numbers" aria-live="polite">
      {numbers.map(([key, value]) => (
        <div key={key}>
          <dt>{label(page, key)}</dt>
          <dd>{value === null ? '–' : formatFixed(value, 3, locale)}</dd>
        </div>
      ))}
      <div>
        <dt>{label(page, 'evCostPerRow')}</dt>
        <dd>{formatNumber(point.cost, locale)}</dd>
      </div>
    </dl>
  );
}

function nearest(points: readonly { readonly at: number }[], threshold: number): number {
  let best = 0;
  points.forEach((point, i) => {
    if (Math.abs(point.at - threshold) < Math.abs(points[best]!.at - threshold)) best = i;
  });
  return best;
}
