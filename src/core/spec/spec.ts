import type { chunk, comparisonSpec, dataset, profile, role } from './comparisonSpec.ts';
import type { evaluateSpec, evaluationTasks, measureLimit } from './evaluateSpec.ts';
import type { Of } from './shape.ts';

/* The types of what is asked, as a report holds it; `spec/` says what each part is. */

export type Role = Of<typeof role>;
export type ProfileName = Of<typeof profile>;
export type ChunkSpec = Of<typeof chunk>;
export type DatasetSpec = Of<typeof dataset>;
export type EvaluationTask = (typeof evaluationTasks)[number];
export type MeasureLimit = Of<typeof measureLimit>;
export type EvaluateSpec = Of<typeof evaluateSpec>;
export type ComparisonSpec = Of<typeof comparisonSpec>;
