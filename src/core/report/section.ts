import type { CheckResult } from '../check/check.ts';
import type { Attribution } from '../sections/attribution/result.ts';
import type { DriftResult } from '../sections/drift/result.ts';
import type { Estimate } from '../sections/estimate/result.ts';
import type { Fairness } from '../sections/fairness/result.ts';
import type { PerformanceResult } from '../sections/performance/result.ts';
import type { PredictionsResult } from '../sections/predictions/result.ts';
import type { Resource } from '../sections/resources/result.ts';
import type { Slices } from '../sections/slices/result.ts';
import type { EvaluationNote, Note } from './note.ts';

/** One cell of a report: what was found, what is remarked, or why it could not be made. */
export interface Section<K extends string, Result, Remark = never> {
  readonly kind: K;
  /** Null when it failed. */
  readonly result: Result | null;
  /** What was asked of it, and what became of that: made by `core/check`, from what was found. */
  readonly checks: readonly CheckResult[];
  readonly notes: readonly Remark[];
  /** The error that kept it from being made; the rest of the report stands. */
  readonly failed: string | null;
}

/** Schema and quality of the data: remarks alone. */
export type QualitySection = Section<'quality', Readonly<Record<string, never>>, Note>;

/** How the columns of current differ from those of reference. */
export type DriftSection = Section<'drift', DriftResult>;

/** What was evaluated, and what the predictions look like without labels. */
export type PredictionsSection = Section<'predictions', PredictionsResult, EvaluationNote>;

/** How good the predictions are. */
export type PerformanceSection = Section<'performance', PerformanceResult>;

/** What training and predicting cost. */
export type ResourcesSection = Section<'resources', { readonly columns: readonly Resource[] }>;

/** What the performance is where labels are not in. */
export type EstimateSection = Section<'estimate', Estimate>;

/** Where the model is worst, and where it got worse. */
export type SlicesSection = Section<'slices', Slices>;

/** Whether groups are treated alike. */
export type FairnessSection = Section<'fairness', { readonly groups: readonly Fairness[] }>;

/** What the drift did to the metric. */
export type AttributionSection = Section<'attribution', Attribution>;

export type AnySection =
  | QualitySection
  | DriftSection
  | PredictionsSection
  | PerformanceSection
  | ResourcesSection
  | EstimateSection
  | SlicesSection
  | FairnessSection
  | AttributionSection;

type Unchecked<S> = S extends AnySection ? Omit<S, 'checks'> : never;

/** A section as it was computed, before anything is decided about it. */
export type UncheckedSection = Unchecked<AnySection>;

export type SectionKind = AnySection['kind'];

/** Every kind, by which what claims to be a section is known. */
export const sectionKinds: Readonly<Record<SectionKind, true>> = {
  quality: true,
  drift: true,
  predictions: true,
  performance: true,
  resources: true,
  estimate: true,
  slices: true,
  fairness: true,
  attribution: true,
};

/** The section of a kind, and what it found. */
export type SectionOf<K extends SectionKind> = Extract<AnySection, { kind: K }>;
export type ResultOf<K extends SectionKind> = NonNullable<SectionOf<K>['result']>;
