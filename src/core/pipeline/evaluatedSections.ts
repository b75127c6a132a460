import { measuresByBlock } from '../measures/measuresByBlock.ts';
import type { MeasureContext } from '../measures/measuresOf.ts';
import type { Predictions } from '../read/predictions.ts';
import { beyondReference } from '../read/segments/beyondReference.ts';
import type { EvaluationColumns } from '../report/evaluationColumns.ts';
import type { UncheckedSection } from '../report/section.ts';
import { partsOf } from '../roles/partsOf.ts';
import { resourceColumns } from '../roles/resourceColumns.ts';
import { attributionPart } from '../sections/attribution/compute/attributionPart.ts';
import { estimatePart } from '../sections/estimate/compute/estimatePart.ts';
import type { Feature } from '../sections/estimate/compute/featureCoding.ts';
import type { EstimatedMeasure } from '../sections/estimate/compute/measures.ts';
import { measureValue } from '../sections/estimate/compute/measureValue.ts';
import { fairnessPart } from '../sections/fairness/compute/fairnessPart.ts';
import { resourcesPart } from '../sections/resources/compute/resourcesPart.ts';
import { rowLoss, sliceMeasure } from '../sections/slices/compute/rowLoss.ts';
import { slicesPart } from '../sections/slices/compute/slicesPart.ts';
import type { BlockSpread } from '../stats/blocks/blockVariance.ts';
import type { SegmentPair } from '../stats/groups/segmentColumn.ts';
import type { Evaluated } from './evaluatedPredictions.ts';
import type { Made, PartMaker } from './partMaker.ts';

/** Makes a section, or none where there is nothing to say. */
type SectionMaker = (of: Evaluated, segments: readonly SegmentPair[], maker: PartMaker) => Promise<readonly UncheckedSection[]>;

const resources: SectionMaker = async ({ input, settled }, _, { made }) => {
  const { spec, profiles, readers } = input;
  const columns = resourceColumns(spec, profiles.current, new Set(partsOf(settled.columns).keys()));
  if (columns.length === 0) return [];
  const { result, failed } = await made(() => resourcesPart(columns, readers, spec.evaluate?.limits ?? {}));
  return [{ kind: 'resources', notes: [], failed, result: result && { columns: result } }];
};

const estimate: SectionMaker = async ({ input, settled, context, labelled, chunks }, segments, { made }) => {
  if (labelled === null) return [];
  const { current, positive, columns } = settled;
  const { task } = columns;
  const estimated = await made(() =>
    estimatePart({
      task,
      reference: labelled,
      current,
      positive,
      features: task === 'regression' ? featuresOf(segments) : { reference: [], current: [] },
      chunks,
      beyond: beyondReference(segments, () => signalsOf(labelled, task)),
      signal: input.run.signal,
      spread: spreadOf(labelled, context),
      realised: (p: Predictions, name: EstimatedMeasure) => measureValue(p, name, context),
    }),
  );
  return isThere(estimated) ? [{ kind: 'estimate', notes: [], ...estimated }] : [];
};

const slices: SectionMaker = async ({ settled, labelled, loss }, segments, { made }) => {
  if (loss === null || segments.length === 0) return [];
  const blocks = { reference: labelled?.blockOf ?? null, current: settled.current.blockOf };
  const found = await made(() => slicesPart(segments, loss, loss.measure, blocks));
  return isThere(found) ? [{ kind: 'slices', notes: [], ...found }] : [];
};

const fairness: SectionMaker = async ({ input, settled }, segments, { made }) => {
  const groups = input.spec.evaluate?.groups ?? [];
  if (settled.columns.task !== 'binary' || groups.length === 0) return [];
  const { result, failed } = await made(() =>
    groups.flatMap((name) => {
      const segment = segments.find((s) => s.current.name === name);
      return segment === undefined ? [] : (fairnessPart(segment.current, settled.current, settled.positive) ?? []);
    }),
  );
  return [{ kind: 'fairness', notes: [], failed, result: result && { groups: result } }];
};

const attribution: SectionMaker = async ({ input, settled, labelled, loss }, segments, { made }) => {
  if (loss === null || loss.reference === null || labelled === null) return [];
  const { columns, positive, classes, current } = settled;
  const parts = partsOf(columns);
  const { measure, reference } = loss;
  const attributed = await made(() =>
    attributionPart({
      measure,
      loss: { reference, current: loss.current },
      segments,
      columns: input.columns.filter((column) => !parts.has(column.name)),
      task: columns.task,
      positive,
      classes: classes.length,
      reference: labelled,
      current,
    }),
  );
  return isThere(attributed) ? [{ kind: 'attribution', notes: [], ...attributed }] : [];
};

/** The sections of an evaluation that follow predictions and performance, in their order. */
export const evaluatedSections: readonly SectionMaker[] = [resources, estimate, slices, fairness, attribution];

/** Whether a section is shown: it was made, or it should have been. */
function isThere<T>(made: Made<T>): boolean {
  return made.result !== null || made.failed !== null;
}

/** How days of the reference differ in a measure: of several classes estimates are means over the classes. */
function spreadOf(reference: Predictions, context: MeasureContext): (measure: EstimatedMeasure) => BlockSpread | null {
  const { spread } = measuresByBlock(reference, context, null);
  const macro = (measure: EstimatedMeasure): string => (measure === 'roc_auc' ? 'roc_auc_ovr_macro' : `${measure}_macro`);
  return (measure) => (context.task === 'multiclass' ? spread.get(`${macro(measure)}@`) : null) ?? spread.get(`${measure}@`) ?? null;
}

/** What the model of an estimate can be wrong about: its errors, and what the model itself says. */
function signalsOf(p: Predictions, task: EvaluationColumns['task']): Float64Array[] {
  const measure = sliceMeasure(p, task);
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
