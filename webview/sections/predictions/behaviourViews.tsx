import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { shareBarsChart } from '../../../src/core/charts/shareBarsChart.ts';
import type { PageLabelKey } from '../../../src/core/sections/pageLabelKeys.ts';
import type { PerformanceResult } from '../../../src/core/sections/performance/result.ts';
import { type BehaviourSeries, behaviourTimeChart } from '../../../src/core/sections/predictions/charts/behaviourTimeChart.ts';
import { predictedValuesChart, scoresOfClassChart } from '../../../src/core/sections/predictions/charts/scoreCharts.ts';
import type { PredictionsResult } from '../../../src/core/sections/predictions/result.ts';
import { Dropdown } from '../../common/controls.ts';
import { Tabs } from '../../common/tabs.tsx';
import { ChartWithTable } from '../../report/chartWithTable.tsx';
import { label, type Page, usePage } from '../../report/pageContext.ts';
import { go, navigation } from '../evaluationPage.ts';

type View = 'scores' | 'classes' | 'time';
const viewLabels: Readonly<Record<View, PageLabelKey>> = { scores: 'evTabScores', classes: 'evTabClasses', time: 'tabTime' };

interface PredictionsProps {
  readonly predictions: PredictionsResult;
}

/** `curves`: of the scores by class, where there are labels. */
interface ScoresProps extends PredictionsProps {
  readonly curves: PerformanceResult['curves'];
}

/** Pictures of the predictions: their scores or values, the predicted classes, and both over time. */
export function BehaviourViews({ predictions, curves }: ScoresProps): VNode | null {
  const page = usePage();
  const { behaviour, columns } = predictions;
  const views: View[] = [];
  if (behaviour.histogram !== null || curves !== null) views.push('scores');
  if (behaviour.classes.length > 0) views.push('classes');
  if (page.report.time !== null && behaviour.chunks.length > 1) views.push('time');
  const chosen = views.find((view) => view === navigation(page).behaviour) ?? views[0];
  if (chosen === undefined) return null;
  const valuesOnly = columns.task === 'regression';
  return (
    <div class="details">
      <h3>{label(page, 'evBehaviour')}</h3>
      <Tabs
        group="behaviour"
        label={label(page, 'evBehaviourTabs')}
        tabs={views.map((view) => ({
          id: view,
          text: label(page, view === 'scores' && valuesOnly ? 'evTabValues' : viewLabels[view]),
        }))}
        chosen={chosen}
        onChoose={(view) => go(page, { behaviour: view })}
      >
        {chosen === 'scores' && <Scores predictions={predictions} curves={curves} />}
        {chosen === 'classes' && (
          <ChartWithTable
            name="predicted-classes"
            chart={shareBarsChart(
              behaviour.classes.map((row) => ({ ...row, name: row.label })),
              label(page, 'evPredictedClass'),
              label(page, 'evChartClasses'),
              page.words,
            )}
          />
        )}
        {chosen === 'time' && <OverTime predictions={predictions} />}
      </Tabs>
    </div>
  );
}

function Scores({ predictions, curves }: ScoresProps): VNode | null {
  const { words } = usePage();
  const { behaviour, columns, threshold, classes } = predictions;
  const charts = useMemo(() => {
    if (curves !== null && columns.positive !== null) {
      const other = classes.find((name) => name !== columns.positive) ?? '';
      return [
        scoresOfClassChart(curves, { part: 'positive', name: columns.positive, threshold }, words),
        scoresOfClassChart(curves, { part: 'negative', name: other, threshold }, words),
      ];
    }
    const chart = predictedValuesChart(behaviour, columns.task !== 'regression', words);
    return chart === null ? [] : [chart];
  }, [predictions, curves, words]);
  return (
    <>
      {charts.map((chart) => (
        <div key={chart.description}>
          <h4>{chart.description}</h4>
          <ChartWithTable chart={chart} name="scores" />
        </div>
      ))}
    </>
  );
}

function OverTime({ predictions }: PredictionsProps): VNode | null {
  const page = usePage();
  const { behaviour, columns } = predictions;
  const options = seriesOf(page, predictions);
  const chosen = options.find((option) => option.value === navigation(page).series) ?? options[0];
  const { time } = page.report;
  const chart = useMemo(
    () =>
      time === null || chosen === undefined
        ? null
        : behaviourTimeChart(time, behaviour, { series: chosen.series, name: chosen.text, chunkNames: page.text.chunkNames }, page.words),
    [time, behaviour, columns, chosen?.value, page.words, page.text],
  );
  if (chart === null || chosen === undefined) return <p class="muted">{label(page, 'nothingToDraw')}</p>;
  return (
    <>
      {options.length > 1 && (
        <Dropdown
          label={label(page, 'evSeries')}
          value={chosen.value}
          options={options}
          onChange={(value) => go(page, { series: value })}
        />
      )}
      <ChartWithTable chart={chart} name={`predictions-${chosen.value}`} />
    </>
  );
}

function seriesOf(page: Page, { behaviour, columns }: PredictionsResult): { value: string; text: string; series: BehaviourSeries }[] {
  const has = (value: (chunk: (typeof behaviour.chunks)[number]) => number | null | undefined): boolean =>
    behaviour.chunks.some((chunk) => typeof value(chunk) === 'number');
  const found: { value: string; text: string; series: BehaviourSeries }[] = [];
  if (has((chunk) => chunk.mean)) {
    const text = label(page, columns.task === 'regression' ? 'evMeanPrediction' : 'evMeanConfidence');
    found.push({ value: 'mean', text, series: { kind: 'mean' } });
  }
  if (has((chunk) => chunk.lowConfidence)) {
    found.push({ value: 'low', text: label(page, 'evLowConfidence'), series: { kind: 'low_confidence' } });
  }
  behaviour.classes.slice(0, 6).forEach((row, index) => {
    if (!has((chunk) => chunk.shares[index])) return;
    found.push({ value: `class${index}`, text: label(page, 'evShareOf', row.label), series: { kind: 'class', index } });
  });
  return found;
}
