import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { formatFixed } from '../../../src/core/format/fixed.ts';
import { formatNumber } from '../../../src/core/format/number.ts';
import type { Evaluation } from '../../../src/core/report/evaluationOf.ts';
import { costChart, thresholdChart, thresholdSignal } from '../../../src/core/sections/performance/charts/thresholdCharts.ts';
import { cheapestThreshold, thresholdPoints } from '../../../src/core/sections/performance/charts/thresholdPoint.ts';
import type { ConfusionMatrix, ScoreCurves } from '../../../src/core/sections/performance/result.ts';
import { Button, TextField } from '../../common/controls.ts';
import { ChartWithTable } from '../../report/chartWithTable.tsx';
import { label, usePage } from '../../report/pageContext.ts';
import { go, navigation } from '../evaluationPage.ts';
import { ConfusionTable } from './confusionTable.tsx';

interface ThresholdViewProps {
  readonly evaluation: Evaluation;
  readonly curves: NonNullable<Evaluation['curves']>;
}

/** What deciding at another threshold would come to: a slider, the confusion matrix and the numbers there, and their curves. */
export function ThresholdView({ evaluation, curves }: ThresholdViewProps): VNode {
  const page = usePage();
  const { words } = page;
  const { locale } = words;
  const state = navigation(page);
  const inUse = evaluation.threshold ?? 0.5;
  const costs = {
    falsePositive: state.falsePositive ?? evaluation.costs?.falsePositive ?? 1,
    falseNegative: state.falseNegative ?? evaluation.costs?.falseNegative ?? 1,
  };
  const points = useMemo(() => thresholdPoints(curves.current, costs), [curves, costs.falsePositive, costs.falseNegative]);
  const charts = useMemo(() => [thresholdChart(points, words), costChart(points, words)] as const, [points, words]);
  const at = nearest(points, state.threshold ?? inUse);
  const point = points[at]!;
  const best = cheapestThreshold(points);
  const move = (threshold: number): void => go(page, { threshold });
  const written = formatFixed(point.at, 2, locale);
  const values = { [thresholdSignal]: point.at };
  const numbers = [
    ['evPrecision', point.precision],
    ['evRecall', point.recall],
    ['evF1', point.f1],
  ] as const;
  return (
    <div class="threshold">
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
          onInput={(event) => move(points[Number(event.currentTarget.value)]!.at)}
        />
        <output for="threshold-slider">{written}</output>
      </div>
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
      <ConfusionTable
        matrix={matrixAt(evaluation, point)}
        reference={curves.reference === null ? null : matrixAt(evaluation, countsAt(curves.reference, at))}
        caption={label(page, 'evConfusionAt', written)}
      />
      <ChartWithTable chart={charts[0]} name="threshold" values={values} />
      <ChartWithTable chart={charts[1]} name="cost" values={values} />
    </div>
  );
}

/** A cost to type in; what is no number from 0 on is said and not taken. */
function CostField({ which, value }: { readonly which: 'falsePositive' | 'falseNegative'; readonly value: number }): VNode {
  const page = usePage();
  const [typed, setTyped] = useState(String(value));
  const wrong = !isCost(typed);
  const type = (text: string): void => {
    setTyped(text);
    if (isCost(text)) go(page, { [which]: Number(text.replace(',', '.')) });
  };
  const name = label(page, which === 'falsePositive' ? 'evCostFalsePositive' : 'evCostFalseNegative');
  return (
    <span class="cost-field">
      <span aria-hidden="true">{name}</span>
      <TextField label={name} hint="1" value={typed} onInput={type} />
      {wrong && (
        <span class="failed" role="alert">
          {label(page, 'evCostWrong')}
        </span>
      )}
    </span>
  );
}

function isCost(text: string): boolean {
  const cost = Number(text.replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(cost) && cost >= 0;
}

function nearest(points: readonly { readonly at: number }[], threshold: number): number {
  let best = 0;
  points.forEach((point, i) => {
    if (Math.abs(point.at - threshold) < Math.abs(points[best]!.at - threshold)) best = i;
  });
  return best;
}

interface Counts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

function countsAt({ thresholds }: ScoreCurves, at: number): Counts {
  return { tp: thresholds.tp[at]!, fp: thresholds.fp[at]!, fn: thresholds.fn[at]!, tn: thresholds.tn[at]! };
}

/** Classes in the order of the report's own confusion matrix. */
function matrixAt({ columns, classes }: Evaluation, { tp, fp, fn, tn }: Counts): ConfusionMatrix {
  const positive = columns.positive ?? classes[1] ?? '1';
  const negative = classes.find((name) => name !== positive) ?? '0';
  const positiveFirst = classes[0] === positive;
  const [found, alarms] = positiveFirst
    ? [
        [tp, fn],
        [fp, tn],
      ]
    : [
        [fn, tp],
        [tn, fp],
      ];
  return {
    labels: positiveFirst ? [positive, negative] : [negative, positive],
    others: 0,
    counts: positiveFirst ? [found!, alarms!] : [alarms!, found!],
  };
}
