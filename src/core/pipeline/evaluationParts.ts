import { modelVerdict } from '../check/modelVerdict.ts';
import { type ConfusionCounts, confusionCounts } from '../measures/classification/confusionCounts.ts';
import { measuresByBlock } from '../measures/measuresByBlock.ts';
import { binaryScores, type MeasureContext } from '../measures/measuresOf.ts';
import type { ItemDistance } from '../measures/ranking/itemDistance.ts';
import { type Residuals, residualCurves, residualEdges } from '../measures/regression/residualCurves.ts';
import type { EvaluationInput } from '../read/evaluationInput.ts';
import { nextTurn } from '../read/nextTurn.ts';
import type { Predictions } from '../read/predictions.ts';
import { beyondReference } from '../read/segments/beyondReference.ts';
import { readSegments, segmentNames } from '../read/segments/readSegments.ts';
import type { EvaluationColumns } from '../report/evaluationColumns.ts';
import type { EvaluationNote } from '../report/note.ts';
import type { UncheckedSection } from '../report/section.ts';
import type { LabelMatch } from '../roles/matchLabels.ts';
import { partsOf } from '../roles/partsOf.ts';
import { resourceColumns } from '../roles/resourceColumns.ts';
import { trainingReference } from '../roles/trainingReference.ts';
import { attributionPart } from '../sections/attribution/compute/attributionPart.ts';
import { estimatePart } from '../sections/estimate/compute/estimatePart.ts';
import type { Feature } from '../sections/estimate/compute/featureCoding.ts';
import type { EstimatedMeasure } from '../sections/estimate/compute/measures.ts';
import { measureValue } from '../sections/estimate/compute/measureValue.ts';
import { fairnessPart } from '../sections/fairness/compute/fairnessPart.ts';
import { classRows, confusionMatrix } from '../sections/performance/compute/confusion.ts';
import { countRows } from '../sections/performance/compute/countRows.ts';
import { limitsWithoutLabels, measuresPart } from '../sections/performance/compute/measuresPart.ts';
import { scoreCurves, scoreEdges } from '../sections/performance/compute/scoreCurves.ts';
import { seasonPart } from '../sections/performance/compute/seasonPart.ts';
import type { PerformanceResult } from '../sections/performance/result.ts';
import { behaviourPart } from '../sections/predictions/compute/behaviourPart.ts';
import { evaluationNotes } from '../sections/predictions/compute/evaluationNotes.ts';
import { labelsEnd } from '../sections/predictions/compute/labelsEnd.ts';
import type { PredictionsResult } from '../sections/predictions/result.ts';
import { resourcesPart } from '../sections/resources/compute/resourcesPart.ts';
import { lossMeasure, rowLoss } from '../sections/slices/compute/rowLoss.ts';
import { slicesPart } from '../sections/slices/compute/slicesPart.ts';
import type { BlockSpread } from '../stats/blocks/blockVariance.ts';
import type { SegmentPair } from '../stats/groups/segmentColumn.ts';

const mostClassesNamed = 100;

/** Predictions as they were read, and what was settled about them. */
export interface Settled {
  readonly columns: EvaluationColumns;
  readonly classes: readonly string[];
  readonly positive: number;
  readonly threshold: number | null;
  readonly k: number;
  readonly byRank: boolean;
  readonly items: ItemDistance | null;
  readonly reference: Predictions | null;
  readonly current: Predictions;
  readonly weighted: boolean;
  /** Labels that were taken for others, spelled differently. */
  readonly spelling: LabelMatch['changed'];
  /** Remarks on what was read. */
  readonly notes: readonly EvaluationNote[];
  /** Scores on another scale than that of probabilities, with nothing that says where they are cut. */
  readonly uncut: boolean;
}

/** Makes the sections of an evaluation one after the other. Each may fail by itself, and so may parts of the performance: what is not there is told. */
export async function evaluationParts(input: EvaluationInput, settled: Settled): Promise<readonly UncheckedSection[]> {
  const { spec, time, run } = input;
  const { columns, classes, positive, reference, current } = settled;
  const { task } = columns;
  const parts = partsOf(columns);
  const training = trainingReference(spec);
  const resources = resourceColumns(spec, input.profiles.current, new Set(parts.keys()));
  const notes: EvaluationNote[] = [];
  const made = async <T>(
    make: () => T | Promise<T>,
  ): Promise<{ readonly result: T; readonly failed: null } | { readonly result: null; readonly failed: string }> => {
    // Gives the worker's loop a turn, so that a cancel can arrive between two parts.
    await nextTurn();
    run.signal.throwIfAborted();
    run.progress({ stage: 'evaluating', done: 0, total: 0, item: null });
    try {
      return { result: await make(), failed: null };
    } catch (error) {
      run.signal.throwIfAborted();
      return { result: null, failed: error instanceof Error ? error.message : String(error) };
    }
  };
  const attempt = async <T>(part: string, empty: T, make: () => T | Promise<T>): Promise<T> => {
    const { result, failed } = await made(make);
    if (failed === null) return result;
    notes.push({ code: 'part_failed', side: null, values: { part, error: failed } });
    return empty;
  };
  const rows = { reference: reference === null ? null : countRows(reference, task), current: countRows(current, task) };
  const context: MeasureContext = {
    task,
    classes: classes.length,
    positive,
    k: settled.k,
    byRank: settled.byRank,
    items: settled.items,
    neighbours: input.calendar === null || input.calendar.by === 'group' ? null : input.correlation,
  };
  const chunks = { reference: time?.referenceChunks.length ?? 0, current: time?.chunks.length ?? 0 };
  const labelled = rows.reference !== null && rows.reference.labelled > 0 ? reference : null;
  const behaviour = behaviourPart(reference, current, { task, classes, positive, chunks: chunks.current });
  const measures =
    rows.current.labelled === 0
      ? limitsWithoutLabels(spec.evaluate?.limits ?? {}, context, current)
      : await attempt('measures', [], () =>
          measuresPart({ reference: labelled, current, context, limits: spec.evaluate?.limits ?? {}, chunks, signal: run.signal }),
        );
  const counts = (p: Predictions | null) => (p?.actual && p.predicted ? confusionCounts(p.actual, p.predicted, classes.length) : null);
  const confusion = { reference: counts(labelled), current: rows.current.labelled === 0 ? null : counts(current) };
  const measure = lossMeasure(current, task);
  const names = segmentNames(input, columns);
  const needsSegments =
    (measure !== null && rows.current.labelled > 0) || task === 'regression' || labelled !== null || spec.evaluate?.groups !== undefined;
  const segments = needsSegments ? await attempt('segments', [], () => readSegments(input, names)) : [];
  const loss =
    measure === null || rows.current.labelled === 0
      ? null
      : {
          measure,
          current: rowLoss(current, measure),
          reference: labelled === null || lossMeasure(labelled, task) === null ? null : rowLoss(labelled, measure),
        };
  const verdict = modelVerdict({ columns, measures, rows });
  const season = await attempt('season', null, () => seasonPart(input, { reference: labelled, current, context }, measures, verdict));
  const performance: PerformanceResult = {
    measures,
    verdict,
    rival: confusion.current === null ? null : trivialRival(confusion.current, classes),
    season,
    labelsEnd: labelsEnd(current, task, chunks.current),
    clusters:
      current.blockOf === null ? null : clustersOf(measures, input.calendar?.by ?? (spec.columns?.group === undefined ? null : 'group')),
    confusion:
      confusion.current === null
        ? null
        : {
            reference: confusion.reference === null ? null : confusionMatrix(confusion.reference, classes),
            current: confusionMatrix(confusion.current, classes),
          },
    byClass: confusion.current === null ? [] : classRows(confusion.current, confusion.reference, classes),
    curves:
      task === 'binary' && rows.current.labelled > 0 ? await attempt('curves', null, () => curvesOf(labelled, current, positive)) : null,
    residuals:
      task === 'regression' && rows.current.labelled > 0 ? await attempt('residuals', null, () => residualsOf(labelled, current)) : null,
  };
  const sections: UncheckedSection[] = [];
  if (resources.length > 0) {
    const cost = await made(() => resourcesPart(resources, input.tables, spec.evaluate?.limits ?? {}, run.signal));
    sections.push({ kind: 'resources', notes: [], failed: cost.failed, result: cost.result === null ? null : { columns: cost.result } });
  }
  if (labelled !== null) {
    const estimate = await made(() =>
      estimatePart({
        task,
        reference: labelled,
        current,
        positive,
        features: task === 'regression' ? featuresOf(segments) : { reference: [], current: [] },
        chunks,
        beyond: beyondReference(segments, () => signalsOf(labelled, task)),
        signal: run.signal,
        spread: spreadOf(labelled, context),
        realised: (p: Predictions, name: EstimatedMeasure) => measureValue(p, name, context),
      }),
    );
    if (isThere(estimate)) sections.push({ kind: 'estimate', notes: [], ...estimate });
  }
  if (loss !== null && segments.length > 0) {
    const slices = await made(() =>
      slicesPart(segments, { reference: loss.reference, current: loss.current }, loss.measure, {
        reference: labelled?.blockOf ?? null,
        current: current.blockOf,
      }),
    );
    if (isThere(slices)) sections.push({ kind: 'slices', notes: [], ...slices });
  }
  if (task === 'binary' && (spec.evaluate?.groups ?? []).length > 0) {
    const fairness = await made(() =>
      (spec.evaluate?.groups ?? []).flatMap((name) => {
        const segment = segments.find((s) => s.current.name === name);
        return segment === undefined ? [] : (fairnessPart(segment.current, current, positive) ?? []);
      }),
    );
    sections.push({
      kind: 'fairness',
      notes: [],
      failed: fairness.failed,
      result: fairness.result === null ? null : { groups: fairness.result },
    });
  }
  if (loss !== null && loss.reference !== null && labelled !== null) {
    const attribution = await made(() =>
      attributionPart({
        measure: loss.measure,
        loss: { reference: loss.reference!, current: loss.current },
        segments,
        columns: input.columns.filter((column) => !parts.has(column.name)),
        task,
        positive,
        classes: classes.length,
        reference: labelled,
        current,
      }),
    );
    if (isThere(attribution)) sections.push({ kind: 'attribution', notes: [], ...attribution });
  }
  const predictions: PredictionsResult = {
    columns,
    classes: classes.slice(0, mostClassesNamed),
    classCount: classes.length,
    threshold: settled.threshold,
    costs: spec.evaluate?.costs ?? null,
    rows,
    training,
    behaviour,
  };
  const remarks = evaluationNotes({
    columns,
    classes: classes.length,
    rows,
    current,
    reference,
    weighted: settled.weighted,
    training,
    spelling: settled.spelling,
    uncut: settled.uncut,
    names: classes,
  });
  return [
    { kind: 'predictions', result: predictions, notes: [...remarks, ...settled.notes, ...notes], failed: null },
    { kind: 'performance', result: performance, notes: [], failed: null },
    ...sections,
  ];
}

/** Whether a section is shown: it was made, or it should have been. */
function isThere<T>(made: { readonly result: T | null; readonly failed: string | null }): boolean {
  return made.result !== null || made.failed !== null;
}

/** How days of the reference differ in a measure: of several classes estimates are means over the classes. */
function spreadOf(reference: Predictions, context: MeasureContext): (measure: EstimatedMeasure) => BlockSpread | null {
  const { spread } = measuresByBlock(reference, context, null);
  const macro = (measure: EstimatedMeasure): string => (measure === 'roc_auc' ? 'roc_auc_ovr_macro' : `${measure}_macro`);
  return (measure) => (context.task === 'multiclass' ? spread.get(`${macro(measure)}@`) : null) ?? spread.get(`${measure}@`) ?? null;
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

/** What the model of an estimate can be wrong about: its errors, and what the model itself says. */
function signalsOf(p: Predictions, task: EvaluationColumns['task']): Float64Array[] {
  const measure = lossMeasure(p, task);
  return [measure === null ? null : rowLoss(p, measure), p.forecast, ...p.scores].filter((signal) => signal !== null);
}

/** Segments as features of a model of the error. */
function featuresOf(segments: readonly SegmentPair[]): { readonly reference: Feature[]; readonly current: Feature[] } {
  const feature = ({ groups, codes }: SegmentPair['current']): Feature => ({
    kind: 'category',
    codes: Int32Array.from(codes),
    levels: groups.map((group) => JSON.stringify(group)),
  });
  return { reference: segments.map((s) => feature(s.reference)), current: segments.map((s) => feature(s.current)) };
}
