import type { Measure } from '../measures/measure.ts';

type Named = Pick<Measure, 'name' | 'at'>;

/** Code of a measure with its cut-off: `roc_auc`, `ndcg@10`. */
export function measureKey({ name, at }: { readonly name: string; readonly at: number | null }): string {
  return at === null ? name : `${name}@${at}`;
}

/** Whether a measure dropped from reference. */
export const dropId = (measure: Named): string => `performance/drop:${measureKey(measure)}`;

/** Whether a measure keeps its floor and ceiling. */
export const limitId = (measure: Named): string => `performance/limit:${measureKey(measure)}`;

/** Whether scores mean what they say. */
export const calibrationId = 'performance/calibration:ece';

/** Whether the model is right more often than one that always says the same. */
export const rivalId = 'performance/rival:accuracy';

/** Whether other classes are predicted than in reference. */
export const classesId = 'predictions/classes';

/** Whether an estimate without labels is worse than reference. */
export const estimateId = (name: string): string => `estimate/drop:${name}`;

/** Whether the labels bear an estimate out. */
export const realisedId = (name: string): string => `estimate/realised:${name}`;

/** Whether the metric changed, and what of inputs, labels and the link between them. */
export const attributionId = (of: 'change' | 'inputs' | 'labels' | 'concept'): string => `attribution/${of}`;

/** Whether a gap between groups is too wide. */
export const gapId = (code: string, column: string): string => `fairness/${code}:${column}`;
