import { modelVerdict } from '../check/modelVerdict.ts';
import { type ConfusionCounts, confusionCounts } from '../measures/classification/confusionCounts.ts';
import { binaryScores } from '../measures/measuresOf.ts';
import { type Residuals, residualCurves, residualEdges } from '../measures/regression/residualCurves.ts';
import type { Predictions } from '../read/predictions.ts';
import { classRows, confusionMatrix } from '../sections/performance/compute/confusion.ts';
import { limitsWithoutLabels, measuresPart } from '../sections/performance/compute/measuresPart.ts';
import { scoreCurves, scoreEdges } from '../sections/performance/compute/scoreCurves.ts';
import { seasonPart } from '../sections/performance/compute/seasonPart.ts';
import type { MeasureRow, PerformanceResult } from '../sections/performance/result.ts';
import { labelsEnd } from '../sections/predictions/compute/labelsEnd.ts';
import type { Evaluated } from './evaluatedPredictions.ts';
import type { PartMaker } from './partMaker.ts';

/** The measures of the predictions; without labels those that limits ask for, none of which has a value. */
export async function measureRows({ input, settled, context, rows, labelled, chunks }: Evaluated, maker: PartMaker): Promise<MeasureRow[]> {
  const limits = input.spec.evaluate?.limits ?? {};
  const { current } = settled;
  const { signal } = input.run;
  if (rows.current.labelled === 0) return limitsWithoutLabels(limits, context, current);
  return maker.attempt('measures', [], () => measuresPart({ reference: labelled, current, context, limits, chunks, signal }));
}

/** How good the predictions are: the measures, and what lies behind them. Parts that fail are empty. */
export async function performanceResult(
  { input, settled, context, rows, labelled, chunks }: Evaluated,
  measures: readonly MeasureRow[],
  maker: PartMaker,
): Promise<PerformanceResult> {
  const { classes, columns, current, positive } = settled;
  const { task } = columns;
  const judged = rows.current.labelled > 0;
  const confusion = { reference: confusionOf(labelled, classes), current: judged ? confusionOf(current, classes) : null };
  const verdict = modelVerdict({ columns, measures, rows });
  const season = await maker.attempt('season', null, () => seasonPart(input, { reference: labelled, current, context }, measures, verdict));
  const curves = task === 'binary' && judged ? await maker.attempt('curves', null, () => curvesOf(labelled, current, positive)) : null;
  const residuals = task === 'regression' && judged ? await maker.attempt('residuals', null, () => residualsOf(labelled, current)) : null;
  const blockBy = input.calendar?.by ?? (input.spec.columns?.group === undefined ? null : 'group');
  return {
    measures,
    verdict,
    rival: confusion.current === null ? null : trivialRival(confusion.current, classes),
    season,
    labelsEnd: labelsEnd(current, task, chunks.current),
    clusters: current.blockOf === null ? null : clustersOf(measures, blockBy),
    confusion: confusion.current && {
      reference: confusion.reference && confusionMatrix(confusion.reference, classes),
      current: confusionMatrix(confusion.current, classes),
    },
    byClass: confusion.current === null ? [] : classRows(confusion.current, confusion.reference, classes),
    curves,
    residuals,
  };
}

function confusionOf(p: Predictions | null, classes: readonly string[]): ConfusionCounts | null {
  return p?.actual && p.predicted ? confusionCounts(p.actual, p.predicted, classes.length) : null;
}

/** What rows are taken together by, when any measure's interval does. */
function clustersOf(measures: PerformanceResult['measures'], by: PerformanceResult['clusters']): PerformanceResult['clusters'] {
  return measures.some(({ current }) => current.interval?.method === 'by_block') ? by : null;
}

/** The most frequent true class, and how often always saying it would be right. */
function trivialRival({ actual, total }: ConfusionCounts, classes: readonly string[]): PerformanceResult['rival'] {
  if (!(total > 0)) return null;
  const most = actual.reduce((best, n, c) => (n > actual[best]! ? c : best), 0);
  // Of one class always saying it is no rival: nothing else could be right.
  return actual[most] === total ? null : { label: classes[most]!, accuracy: actual[most]! / total };
}

function curvesOf(reference: Predictions | null, current: Predictions, positive: number): PerformanceResult['curves'] {
  const now = binaryScores(current, positive);
  if (now === null) return null;
  const past = reference === null ? null : binaryScores(reference, positive);
  const edges = scoreEdges(past === null ? [now] : [past, now]);
  const curves = scoreCurves(now, edges);
  return curves === null ? null : { reference: past === null ? null : scoreCurves(past, edges), current: curves };
}

function residualsOf(reference: Predictions | null, current: Predictions): PerformanceResult['residuals'] {
  const now = finite(current);
  if (now === null || now.target.length === 0) return null;
  const past = reference === null ? null : finite(reference);
  const sides = past === null || past.target.length === 0 ? [now] : [past, now];
  const edges = residualEdges(sides);
  return { reference: sides.length === 1 ? null : residualCurves(past!, edges), current: residualCurves(now, edges) };
}

function finite({ target, forecast }: Predictions): Residuals | null {
  if (target === null || forecast === null) return null;
  const usable = (_: number, i: number): boolean => Number.isFinite(target[i]! - forecast[i]!);
  return { target: target.filter(usable), forecast: forecast.filter(usable) };
}
